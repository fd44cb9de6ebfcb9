import { choleskyInPlace, logDeterminant, type Matrix, solveLower, solveUpper } from "../math/cholesky.ts"
import { columnSquares } from "../math/column-squares.ts"
import { inverseSquares } from "../math/inverse-squares.ts"
import { combine, product } from "../math/rows.ts"
import { solveLowerRows } from "../math/solve-lower-rows.ts"
import { symmetricProducts } from "../math/symmetric-products.ts"
import type { Position } from "../method.ts"
import type { HiddenSet } from "../types.ts"
import { lengths, neighbourPrior, ratios } from "./neighbour-prior.ts"
import { observe } from "./observe-masks.ts"

export interface FillRegressionOptions {
  /** The middle of each region, in widths of a region. */
  readonly positions: readonly Position[]
  /** What was hidden, the score then, and the place of the fill that hid it. */
  readonly masks: readonly HiddenSet[]
  readonly scores: readonly number[]
  readonly fills: readonly number[]
}

/** One effect a region, in the unit of the scores, with its standard deviation. */
export interface EstimatedEffects {
  readonly effects: readonly number[]
  readonly deviations: readonly number[]
}

/** What the scores of masked pictures say about each region. */
export interface FillEffects extends EstimatedEffects {
  /** The same for one fill, in the order of the fills; the effects above are their means. */
  readonly perFill: readonly EstimatedEffects[]
  /** Length over which neighbours share strength, in widths of a region; 0 where each stands alone. The likeliest one. */
  readonly length: number
  /** Standard deviation of what the effects do not add up to. */
  readonly spread: number
}

/** Variances of what is a fill's own against what all fills share, weighed against each other. */
const OWN = [0, 0.3, 2, 15]

/** The one of them with which fills and regions are told from one another. */
const USUAL_OWN = 2

/** How many ratios of noise are tried again on each side of the likeliest. */
const NEAR = 3

/** Rounds in which the noise of each fill and the reach of each region are estimated. */
const ROUNDS = 12

/**
 * Degrees of freedom of Student's t, as which effects are spread before anything is known. One in the first half of the rounds: a few regions may have
 * effects far larger than the others, and are told from those that were often hidden with them. More in the second half: with few, an effect that is small
 * by chance is taken for surely small, and intervals are too narrow where neighbours are alike (`npm run bench:calibration`).
 */
const FREEDOM = { first: 1, last: 4 } as const

/** How far an effect may reach beyond the others, as a variance: beyond it numbers lose their digits. */
const MOST_REACH = 1e4

/** Masks' worth of belief that all fills are as noisy: little, since with some a model is all but silent. */
const NOISE_BELIEF = 0.2

/** A fill may not be taken for less noisy than this share of the mean variance. */
const LEAST_NOISE = 1e-3

/** Settings whose probability is smaller change nothing that is shown. */
const NEGLIGIBLE = 0.01

/** Scores that differ by less are equal: what is left of a mean of equal numbers. */
const ROUNDING = 1e-12

/**
 * Bayesian linear regression of the score on the regions shown, where a region has an effect with each fill: a part that fills share and a part of the
 * fill's own, both with a prior under which neighbours share strength (`neighbourPrior`), and a noise of each fill's own. The shares, the length and the noise are
 * weighed by how well they explain the scores (marginal likelihood); the noises of the fills by expectation and maximisation (Dempster 1977).
 *
 * Only masks that were drawn at random belong here: those that were chosen tell what happens when just what matters is hidden, not the average.
 *
 * @throws RangeError when there are fewer than 4 masks, or not one score and one fill a mask.
 */
export function fillRegression(options: FillRegressionOptions): FillEffects {
  const { positions, masks, scores, fills } = options
  if (masks.length < 4 || scores.length !== masks.length || fills.length !== masks.length)
    throw new RangeError(
      `expected at least 4 masks, a score and a fill for each, got ${masks.length}, ${scores.length} and ${fills.length}`,
    )
  const count = Math.max(...fills) + 1
  const { rows, free, centred } = observe({ regions: positions.length, masks, groups: fills })
  const values = centred(scores)
  if (product(values, values) <= masks.length * ROUNDING ** 2) return nothing(positions.length, count)
  const priors = new Map(lengths.map((length) => [length, neighbourPrior(positions, length)]))
  const data: Data = { priorOf: (length) => priors.get(length)!, rows, values, free, fills, count }
  const alike: Traits = { noises: ones(count), reach: ones(positions.length) }
  const start = best(fitsOf({ traits: alike, shares: [count > 1 ? USUAL_OWN : 0], among: ratios }, data))
  const at = ratios.indexOf(start.ratio)
  const among = ratios.slice(Math.max(0, at - NEAR), at + NEAR + 1)
  const traits = learnTraits(start, data)
  return average(fitsOf({ traits, shares: count > 1 ? OWN : [0], among }, data), data)
}

