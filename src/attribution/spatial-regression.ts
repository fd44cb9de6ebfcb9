import { cholesky, logDeterminant, type Matrix, solveLower, solveUpper } from "../math/cholesky.ts"
import { gaussian } from "../math/gaussian.ts"
import { combine, product } from "../math/rows.ts"
import type { Position } from "../method.ts"
import type { HiddenSet } from "../types.ts"
import { lengths, neighbourPrior, ratios } from "./neighbour-prior.ts"
import { compress, type Observations, observe } from "./observe-masks.ts"

export interface SpatialRegressionOptions {
  /** The middle of each region, in widths of a region. */
  readonly positions: readonly Position[]
  /** What was hidden, and the score then. */
  readonly masks: readonly HiddenSet[]
  readonly scores: readonly number[]
  /** Which masks share a fill, by numbers from 0: each group has a level of its own. Default: one group. */
  readonly groups?: readonly number[]
}

/** What the scores of masked pictures say about each region, in the unit of the scores. */
export interface SpatialEffects {
  /** Expected fall of the score when the region is hidden, while others are hidden as the masks hide them. */
  readonly effects: readonly number[]
  /** Standard deviation of each effect. */
  readonly deviations: readonly number[]
  /** Length over which neighbours share strength, in widths of a region; 0 where each stands alone. The likeliest one. */
  readonly length: number
  /** Standard deviation of what the effects do not add up to. */
  readonly spread: number
  /** Effects that might as well be true: one draw from the posterior of the likeliest setting, by a stream of numbers from 0 to 1. */
  readonly draw: (next: () => number) => readonly number[]
}

/** Scores that differ by less are equal: what is left of a mean of equal numbers. */
const ROUNDING = 1e-12

/** Settings whose probability is smaller change nothing that is shown. */
const NEGLIGIBLE = 1e-3

/**
 * Bayesian linear regression of the score on the regions shown, with a prior under which neighbours share strength: covariance
 * exp(-d² / (2 length²)) between regions at distance d. Length and noise are weighed by how well they explain the scores (marginal likelihood).
 *
 * Under coin-flip masks the effects are Banzhaf values (Wang and Jia 2023, arXiv 2205.15466); under smooth masks they are the same question with
 * neighbours hidden together more often. Related: LIME (Ribeiro 2016), BayesLIME and BayesSHAP (Slack 2021, arXiv 2008.05030), BayLIME (Zhao 2021).
 *
 * @throws RangeError when there are fewer than 4 masks, or not one score a mask.
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
export function spatialRegression(options: SpatialRegressionOptions): SpatialEffects {
  const { positions, masks, scores } = options
  const groups: readonly number[] = options.groups ?? masks.map(() => 0)
  if (masks.length < 4 || scores.length !== masks.length)
    throw new RangeError(`expected at least 4 masks and a score for each, got ${masks.length} and ${scores.length}`)
  const observed = observe({ regions: positions.length, masks, scores, groups })
  const none = positions.map(() => 0)
  if (observed.variation <= masks.length * ROUNDING ** 2)
    return { effects: none, deviations: none, length: 0, spread: 0, draw: () => none }
  const fits = lengths.flatMap((length) => fitsAt(length, { positions, observed: compress(observed) }))
  return average(fits)
}

/** One length and one noise ratio, not yet asked for its effects. */
interface Fit {
  readonly length: number
  /** Logarithm of the marginal likelihood, up to a constant. */
  readonly evidence: number
  readonly noise: number
  readonly effects: () => { readonly mean: Float64Array; readonly variance: Float64Array }
  readonly draw: (next: () => number) => readonly number[]
}

