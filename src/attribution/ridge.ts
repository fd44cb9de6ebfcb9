import { cholesky, solveLower, solveUpper } from "../math/cholesky.ts"
import type { Estimator } from "../method.ts"
import { observe } from "./observe-masks.ts"

/** The options of `ridge`. */
export interface RidgeOptions {
  /** Added to the diagonal; a larger value draws effects towards 0. @default 1 */
  readonly strength?: number
}

/**
 * Estimator by ridge regression of the score on the regions shown, like LIME's last step with equal weights (Ribeiro 2016, arXiv 1602.04938).
 * Each fill has its own level.
 *
 * @throws RangeError unless `strength` is above 0.
 *
 * @example
 * ```ts
 * import { ridge } from "gridexplainer"
 * const best = { index: 0, label: "cat", score: 0.5 }
 * const context = { count: 2, positions: [[0, 0], [1, 0]], fills: 1, seed: 0, untouched: 1, scale: "probability" } as const
 * const masks = [[], [0], [1], [0, 1]].map((hidden) => ({ hidden }))
 * const scores = [1, 0, 1, 0]
 * ridge()(masks.map((mask, i) => ({ mask, score: scores[i]!, best })), context).effects // => [0.5, 0]
 * ```
 */
export function ridge({ strength = 1 }: RidgeOptions = {}): Estimator {
  if (!(strength > 0)) throw new RangeError(`the strength of a ridge must be above 0, got ${strength}`)
  return (observations, { count }) => {
    const { rows, centred } = observe({
      regions: count,
      masks: observations.map(({ mask }) => mask),
      groups: observations.map(({ mask }) => mask.fill ?? 0),
    })
    const values = centred(observations.map(({ score }) => score))
    const gram = new Float64Array(count * count)
    const shared = new Float64Array(count)
    for (const [r, row] of rows.entries())
      for (let i = 0; i < count; i++) {
        shared[i]! += row[i]! * values[r]!
        for (let j = 0; j < count; j++) gram[i * count + j]! += row[i]! * row[j]!
      }
    for (let i = 0; i < count; i++) gram[i * count + i]! += strength
    const lower = cholesky({ size: count, values: gram })
    return { effects: Array.from(solveUpper(lower, solveLower(lower, shared))) }
  }
}
