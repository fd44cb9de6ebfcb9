import type { EffectMeaning, FunctionScale } from "../explanation.ts"
import type { ClassScore, RegionId } from "../types.ts"
import type { SetUpComparison } from "./compare-set-up.ts"

/**
 * What can be said about a difference.
 *
 * - `changed`: it is larger than the noise of both.
 * - `within-noise`: asking twice may give the same difference.
 * - `unknown`: there is no value, or no noise was measured to judge it by.
 */
export type DifferenceVerdict = "changed" | "within-noise" | "unknown"

/** A number in both explanations. `limit` is how far apart noise may put the two; absent if no noise was measured. */
export interface Difference {
  readonly a: number
  readonly b: number
  /** `b - a`. */
  readonly difference: number
  readonly limit?: number
  readonly verdict: DifferenceVerdict
}

/** A set of regions in each of the two explanations; null if there is no such set. */
export interface SetDifference {
  readonly a: readonly RegionId[] | null
  readonly b: readonly RegionId[] | null
  readonly same: boolean
}

/** Two explanations of one picture compared: plain data. Effects and scores are in points of the score. */
export interface Comparison {
  readonly format: "gridexplainer-comparison"
  readonly version: 2
  /** `changed` if the score, the top class or any region changed; otherwise `unknown` if anything is unknown; otherwise `within-noise`. */
  readonly verdict: DifferenceVerdict
  /** Which effects were compared. */
  readonly means: EffectMeaning
  /** What the scores of both are. */
  readonly scale: FunctionScale
  /** What they were made with, where the records differ. */
  readonly setUp: readonly SetUpComparison[]
  /** Scores of the untouched picture. Their limit is the root of the sum of squares of the largest effect of harmless changes on each. */
  readonly score: Difference
  /** The top class of the untouched picture; null if a record does not have it. */
  readonly answer: { readonly a: ClassScore | null; readonly b: ClassScore | null; readonly same: boolean }
  /** One per region. */
  readonly regions: readonly Difference[]
  /** Regions that changed, the largest difference first. */
  readonly changed: readonly RegionId[]
  /** Regions with a measurable effect in both, which support the answer in one and speak against it in the other. */
  readonly turned: readonly RegionId[]
  /** The region with the largest effect, among the measurable ones if evidence tells which these are; null if there is none. */
  readonly strongest: { readonly a: RegionId | null; readonly b: RegionId | null; readonly same: boolean }
  /** Spearman's correlation of the effects, from -1 to 1; null for a single region. Regions without a value do not count. */
  readonly rankCorrelation: number | null
  /** The sets that keep and change the answer; absent unless both explanations looked for them. */
  readonly sets?: { readonly enough: SetDifference; readonly needed: SetDifference }
}