function fitsAt(
  length: number,
  { positions, observed }: { readonly positions: readonly Position[]; readonly observed: Observations },
): readonly Fit[] {
  const { rows, values, free, residual } = observed
  const prior = neighbourPrior(positions, length)
  /** Covariance of each row's score with each region's effect. */
  const shared = rows.map((row) => combine(row, prior))
  const gram = Float64Array.from({ length: rows.length ** 2 }, (_, at) =>
    product(shared[Math.floor(at / rows.length)]!, rows[at % rows.length]!),
  )
  return ratios.map((ratio): Fit => {
    const lower = cholesky(withDiagonal({ size: rows.length, values: gram }, ratio))
    const whitened = solveLower(lower, values)
    const misfit = product(whitened, whitened) + residual / ratio
    const scale = misfit / free
    return {
      length,
      evidence: -0.5 * (logDeterminant(lower) + (free - rows.length) * Math.log(ratio) + free * Math.log(misfit)),
      noise: scale * ratio,
      effects: () => posterior({ lower, whitened, shared, prior, scale }),
      draw: (next) => drawn({ lower, rows, values, shared, prior, scale, ratio }, next),
    }
  })
}

function posterior(fit: {
  readonly lower: Matrix
  readonly whitened: Float64Array
  readonly shared: readonly Float64Array[]
  readonly prior: readonly Float64Array[]
  readonly scale: number
}): ReturnType<Fit["effects"]> {
  const { lower, whitened, shared, prior, scale } = fit
  const mean = combine(solveUpper(lower, whitened), shared)
  const variance = mean.map((_, region) => {
    const known = solveLower(
      lower,
      shared.map((row) => row[region]!),
    )
    return scale * Math.max(0, prior[region]![region]! - product(known, known))
  })
  return { mean, variance }
}

/** A draw from the prior, moved by what it gets wrong about the scores (Matheron's rule). */
function drawn(
  fit: {
    readonly lower: Matrix
    readonly rows: readonly Float64Array[]
    readonly values: Float64Array
    readonly shared: readonly Float64Array[]
    readonly prior: readonly Float64Array[]
    readonly scale: number
    readonly ratio: number
  },
  next: () => number,
): readonly number[] {
  const { lower, rows, values, shared, prior, scale, ratio } = fit
  const size = prior.length
  const root = cholesky(withDiagonal({ size, values: Float64Array.from(prior.flatMap((row) => [...row])) }, 1e-6))
  const noise = Float64Array.from(prior, () => Math.sqrt(scale) * gaussian(next))
  const guess = Float64Array.from(prior, (_, i) => product(root.values.subarray(i * size, (i + 1) * size), noise))
  const missed = values.map((value, r) => value - product(rows[r]!, guess) - Math.sqrt(scale * ratio) * gaussian(next))
  const moved = combine(solveUpper(lower, solveLower(lower, missed)), shared)
  return Array.from(guess, (value, i) => value + moved[i]!)
}

/** Weighs the settings by their probability; what they disagree on widens the intervals. */
function average(fits: readonly Fit[]): SpatialEffects {
  const best = fits.reduce((one, other) => (other.evidence > one.evidence ? other : one))
  const weights = fits.map(({ evidence }) => Math.exp(evidence - best.evidence))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const kept = fits
    .map((fit, i) => ({ fit, weight: weights[i]! / total }))
    .filter(({ weight }) => weight > NEGLIGIBLE)
    .map(({ fit, weight }) => ({ weight, noise: fit.noise, ...fit.effects() }))
  const sum = kept.reduce((all, { weight }) => all + weight, 0)
  const mix = (of: (one: (typeof kept)[number]) => number): number =>
    kept.reduce((all, one) => all + (one.weight / sum) * of(one), 0)
  const effects = Array.from(kept[0]!.mean, (_, i) => mix(({ mean }) => mean[i]!))
  return {
    effects,
    deviations: effects.map((effect, i) =>
      Math.sqrt(mix(({ mean, variance }) => variance[i]! + (mean[i]! - effect) ** 2)),
    ),
    length: best.length,
    spread: Math.sqrt(mix(({ noise }) => noise)),
    draw: best.draw,
  }
}

function withDiagonal({ size, values }: Matrix, add: number): Matrix {
  const sum = Float64Array.from(values)
  for (let i = 0; i < size; i++) sum[i * size + i]! += add
  return { size, values: sum }
}
