import type { Estimate, EstimatorContext, Observation } from "../method.ts"

/**
 * Estimator of RISE (Petsiuk 2018, arXiv 1806.07421): the mean score of the masks that show a region, weighted by how far they show it, minus the mean score
 * of all.
 * Null for a region that no mask shows.
 *
 * @example
 * ```ts
 * import { meanShown } from "gridexplainer"
 * const best = { index: 0, label: "cat", score: 0.5 }
 * const context = { count: 2, positions: [[0, 0], [1, 0]], fills: 1, seed: 0, untouched: 1, scale: "probability" } as const
 * const observations = [{ mask: { hidden: [0] }, score: 0.25, best }, { mask: { hidden: [1] }, score: 0.75, best }]
 * meanShown(observations, context).effects // => [0.25, -0.25]
 * ```
 */
export function meanShown(observations: readonly Observation[], { count }: EstimatorContext): Estimate {
  const mean = observations.reduce((sum, { score }) => sum + score, 0) / observations.length
  const sums = new Float64Array(count)
  const weights = new Float64Array(count)
  for (const { mask, score } of observations) {
    const shown = new Float64Array(count).fill(1)
    for (const [i, id] of mask.hidden.entries()) shown[id] = 1 - (mask.strength?.[i] ?? 1)
    for (const [id, weight] of shown.entries()) {
      sums[id]! += weight * score
      weights[id]! += weight
    }
  }
  return { effects: Array.from(sums, (sum, id) => (weights[id]! > 0 ? sum / weights[id]! - mean : null)) }
}
