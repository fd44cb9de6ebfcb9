import type { Classifier, Image, Scores } from "../types.ts"
import { asProbabilities } from "./as-probabilities.ts"
import { type AskPicturesOptions, askPictures } from "./ask-pictures.ts"
import type { WiringCheck } from "./wiring-record.ts"

/** A tenth of a point: far above what rounding does, far below what a map shows. */
const mostDifference = 1e-3

/**
 * Asks about the same pictures twice in one batch, one by one, and in one batch in the opposite order. Answers must not depend on any of that; the largest
 * difference is given in points of probability (for logits after a softmax).
 *
 * @param images at least 2 pictures, of the model's input size
 */
export async function checkRepeats(
  classifier: Classifier,
  images: readonly Image[],
  options: AskPicturesOptions,
): Promise<{ readonly checks: readonly WiringCheck[]; readonly asked: number }> {
  const ask = async (pictures: readonly Image[], batchSize: number): Promise<Scores> =>
    asProbabilities(await askPictures(classifier, pictures, { ...options, batchSize }), classifier.scale)
  const first = await ask(images, options.batchSize)
  const again = await ask(images, options.batchSize)
  const alone = await ask(images, 1)
  const turned = backwards(await ask([...images].reverse(), options.batchSize))
  return {
    checks: [
      judged("repeat", largestDifference(first, again), options.batchSize),
      judged("batch", Math.max(largestDifference(first, alone), largestDifference(first, turned)), options.batchSize),
    ],
    asked: 4 * images.length,
  }
}

function judged(name: "repeat" | "batch", largest: number, batch: number): WiringCheck {
  const finding = { kind: "difference", largest, batch } as const
  if (largest <= mostDifference) return { name, state: "ok", finding }
  return { name, state: "flagged", finding, ...(name === "batch" ? { remedy: { batch: 1 } } : {}) }
}

function largestDifference(one: Scores, other: Scores): number {
  let most = 0
  for (let i = 0; i < one.data.length; i++) most = Math.max(most, Math.abs(one.data[i]! - other.data[i]!))
  return most
}

function backwards({ rows, columns, data }: Scores): Scores {
  const turned = new Float64Array(data.length)
  for (let row = 0; row < rows; row++)
    turned.set(data.subarray(row * columns, (row + 1) * columns), (rows - 1 - row) * columns)
  return { rows, columns, data: turned }
}
