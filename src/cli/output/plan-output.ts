import { mkdir, realpath } from "node:fs/promises"
import { dirname, join, resolve } from "node:path"
import { GridExplainerError } from "../../errors.ts"
import { endingOf } from "../../node/ending-of.ts"
import type { PictureSource } from "../../node/find-pictures.ts"
import { systemProblem } from "../../node/system-problem.ts"
import { checkWritable } from "../../node/write-file.ts"
import { pictureName } from "../picture-name.ts"
import { fileNamePart } from "./file-name-part.ts"
import { type NameParts, namesFolder, outputNames } from "./output-names.ts"

/** An explanation, as far as names are made of it. */
export interface OutputPart {
  readonly picture: PictureSource
  /** Place of the picture among all, from 0. */
  readonly index: number
  /** Place of the explanation among those of its picture, from 0. */
  readonly rank: number
  readonly target: string
  readonly fill: string
}

/** Says which files an explanation becomes: one a format. No name is given out twice. */
export type OutputPlan = (part: OutputPart) => readonly string[]

export interface PlanOutputOptions {
  readonly formats?: readonly string[] | undefined
  readonly pictures: readonly PictureSource[]
  /** Names of the fills; each has `targets` explanations, one fill after the other. */
  readonly fills: readonly string[]
  readonly targets: number
}

/**
 * Plans the files of a run, and finds out before the model works what would keep them from being written: a folder that is not there, two
 * explanations that would take one name, a picture that would be replaced. A folder that ends in a slash is made.
 *
 * @throws RangeError for what cannot be, GridExplainerError `FILE_UNWRITABLE`
 */
export async function planOutput(output: string, options: PlanOutputOptions): Promise<OutputPlan> {
  const { formats, pictures, fills, targets } = options
  const perPicture = fills.length * targets
  const { base, endings } = await outputNames(output, { formats, pictures: pictures.length, perPicture })
  const counts = { pictures: pictures.length, perPicture }
  const pathsOf = (part: OutputPart): readonly string[] =>
    endings.map((ending) => `${base(namePartsOf(part, counts))}.${ending}`)

  const taken = await inputsOf(pictures)
  // Labels are known when the model has answered; names that meet are then numbered.
  const planned = output.includes("{target}") ? [] : allParts(options).flatMap(pathsOf)
  checkNames(planned, taken)
  if (namesFolder(output)) await makeFolder(output)
  for (const path of planned.length > 0 ? planned : [join(dirname(output), `x.${endings[0]!}`)])
    await checkWritable(path, { what: "explanation" })
  return (part) => pathsOf(part).map((path) => claim(path, taken))
}

/** Numbers from 1, with zeros in front so that files sort as numbers do. */
function namePartsOf(
  { picture, index, rank, target, fill }: OutputPart,
  counts: { readonly pictures: number; readonly perPicture: number },
): NameParts {
  return {
    name: fileNamePart(pictureName(picture)),
    target: fileNamePart(target),
    fill: fileNamePart(fill),
    index: String(index + 1).padStart(String(counts.pictures).length, "0"),
    rank: String(rank + 1).padStart(String(counts.perPicture).length, "0"),
  }
}

/** A thousand files of one picture tell as much as all. */
const MOST_CHECKED = 1000

/** Everything that will be explained, as far as it is known before the model has answered. */
function allParts({ pictures, fills, targets }: PlanOutputOptions): readonly OutputPart[] {
  const length = Math.min(targets, MOST_CHECKED)
  return pictures.flatMap((picture, index) =>
    fills.flatMap((fill, i) =>
      Array.from({ length }, (_, j) => ({ picture, index, rank: i * targets + j, target: "", fill })),
    ),
  )
}

function checkNames(paths: readonly string[], pictures: ReadonlySet<string>): void {
  const seen = new Set<string>()
  for (const path of paths) {
    const key = keyOf(path)
    if (pictures.has(key)) throw new RangeError(`--output would replace the picture ${path}: give another name`)
    if (seen.has(key))
      throw new RangeError(
        `--output would give two explanations the name ${path}: add {index}, {rank} or {target}, as in --output '{name}-{index}-{rank}.png'`,
      )
    seen.add(key)
  }
}

/** A path that was not given out before and is no picture: `cat.png`, `cat-2.png`, ... */
function claim(path: string, taken: Set<string>): string {
  const ending = endingOf(path)
  let free = path
  for (let count = 2; taken.has(keyOf(free)); count++) free = `${path.slice(0, -ending.length)}-${count}${ending}`
  taken.add(keyOf(free))
  return free
}

/** The pictures that are to be explained, which nothing may replace. */
async function inputsOf(pictures: readonly PictureSource[]): Promise<Set<string>> {
  const taken = new Set<string>()
  for (const picture of pictures) {
    if (picture.kind !== "file") continue
    taken.add(keyOf(picture.path))
    taken.add(keyOf(await realpath(picture.path).catch(() => picture.path)))
  }
  return taken
}

/** Equal for paths that are one file where letters may be large or small. */
function keyOf(path: string): string {
  return resolve(path).normalize("NFC").toLowerCase()
}

async function makeFolder(path: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch((cause: unknown) => {
    const problem = `the folder ${path} cannot be made: it ${systemProblem(cause)}`
    throw new GridExplainerError("FILE_UNWRITABLE", problem, { cause })
  })
}
