import { GridExplainerError } from "../errors.ts"
import { applyEdits } from "../image/apply-edits.ts"
import type { Classifier, Image, Scores } from "../types.ts"

/** Your model: some pictures in, one row of scores for each out, in their order. */
export type ScoreFunction = (
  images: readonly Image[],
) => readonly ArrayLike<number>[] | Promise<readonly ArrayLike<number>[]>

export type FunctionModelOptions = Partial<Omit<Classifier, "score">>

/**
 * Makes a classifier of any function: a remote service, another runtime, a formula.
 *
 * The function gets whole pictures with the hidden pixels already painted; their levels may be fractional then.
 * Without `inputSize` it is asked at the picture's own size.
 *
 * @param options `name` (default "function"), `scale` (default "probability": every score must then lie from 0 to 1), `labels`, `inputSize`, `resize`, `batchSize`.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * const brightness = functionModel((images) => images.map(({ data }) => [(data[0]! + data[1]!) / 510]), { labels: ["bright"] })
 * const image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(255, 0) } as const
 * const explanation = await explain(brightness, image, { regions: grid({ rows: 1, columns: 2 }), fill: 0 })
 * explanation.target.score // => 0.5
 * explanation.effects // => [0.5, 0]
 * ```
 */
export function functionModel(score: ScoreFunction, options: FunctionModelOptions = {}): Classifier {
  const { name = "function", scale = "probability", ...rest } = options
  if (!["probability", "logit"].includes(scale))
    throw new RangeError(`scale must be probability or logit, got ${scale}`)
  return {
    ...rest,
    name,
    scale,
    async score(image, variants, { signal } = {}) {
      signal?.throwIfAborted()
      return toScores(name, await score(variants.map(({ edits }) => applyEdits(image, edits))))
    },
  }
}

function toScores(name: string, rows: unknown): Scores {
  if (!isRows(rows))
    throw new GridExplainerError(
      "BAD_REPLY",
      `model "${name}" must answer a list with one row of scores for every picture`,
    )
  const columns = rows[0]?.length ?? 0
  const ragged = rows.findIndex((row) => row.length !== columns)
  if (ragged >= 0)
    throw new GridExplainerError(
      "BAD_REPLY",
      `model "${name}" must answer the same number of scores for every picture, got ${columns} for the first and ${rows[ragged]?.length} for picture ${ragged}`,
    )
  const data = new Float64Array(rows.length * columns)
  rows.forEach((row, i) => {
    data.set(row, i * columns)
  })
  return { rows: rows.length, columns, data }
}

/** Callers without types may answer anything. */
function isRows(value: unknown): value is readonly ArrayLike<number>[] {
  return Array.isArray(value) && value.every((row) => typeof row === "object" && row !== null && "length" in row)
}