/** What tells fills and regions from one another. */
interface Traits {
  /** How noisy each fill is beside the others, as variances. */
  readonly noises: Float64Array
  /** How far each region's effect may reach beside the others, as variances. */
  readonly reach: Float64Array
}

/** Scores less the mean of their fill, and what each was hidden with. */
interface Data {
  /** `neighbourPrior` of each length. */
  readonly priorOf: (length: number) => readonly Float64Array[]
  readonly rows: readonly Float64Array[]
  readonly values: Float64Array
  readonly free: number
  readonly fills: readonly number[]
  readonly count: number
}

interface Kernel {
  readonly length: number
  /** Covariance of each mask's score with each region's effect. */
  readonly shared: readonly Float64Array[]
  /** Covariance of masks' scores. */
  readonly gram: Matrix
  /** Variance of each region's effect. */
  readonly prior: Float64Array
}

function kernelOf(length: number, { reach }: Traits, { priorOf, rows }: Data): Kernel {
  const prior = priorOf(length).map((row, i) => {
    const own = new Float64Array(row.length)
    for (let j = 0; j < own.length; j++) own[j] = row[j]! * Math.sqrt(reach[i]! * reach[j]!)
    return own
  })
  const shared = rows.map((row) => combine(row, prior))
  const gram = symmetricProducts(shared, rows)
  return { length, shared, gram, prior: Float64Array.from(prior, (row, region) => row[region]!) }
}

/** One length, one share of the fills' own and one ratio of noise. */
interface Fit {
  readonly kernel: Kernel
  readonly own: number
  readonly ratio: number
  readonly traits: Traits
  readonly lower: Matrix
  readonly whitened: Float64Array
  /** Logarithm of the marginal likelihood, up to a constant. */
  readonly evidence: number
  /** Variance of an effect's part that fills share, before anything is known. */
  readonly scale: number
}

/** One fit for each length, each of the shares of the fills' own and each ratio among those given. */
function fitsOf(
  {
    traits,
    shares,
    among,
  }: { readonly traits: Traits; readonly shares: readonly number[]; readonly among: readonly number[] },
  data: Data,
): readonly Fit[] {
  return lengths.flatMap((length) => {
    const kernel = kernelOf(length, traits, data)
    return shares.flatMap((own) => among.map((ratio) => fitAt({ kernel, own, ratio, traits }, data)))
  })
}

function fitAt(setting: Pick<Fit, "kernel" | "own" | "ratio" | "traits">, { values, free, fills }: Data): Fit {
  const { kernel, own, ratio, traits } = setting
  const { size, values: gram } = kernel.gram
  const covariance = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    const fill = fills[i]!
    for (let j = 0; j <= i; j++) covariance[i * size + j] = gram[i * size + j]! * (fill === fills[j] ? 1 + own : 1)
    covariance[i * size + i]! += ratio * traits.noises[fill]!
  }
  const lower = choleskyInPlace({ size, values: covariance })
  const whitened = solveLower(lower, values)
  const misfit = product(whitened, whitened)
  const evidence = -0.5 * (logDeterminant(lower) - (size - free) * Math.log(ratio) + free * Math.log(misfit))
  return { ...setting, lower, whitened, evidence, scale: misfit / free }
}

function best(fits: readonly Fit[]): Fit {
  return fits.reduce((one, other) => (other.evidence > one.evidence ? other : one))
}

/** Learns from one setting, round by round, how noisy each fill is and how far each region's effect reaches. */
function learnTraits(start: Fit, data: Data): Traits {
  let fit = start
  for (let round = 0; round < ROUNDS; round++) {
    const freedom = round < ROUNDS / 2 ? FREEDOM.first : FREEDOM.last
    const traits = { noises: noisesOf(fit, data), reach: reachOf(fit, { freedom, data }) }
    fit = fitAt({ ...fit, kernel: kernelOf(fit.kernel.length, traits, data), traits }, data)
  }
  return fit.traits
}

