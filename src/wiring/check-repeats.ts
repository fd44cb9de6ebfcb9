import type { Classifier, Image, Scores } from "../types.ts"
import { asProbabilities } from "./as-probabilities.ts"
import { type AskPicturesOptions, askPictures } from "./ask-pictures.ts"
import type { WiringCheck } from "./wiring-record.ts"

/** A tenth of a point: far above what rounding does, far below what a map shows. */
const mostDifference = 1e-3

/**
 * Asks the same pictures twice at once, one by one, and at once in the opposite order. Answers may not depend on any of that; the largest
 * difference is told in points of probability (of logits after a softmax).
 *
 * @param images at least 2, of the model's size
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
      judged("repeat", largestDifference(first, again), {
        good: "asked twice, the model answers the same",
        bad: "asked twice, the model answers differently",
      }),
      judged("batch", Math.max(largestDifference(first, alone), largestDifference(first, turned)), {
        good: `a picture is answered the same alone and among ${options.batchSize}, in any order`,
        bad: "the answer to a picture depends on its neighbours in the batch",
      }),
    ],
    asked: 4 * images.length,
  }
}

function judged(
  name: WiringCheck["name"],
  difference: number,
  { good, bad }: { readonly good: string; readonly bad: string },
): WiringCheck {
  const told = `(largest difference ${difference < 1e-6 ? "under 0.0001" : (100 * difference).toPrecision(2)} points)`
  if (difference <= mostDifference) return { name, state: "ok", sentence: `${good} ${told}` }
  const flag = name === "batch" ? { flag: "--batch 1" } : {}
  return { name, state: "flagged", sentence: `${bad} ${told}`, ...flag }
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
