import { firstAnswer, seePicture } from "./asking/first-answer.ts"
import { checkInteger } from "./math/check-integer.ts"
import { topClasses } from "./scoring/class-score.ts"
import type { Classifier, ClassScore, Image, ScoreOptions } from "./types.ts"

/** The options of `predict`. */
export interface PredictOptions extends ScoreOptions {
  /** How many classes to return. @default 5, or all if the model has fewer */
  readonly top?: number
}

/**
 * What a model says of a picture: its best classes, best first; with equal scores the lower index comes first.
 *
 * @throws RangeError for a picture that cannot be explained, or a count outside 1 to the number of classes; GridExplainerError when the model fails;
 * `signal.reason` on abort.
 *
 * @example
 * ```ts
 * import { functionModel, predict } from "gridexplainer"
 * const image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(51, 204) } as const
 * const model = functionModel((images) => images.map(({ data }) => [data[0]! / 255, data[1]! / 255]), { labels: ["left", "right"] })
 * const [best] = await predict(model, image)
 * best // => { index: 1, label: "right", score: 0.8 }
 * ```
 */
export async function predict(
  classifier: Classifier,
  image: Image,
  { top, signal }: PredictOptions = {},
): Promise<readonly ClassScore[]> {
  const scores = await firstAnswer(classifier, seePicture(classifier, image).image, { signal })
  if (top !== undefined) checkInteger("top", top, { most: scores.columns })
  return topClasses(classifier, scores, { row: 0, count: top ?? 5 })
}
