import { checkImage } from "../image/check-image.ts"
import { lastingPixels } from "../image/lasting-pixels.ts"
import { type SeenImage, toModelSize } from "../image/to-model-size.ts"
import { scoreBatches } from "../scoring/score-batches.ts"
import type { Classifier, Image, ScoreOptions, Scores } from "../types.ts"

/**
 * The picture as the model sees it.
 *
 * @throws RangeError or TypeError for a picture that cannot be explained.
 */
export function seePicture(classifier: Pick<Classifier, "inputSize" | "resize">, picture: Image): SeenImage {
  checkImage(picture, "picture")
  if (picture.channels === 4)
    throw new RangeError("picture must be grey or RGB, got alpha as well: lay it on a background with toRgb first")
  const seen = toModelSize(picture, classifier)
  if (seen.image.data !== picture.data) lastingPixels.add(seen.image.data)
  return seen
}

/**
 * Asks about the untouched picture. Nothing else does.
 *
 * @param image as `seePicture` gives it.
 * @returns one row of scores.
 * @throws what the model throws, and `signal.reason` on abort.
 */
export async function firstAnswer(
  classifier: Classifier,
  image: Image,
  { signal }: ScoreOptions = {},
): Promise<Scores> {
  const untouched = { variants: [{ hidden: [], edits: [] }], total: 1, batchSize: 1, signal }
  signal?.throwIfAborted()
  for await (const { scores } of scoreBatches(classifier, image, untouched)) return scores
  throw new RangeError("a model must answer for the untouched picture, got nothing")
}
