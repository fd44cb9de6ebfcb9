import type { Explanation } from "../explanation.ts"
import { placeOf } from "./context.ts"
import { type DifferenceWordsOptions, differenceContext, differenceWords, writeDifference } from "./difference-words.ts"
import { fillIn } from "./fill-in.ts"
import { type SetUpLine, setUpWords } from "./set-up-words.ts"

/** The words for a comparison of two explanations. */
export interface ComparisonWords {
  /** The parts of the set-up that differ; empty if the set-up is the same. */
  readonly setUp: readonly SetUpLine[]
  /** That the set-up is the same; used if `setUp` is empty. */
  readonly setUpSame: string
  /** What changed, in sentences. */
  readonly sentences: readonly string[]
  /** A heading, and a line for each region that changed, the largest difference first; empty if none did. */
  readonly changed: readonly string[]
}

/**
 * Writes what differs in the set-up of two explanations of one picture, and what changed: in sentences, and region by region.
 *
 * @throws RangeError as `compareExplanations` does
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { comparisonWords } from "gridexplainer/render"
 * const image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(255, 0) } as const
 * const model = functionModel((images) => images.map(({ data }) => [data[0]! / 255]))
 * const options = { regions: grid({ rows: 1, columns: 2 }), evidence: "none" } as const
 * const [black, grey] = [await explain(model, image, { ...options, fill: 0 }), await explain(model, image, { ...options, fill: 51 })]
 * comparisonWords(black, grey).setUp.map(({ part }) => part) // => ["fills"]
 * ```
 */
export function comparisonWords(
  one: Explanation,
  other: Explanation,
  options: DifferenceWordsOptions = {},
): ComparisonWords {
  const context = differenceContext(one, other, options)
  const { a, b, words, comparison } = context
  const { changedList, changedLine, setUpSame } = words.differenceNames
  const line = (region: number): string =>
    fillIn(changedLine, { place: placeOf({ words, view: a }, region), ...writeDifference(context, region) })
  const noun = words.nouns[a.record.regions.layout.kind].other
  return {
    setUp: setUpWords(comparison.setUp, { a: a.record, b: b.record }, words),
    setUpSame,
    sentences: differenceWords(one, other, options).map(({ text }) => text),
    changed: comparison.changed.length === 0 ? [] : [fillIn(changedList, { noun }), ...comparison.changed.map(line)],
  }
}
