import type { HidingCurve } from "../evidence-record.ts"
import type { HiddenSet, RegionId, ScoreScale } from "../types.ts"

/** How scores along a curve are scaled. */
export interface CurveScale {
  /** Score of the untouched picture. */
  readonly untouched: number
  /** What scores are divided by: see `gainUnit`. */
  readonly unit: number
}

/**
 * What scores along a curve are divided by. A probability counts as a share of the untouched one, so that sure and unsure answers have equal weight. A logit
 * or a difference of scores has no natural zero, so a share of it means nothing: it is not divided, and its gain is in points of the score.
 */
export function gainUnit(scale: ScoreScale, untouched: number): number {
  return scale === "probability" && untouched > 0 ? untouched : 1
}

/** The pictures of one curve: at each step the first regions of the order hidden, then at each step the last ones. */
export function hidingSets(order: readonly RegionId[], steps: readonly number[]): readonly HiddenSet[] {
  return [
    ...steps.map((count) => ({ hidden: order.slice(0, count) })),
    ...steps.map((count) => ({ hidden: order.slice(order.length - count) })),
  ]
}

/**
 * The curve of the scores that `hidingSets` asked for, with its symmetric relevance gain (Bluecher 2024, arXiv 2401.06654).
 *
 * If the steps lie symmetrically around half of the regions, the mean of `leastFirst` is the insertion score and the mean of `mostFirst` the deletion score.
 */
export function hidingCurve(scores: readonly number[], scale: CurveScale): HidingCurve {
  const mostFirst = scores.slice(0, scores.length / 2)
  const leastFirst = scores.slice(scores.length / 2)
  return { mostFirst, leastFirst, gain: clippedMean(leastFirst, scale) - clippedMean(mostFirst, scale) }
}

/** The mean of scores, each capped at the untouched one: hiding a distraction may raise a score many times over, and would decide everything. */
export function clippedMean(scores: readonly number[], { untouched, unit }: CurveScale): number {
  return scores.reduce((sum, score) => sum + Math.min(score, untouched), 0) / unit / scores.length
}
