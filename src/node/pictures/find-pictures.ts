import type { Dirent } from "node:fs"
import { readdir, stat } from "node:fs/promises"
import { isAbsolute, join, normalize, relative, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { GridExplainerError } from "../../errors.ts"
import { importOptional } from "../../import-optional.ts"
import { checkAddress } from "../files/fetch-file.ts"
import { shownAddress } from "../files/shown-address.ts"
import { systemProblem } from "../files/system-problem.ts"

/** Where a picture comes from. `shown` is the name that the user gave. */
export type PictureSource =
  | { readonly kind: "file"; readonly path: string; readonly shown: string }
  | { readonly kind: "web"; readonly address: URL; readonly shown: string }
  | { readonly kind: "input"; readonly shown: string }
  | { readonly kind: "nothing"; readonly problem: GridExplainerError; readonly shown: string }

/** The options of `findPictures`. */
export interface FindPicturesOptions {
  /**
   * Whether folders inside folders are searched.
   * @default false
   */
  readonly recursive?: boolean
}

/** Endings of the files that are picked from a folder or a pattern such as `photos/*`. */
const PICTURE_ENDING = /\.(jpe?g|jpe|jfif|png|webp|avif|gif|tiff?)$/i

const byNumber = new Intl.Collator("en", { numeric: true })

/**
 * Finds the pictures that a list of words names, in that order and each once: files, folders (the picture files in them), patterns
 * such as `photos/*.jpg`, https addresses, and `-` for standard input. No picture is opened.
 *
 * A folder's files are sorted by name, 2 before 10; hidden files do not count. A word that names an existing file means that file, even if it contains
 * pattern characters. A word without any picture yields an entry with its problem, in its place.
 *
 * @throws RangeError for a web address that is not https
 * @throws GridExplainerError `MISSING_PACKAGE` if a pattern is given and tinyglobby is not installed
 *
 * @example
 * ```ts
 * import { findPictures } from "gridexplainer/node"
 * const found = await findPictures(["examples/coffee.png", "no-such/*.png"])
 * found.map(({ kind, shown }) => `${kind}: ${shown}`) // => ["file: examples/coffee.png", "nothing: no-such/*.png"]
 * ```
 */
export async function findPictures(
  words: readonly string[],
  options: FindPicturesOptions = {},
): Promise<readonly PictureSource[]> {
  const found = new Map<string, PictureSource>()
  for (const word of words)
    for (const source of await sourcesOf(word, options)) {
      const key = `${source.kind} ${keyOf(source)}`
      if (!found.has(key)) found.set(key, source)
    }
  return [...found.values()]
}

function keyOf(source: PictureSource): string {
  if (source.kind === "file") return resolve(source.path)
  return source.kind === "web" ? source.address.href : source.shown
}

async function sourcesOf(word: string, options: FindPicturesOptions): Promise<readonly PictureSource[]> {
  if (word === "-") return [{ kind: "input", shown: "standard input" }]
  if (/^file:\/\//i.test(word)) return sourcesOf(fileURLToPath(word), options)
  if (/^\w+:\/\//.test(word)) return [{ kind: "web", address: checkAddress(word), shown: shownAddress(word) }]
  const stats = await stat(word).catch(() => undefined)
  if (stats?.isDirectory()) return inFolder(word, options)
  return stats === undefined && isPattern(word) ? matching(word) : [file(word)]
}

async function inFolder(folder: string, options: FindPicturesOptions): Promise<readonly PictureSource[]> {
  const { recursive = false } = options
  let entries: readonly Dirent[]
  try {
    entries = await readdir(folder, { withFileTypes: true, recursive })
  } catch (cause) {
    return [nothing(folder, `the folder ${folder} ${systemProblem(cause)}`, { cause })]
  }
  const paths = entries
    .filter((entry) => !entry.isDirectory() && PICTURE_ENDING.test(entry.name))
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => !/(^|[\\/])\.[^\\/]/.test(relative(folder, path)))
  if (paths.length > 0) return inOrder(paths)
  const nextStep = recursive ? undefined : "Folders inside it count with --recursive."
  return [nothing(folder, `the folder ${folder} holds no picture files`, { nextStep })]
}

async function matching(pattern: string): Promise<readonly PictureSource[]> {
  const { glob } = await importOptional("tinyglobby", () => import("tinyglobby"))
  const slashed = process.platform === "win32" ? pattern.replaceAll("\\", "/") : pattern
  const matches = await glob(slashed, { expandDirectories: false, absolute: isAbsolute(pattern) })
  const paths = slashed.endsWith("*") ? matches.filter((path) => PICTURE_ENDING.test(path)) : matches
  return paths.length > 0 ? inOrder(paths) : [nothing(pattern, `no picture file matches ${pattern}`)]
}

function isPattern(word: string): boolean {
  return /[*?[\]{}]|[!+@]\(/.test(word)
}

function inOrder(paths: readonly string[]): readonly PictureSource[] {
  return [...paths].sort((a, b) => byNumber.compare(a, b) || (a < b ? -1 : 1)).map((path) => file(normalize(path)))
}

function file(path: string): PictureSource {
  return { kind: "file", path, shown: path }
}

function nothing(
  shown: string,
  problem: string,
  options: { nextStep?: string | undefined; cause?: unknown } = {},
): PictureSource {
  return { kind: "nothing", problem: new GridExplainerError("FILE_UNREADABLE", problem, options), shown }
}
