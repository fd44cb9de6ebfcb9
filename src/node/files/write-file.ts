import { access, constants, open, readlink, realpath, rename, rm, stat } from "node:fs/promises"
import { dirname, resolve } from "node:path"
import { GridExplainerError } from "../../errors.ts"
import { systemCode, systemProblem } from "./system-problem.ts"
import { sweepTemporaryFiles, temporaryFile } from "./temporary-files.ts"

/** The options of `writeFile` and `checkWritable`. */
export interface WriteFileOptions {
  /**
   * What the file is, for the error message: `"report"`.
   * @default "file"
   */
  readonly what?: string
}

/**
 * Writes a file whole or not at all. This is the only place where this package writes files.
 *
 * The bytes go to a new file in the same folder, reach the disk, and then take the name in one step. A full disk, a power cut or a killed
 * program leaves what was there before, and at most a temporary file, which the next write to the folder removes. Links are followed, even to
 * a file that does not exist yet; links in a circle, folders, pipes and devices are refused; missing folders are not created.
 *
 * @throws GridExplainerError `FILE_UNWRITABLE`
 * @example
 * ```ts
 * import { readFile, writeFile } from "gridexplainer/node"
 * await writeFile("note.txt", "Egyptian cat")
 * new TextDecoder().decode(await readFile("note.txt")) // => "Egyptian cat"
 * ```
 */
export async function writeFile(
  path: string,
  content: Uint8Array | string,
  options: WriteFileOptions = {},
): Promise<void> {
  const target = await checkWritable(path, options)
  const folder = dirname(target)
  await sweepTemporaryFiles(folder)
  const temporary = await temporaryFile(folder)
  try {
    await writeToDisk(temporary, content)
    await rename(temporary, target)
  } catch (cause) {
    await rm(temporary, { force: true }).catch(() => undefined)
    throw unwritable(path, `it ${systemProblem(cause)}`, { ...options, cause })
  }
  await syncFolder(folder)
}

/**
 * Finds out beforehand whether `writeFile` could write a file. Returns where the bytes would go, after following links.
 *
 * @throws GridExplainerError `FILE_UNWRITABLE`
 * @example
 * ```ts
 * import { checkWritable } from "gridexplainer/node"
 * await checkWritable("report.html", { what: "report" }) // => "report.html"
 * const problem = await checkWritable("no-such-folder/report.html").catch(({ code }) => code)
 * problem // => "FILE_UNWRITABLE"
 * ```
 */
export async function checkWritable(path: string, options: WriteFileOptions = {}): Promise<string> {
  const target = await followLinks(path, options)
  const there = await stat(target).catch(() => undefined)
  if (there?.isDirectory()) throw unwritable(path, "it is a folder", options)
  if (there !== undefined && !there.isFile()) throw unwritable(path, "it is not a regular file", options)

  const folder = dirname(target)
  try {
    await access(`${folder}/`, constants.W_OK) // With the slash it must be a folder.
    return target
  } catch (cause) {
    const problem =
      systemCode(cause) === "ENOENT" ? `the folder ${folder} does not exist` : `it ${systemProblem(cause)}`
    throw unwritable(path, problem, { ...options, cause })
  }
}

/** The most links that are followed one after the other, as in Linux. */
const MAX_LINKS = 40

/** Where a path leads, even if nothing is there yet. */
async function followLinks(path: string, options: WriteFileOptions): Promise<string> {
  let target = path
  for (let links = 0; links <= MAX_LINKS; links++) {
    const real = await realpath(target).catch((error: unknown) => error)
    if (typeof real === "string") return real
    const next = await readlink(target).catch(() => undefined)
    if (next === undefined) return target
    target = resolve(await realpath(dirname(target)).catch(() => dirname(target)), next)
  }
  throw unwritable(path, "it is a link that leads in a circle", options)
}

function unwritable(
  path: string,
  problem: string,
  { what = "file", cause }: WriteFileOptions & { readonly cause?: unknown },
): GridExplainerError {
  return new GridExplainerError("FILE_UNWRITABLE", `the ${what} ${path} cannot be written: ${problem}`, { cause })
}

async function writeToDisk(path: string, content: Uint8Array | string): Promise<void> {
  const file = await open(path, "wx")
  try {
    await file.writeFile(content)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Makes the new name survive a power cut, if the system can do that; Windows cannot open folders. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r").catch(() => undefined)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}
