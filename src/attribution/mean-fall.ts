import type { Estimate, EstimatorContext, Observation } from "../method.ts"

/**
 * Estimator that gives each region the mean fall of the score over the masks that hide it, weighted by how far they hide it: for windows, say, that hide
 * several regions each. Null for a region that no mask hides.
 *
 * @example
 * ```ts
 * import { meanFall } from "gridexplainer"
 * const best = { index: 0, label: "cat", score: 0.5 }
 * const context = { count: 2, positions: [[0, 0], [1, 0]], fills: 1, seed: 0, untouched: 1, scale: "probability" } as const
 * const observations = [{ mask: { hidden: [0] }, score: 0.5, best }, { mask: { hidden: [0, 1] }, score: 0.25, best }]
 * meanFall(observations, context).effects // => [0.625, 0.75]
 * ```
 */
export function meanFall(observations: readonly Observation[], { count, untouched }: EstimatorContext): Estimate {
  const sums = new Float64Array(count)
  const weights = new Float64Array(count)
  for (const { mask, score } of observations)
    for (const [i, id] of mask.hidden.entries()) {
      const weight = mask.strength?.[i] ?? 1
      sums[id]! += weight * (untouched - score)
      weights[id]! += weight
    }
  return { effects: Array.from(sums, (sum, id) => (weights[id]! > 0 ? sum / weights[id]! : null)) }
}