/** What a setting leaves unexplained of each fill, and how unsure it is of what it explains. */
function noisesOf({ lower, whitened, scale, ratio, traits }: Fit, { values, fills, count }: Data): Float64Array {
  const size = values.length
  const weights = solveUpper(lower, whitened)
  const unsure = inverseSquares(lower)
  const sums = new Float64Array(count)
  const members = new Float64Array(count)
  for (let i = 0; i < size; i++) {
    const fill = fills[i]!
    const noise = ratio * traits.noises[fill]!
    sums[fill]! += (noise * weights[i]!) ** 2 + scale * noise * Math.max(0, 1 - noise * unsure[i]!)
    members[fill]! += 1
  }
  const mean = sums.reduce((sum, value) => sum + value, 0) / size
  return sums.map((sum, fill) => Math.max(LEAST_NOISE, (sum / mean + NOISE_BELIEF) / (members[fill]! + NOISE_BELIEF)))
}

/** Where an effect is larger than the rest let expect, it may be larger still. */
function reachOf(fit: Fit, { freedom, data }: { readonly freedom: number; readonly data: Data }): Float64Array {
  const { mean, variance } = posterior(fit, { fill: undefined, data })
  const usual = (fit.scale * (1 + fit.own / data.count) * fit.kernel.prior[0]!) / fit.traits.reach[0]!
  return mean.map((effect, region) =>
    Math.min(MOST_REACH, (freedom + (effect ** 2 + variance[region]!) / usual) / (freedom + 1)),
  )
}

function ones(length: number): Float64Array {
  return new Float64Array(length).fill(1)
}

/** Weighs the settings by their probability; what they disagree on widens the intervals. */
function average(fits: readonly Fit[], data: Data): FillEffects {
  const likeliest = best(fits)
  const kept = fits
    .map((fit) => ({ fit, weight: Math.exp(fit.evidence - likeliest.evidence) }))
    .filter(({ weight }) => weight > NEGLIGIBLE)
  const total = kept.reduce((sum, { weight }) => sum + weight, 0)
  const weights = kept.map(({ weight }) => weight / total)
  const mixed = (fill: number | undefined): EstimatedEffects => {
    const posteriors = kept.map(({ fit }) => posterior(fit, { fill, data }))
    const mix = (of: (one: Posterior) => number): number =>
      posteriors.reduce((sum, one, i) => sum + weights[i]! * of(one), 0)
    const effects = Array.from(likeliest.kernel.prior, (_, region) => mix(({ mean }) => mean[region]!))
    const deviations = effects.map((effect, region) =>
      Math.sqrt(mix(({ mean, variance }) => variance[region]! + (mean[region]! - effect) ** 2)),
    )
    return { effects, deviations }
  }
  const all = mixed(undefined)
  return {
    ...all,
    perFill: data.count === 1 ? [all] : Array.from({ length: data.count }, (_, fill) => mixed(fill)),
    length: likeliest.kernel.length,
    spread: Math.sqrt(
      kept.reduce((sum, { fit }, i) => sum + weights[i]! * fit.scale * fit.ratio * meanNoise(fit, data), 0),
    ),
  }
}

interface Posterior {
  readonly mean: Float64Array
  readonly variance: Float64Array
}

/** Of the effects with one fill, or of their mean over the fills. */
function posterior(
  { kernel, own, lower, whitened, scale }: Fit,
  { fill, data }: { readonly fill: number | undefined; readonly data: Data },
): Posterior {
  const { shared, prior } = kernel
  const parts = Float64Array.from(data.fills, (of) =>
    fill === undefined ? 1 + own / data.count : of === fill ? 1 + own : 1,
  )
  const weights = solveUpper(lower, whitened).map((weight, i) => weight * parts[i]!)
  const before = fill === undefined ? 1 + own / data.count : 1 + own
  const told = shared.map((row, i) => {
    const part = parts[i]!
    const own = new Float64Array(row.length)
    for (let region = 0; region < own.length; region++) own[region] = part * row[region]!
    return own
  })
  const known = columnSquares(solveLowerRows(lower, told))
  const variance = prior.map((value, region) => scale * Math.max(0, before * value - known[region]!))
  return { mean: combine(weights, shared), variance }
}

function meanNoise({ traits }: Fit, { fills }: Data): number {
  return fills.reduce((sum, fill) => sum + traits.noises[fill]!, 0) / fills.length
}

function nothing(regions: number, fills: number): FillEffects {
  const none = Array.from({ length: regions }, () => 0)
  const effects = { effects: none, deviations: none }
  return { ...effects, perFill: Array.from({ length: fills }, () => effects), length: 0, spread: 0 }
}
