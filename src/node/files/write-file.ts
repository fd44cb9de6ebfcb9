import { randomBytes } from "node:crypto"
import { access, constants, open, realpath, rename, rm, stat } from "node:fs/promises"
import { dirname, join } from "node:path"
import { GridExplainerError } from "../../errors.ts"
import { systemCode, systemProblem } from "./system-problem.ts"

export interface WriteFileOptions {
  /**
   * What the file is, for the error message: `"report"`.
   * @default "file"
   */
  readonly what?: string
}

/**
 * Writes a file whole or not at all: the one place where this package writes files.
 *
 * The bytes go to a new file in the same folder, reach the disk, and then take the name in one step. A full disk, a lost power supply or a killed
 * program leaves what was there before. Links are followed; folders, pipes and devices are refused; missing folders are not made.
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
  const temporary = join(folder, `.gridexplainer-${randomBytes(8).toString("hex")}.tmp`)
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
 * Finds out, before there is anything to write, what would keep `writeFile` from it. Answers where the bytes would go, links followed.
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
  const target = await realpath(path).catch(() => path)
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

/** Makes the new name last through a power cut, where the system can do that; Windows cannot open folders. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, "r").catch(() => undefined)
  await folder?.sync().catch(() => undefined)
  await folder?.close()
}
