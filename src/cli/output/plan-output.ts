import type { PictureSource } from "../../node/index.ts"
import { type OutputPart, type OutputPlan, planFiles } from "./plan-files.ts"

/** The files of a run. */
export interface RunPlan extends OutputPlan {
  /**
   * Places of the pictures whose files are all there.
   *
   * @throws RangeError if the names of files are not known before the model has answered
   */
  finished(): Promise<ReadonlySet<number>>
}

export interface PlanOutputOptions {
  readonly formats?: readonly string[] | undefined
  readonly pictures: readonly PictureSource[]
  /** Names of the fills; each has `targets` explanations, one fill after the other. */
  readonly fills: readonly string[]
  readonly targets: number
  /** Whether the names of pictures are left out of file names. */
  readonly redact?: boolean | undefined
}

/**
 * Plans the files of a run, and finds out before the model works what would keep them from being written: a missing folder, two
 * explanations with the same name, a picture that would be replaced. A folder that ends in a slash is created.
 *
 * @throws RangeError for invalid options, GridExplainerError `FILE_UNWRITABLE`
 */
export async function planOutput(output: string, options: PlanOutputOptions): Promise<RunPlan> {
  const { formats, pictures, fills, targets, redact } = options
  // Labels are known only once the model has answered; equal names are then numbered.
  const named = !output.includes("{target}")
  const plan = await planFiles(output, {
    ...{ formats, redact },
    parts: named ? allParts(options) : [],
    counts: { pictures: pictures.length, perPicture: fills.length * targets },
    inputs: pictures.flatMap((picture) => (picture.kind === "file" ? [picture.path] : [])),
    what: "picture",
  })
  return {
    ...plan,
    async finished() {
      if (!named) throw new RangeError("--skip-existing needs names that are known before: --output without {target}")
      const parts = allParts(options)
      const places = await Promise.all(
        pictures.map(async (_, index) =>
          (await plan.isWritten(parts.filter((part) => part.index === index))) ? [index] : [],
        ),
      )
      return new Set(places.flat())
    },
  }
}

/** Checking a thousand files of one picture is as good as checking all. */
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
