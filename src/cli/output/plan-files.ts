import { mkdir, realpath, stat } from "node:fs/promises"
import { dirname, join, resolve } from "node:path"
import type { PictureSource } from "../../node/index.ts"
import { checkWritable, endingOf, GridExplainerError, systemProblem } from "../engine.ts"
import { pictureName } from "../pictures/picture-name.ts"
import { fileNamePart } from "./file-name-part.ts"
import { type NameParts, namesFolder, outputNames } from "./output-names.ts"

/** The facts of an explanation that file names use. */
export interface OutputPart {
  readonly picture: PictureSource
  /** Place of the picture among all, from 0. */
  readonly index: number
  /** Place of the explanation among those of its picture, from 0. */
  readonly rank: number
  readonly target: string
  readonly fill: string
}

/** Decides which files an explanation becomes, one per format. */
export interface OutputPlan {
  /** Returns the names to write to; no name is given out twice. */
  claim(part: OutputPart): readonly string[]
  /** Whether the files of all these explanations exist already. */
  isWritten(parts: readonly OutputPart[]): Promise<boolean>
}

export interface PlanFilesOptions {
  readonly formats?: readonly string[] | undefined
  /** The explanations that are known beforehand; empty if their names are not known. */
  readonly parts: readonly OutputPart[]
  /** How many pictures there are, and the largest number of explanations of one. */
  readonly counts: { readonly pictures: number; readonly perPicture: number }
  /** Files that are read, which must not be replaced, and what they are: `picture`. */
  readonly inputs: readonly string[]
  readonly what: string
  /** Whether the names of pictures are left out of file names. @default false */
  readonly redact?: boolean | undefined
}

/**
 * Plans the files of explanations, and finds out beforehand what would keep them from being written. A folder that ends in a slash is created.
 *
 * @throws RangeError for invalid options, GridExplainerError `FILE_UNWRITABLE`
 */
export async function planFiles(output: string, options: PlanFilesOptions): Promise<OutputPlan> {
  const { formats, parts, counts, inputs, what, redact = false } = options
  const { base, endings } = await outputNames(output, { formats, ...counts })
  const pathsOf = (part: OutputPart): readonly string[] =>
    endings.map((ending) => `${base(namePartsOf(part, { counts, redact }))}.${ending}`)

  const taken = await keysOf(inputs)
  const planned = parts.flatMap(pathsOf)
  checkNames(planned, { taken, what })
  if (namesFolder(output)) await makeFolder(output)
  for (const path of planned.length > 0 ? planned : [join(dirname(output), `x.${endings[0]!}`)])
    await checkWritable(path, { what: "explanation" })
  return {
    claim: (part) => pathsOf(part).map((path) => claim(path, taken)),
    async isWritten(parts) {
      const sizes = await Promise.all(parts.flatMap(pathsOf).map(sizeOf))
      return sizes.every((size) => size > 0)
    },
  }
}

/** Numbers from 1, with zeros in front so that files sort as numbers do. */
function namePartsOf(
  { picture, index, rank, target, fill }: OutputPart,
  { counts, redact }: Pick<PlanFilesOptions, "counts"> & { readonly redact: boolean },
): NameParts {
  const number = String(index + 1).padStart(String(counts.pictures).length, "0")
  const neutral = counts.pictures > 1 ? `picture-${number}` : "picture"
  return {
    name: redact ? neutral : fileNamePart(pictureName(picture)),
    target: fileNamePart(target),
    fill: fileNamePart(fill),
    index: number,
    rank: String(rank + 1).padStart(String(counts.perPicture).length, "0"),
  }
}

function checkNames(
  paths: readonly string[],
  { taken, what }: { readonly taken: ReadonlySet<string>; readonly what: string },
): void {
  const seen = new Set<string>()
  for (const path of paths) {
    const key = keyOf(path)
    if (taken.has(key)) throw new RangeError(`--output would replace the ${what} ${path}: give another name`)
    if (seen.has(key))
      throw new RangeError(
        `--output would give two explanations the name ${path}: add {index}, {rank} or {target}, as in --output '{name}-{index}-{rank}.png'`,
      )
    seen.add(key)
  }
}

/** A path that was not given out before and is not a file that is read: `cat.png`, `cat-2.png`, ... */
function claim(path: string, taken: Set<string>): string {
  const ending = endingOf(path)
  let free = path
  for (let count = 2; taken.has(keyOf(free)); count++) free = `${path.slice(0, -ending.length)}-${count}${ending}`
  taken.add(keyOf(free))
  return free
}

/** Keys of files, by their names and by the targets of links. */
async function keysOf(paths: readonly string[]): Promise<Set<string>> {
  const real = await Promise.all(paths.map((path) => realpath(path).catch(() => path)))
  return new Set([...paths, ...real].map(keyOf))
}

/** A key that is equal for paths of the same file on systems that ignore case. */
function keyOf(path: string): string {
  return resolve(path).normalize("NFC").toLowerCase()
}

/** Bytes of a file; 0 if there is none. */
function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    (stats) => (stats.isFile() ? stats.size : 0),
    () => 0,
  )
}

async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch((cause: unknown) => {
    const problem = `the folder ${path} cannot be made: it ${systemProblem(cause)}`
    throw new GridExplainerError("FILE_UNWRITABLE", problem, { cause })
  })
}
