import type { Explanation } from "../explanation.ts"
import type { View } from "../reading/view.ts"
import {
  changed,
  enoughSets,
  firstAnswer,
  largestChange,
  largestWithinNoise,
  neededSets,
  order,
  scores,
  strongest,
  turned,
} from "./difference-formulas.ts"
import { type DifferenceFormula, type DifferenceSentence, differenceContext } from "./difference-sentence.ts"

/** In the order in which they are read; a drawing has room for the first three. */
const inOrder: readonly DifferenceFormula[] = [
  ...[changed, largestChange, largestWithinNoise, firstAnswer, scores],
  ...[turned, strongest, order, enoughSets, neededSets],
]

/**
 * Says what changed from one explanation of a picture, A, to another, B: in sentences of at most 24 words (a class name counted as one), each made by a named formula from
 * numbers in their comparison.
 *
 * @throws RangeError where the two cannot be compared: see `compareExplanations`.
 *
 * @example
 * ```ts
 * import { explainWithEvidence, functionModel, grid } from "gridexplainer"
 * import { differenceWords } from "gridexplainer/render"
 * const image = { width: 4, height: 4, channels: 1, data: new Uint8Array(16).fill(255) } as const
 * const looksAt = (pixel: number) => functionModel((images) => images.map(({ data }) => [data[pixel]! / 255, 1 - data[pixel]! / 255]))
 * const explain = (pixel: number) => explainWithEvidence(looksAt(pixel), image, { regions: grid(4), fills: [0] })
 * const [first] = differenceWords(await explain(5), await explain(10))
 * first!.text // => "2 of 16 squares changed beyond the noise."
 * ```
 */
export function differenceWords(a: Explanation | View, b: Explanation | View): readonly DifferenceSentence[] {
  const context = differenceContext(a, b)
  return inOrder.flatMap((formula) => formula(context))
}
