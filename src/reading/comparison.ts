import type { EffectMeaning, FunctionScale } from "../explanation.ts"
import type { ClassScore, RegionId } from "../types.ts"
import type { SetUpComparison } from "./compare-set-up.ts"

/**
 * What can be said of a difference.
 *
 * - `changed`: it lies beyond the noise of both.
 * - `within-noise`: the same may come of asking twice.
 * - `unknown`: there is no value, or nothing was measured that tells how sure the numbers are.
 */
export type DifferenceVerdict = "changed" | "within-noise" | "unknown"

/** A number in both explanations. `limit` is how far the two may lie apart by noise; absent where nothing tells. */
export interface Difference {
  readonly a: number
  readonly b: number
  /** `b - a`. */
  readonly difference: number
  readonly limit?: number
  readonly verdict: DifferenceVerdict
}

/** A set of regions in both explanations; null where there is no such set. */
export interface SetDifference {
  readonly a: readonly RegionId[] | null
  readonly b: readonly RegionId[] | null
  readonly same: boolean
}

/** Two explanations of one picture beside each other: plain data. Effects and scores are in points of the score. */
export interface Comparison {
  readonly format: "gridexplainer-comparison"
  readonly version: 2
  /** `changed` where the score, the first answer or any region did; else `unknown` where anything is; else `within-noise`. */
  readonly verdict: DifferenceVerdict
  /** Which effects were compared. */
  readonly means: EffectMeaning
  readonly scale: FunctionScale
  /** What they were made with, as far as the records differ in it. */
  readonly setUp: readonly SetUpComparison[]
  /** Scores of the untouched picture. Their limit is the root of the sum of squares of the largest that harmless changes did to each. */
  readonly score: Difference
  /** The first class of the untouched picture; null where a record does not hold it. */
  readonly answer: { readonly a: ClassScore | null; readonly b: ClassScore | null; readonly same: boolean }
  /** One per region. */
  readonly regions: readonly Difference[]
  /** Regions that changed, the largest difference first. */
  readonly changed: readonly RegionId[]
  /** Regions with a measurable effect in both, for the answer in one and against it in the other. */
  readonly turned: readonly RegionId[]
  /** The region with the largest effect, of those that are measurable where evidence tells; null where there is none. */
  readonly strongest: { readonly a: RegionId | null; readonly b: RegionId | null; readonly same: boolean }
  /** Spearman's correlation of the effects, from -1 to 1; null for a single region. Regions without a value do not count. */
  readonly rankCorrelation: number | null
  /** The sets that keep and change the answer; absent unless both looked for them. */
  readonly sets?: { readonly enough: SetDifference; readonly needed: SetDifference }
}
