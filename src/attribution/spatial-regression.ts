import { type SpatialDesignOptions, type SpatialEffects, spatialDesign } from "./spatial-design.ts"

/** What `spatialRegression` is given: the masks and a score for each. */
export interface SpatialRegressionOptions extends SpatialDesignOptions {
  /** The score with each mask. */
  readonly scores: readonly number[]
}

/**
 * Bayesian linear regression of the score on the regions shown, with a prior under which neighbours share strength: covariance
 * exp(-d² / (2 length²)) between regions at distance d. Lengths and noise ratios are weighted by how well they explain the scores (marginal likelihood).
 *
 * With coin-flip masks the effects are Banzhaf values (Wang and Jia 2023, arXiv 2205.15466); smooth masks ask the same question but hide
 * neighbours together more often. Related: LIME (Ribeiro 2016), BayesLIME and BayesSHAP (Slack 2021, arXiv 2008.05030), BayLIME (Zhao 2021).
 *
 * @throws RangeError for fewer than 4 masks, or if there is not one score per mask.
 *
 * @example
 * ```ts
 * import { spatialRegression } from "gridexplainer"
 * const positions = [[0, 0], [1, 0]] as const
 * const masks = [[0], [1], [], [0, 1], [0], [1], [], [0, 1]].map((hidden) => ({ hidden }))
 * const { effects } = spatialRegression({ positions, masks, scores: [0.1, 0.9, 0.9, 0.1, 0.1, 0.9, 0.9, 0.1] })
 * effects[0]! > 10 * Math.abs(effects[1]!) // => true
 * ```
 */
export function spatialRegression({ scores, ...design }: SpatialRegressionOptions): SpatialEffects {
  return spatialDesign(design)(scores)
}
