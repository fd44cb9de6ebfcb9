import { choleskyInPlace, logDeterminant, type Matrix, solveLower, solveUpper } from "../math/cholesky.ts"
import { columnSquares } from "../math/column-squares.ts"
import { gaussian } from "../math/gaussian.ts"
import { combine, product } from "../math/rows.ts"
import { solveLowerRows } from "../math/solve-lower-rows.ts"
import { symmetricProducts } from "../math/symmetric-products.ts"
import type { Position } from "../method.ts"
import type { HiddenSet } from "../types.ts"
import { type CompressedMasks, compressMasks } from "./compress-masks.ts"
import { lengths, neighbourPrior, ratios } from "./neighbour-prior.ts"
import { observe } from "./observe-masks.ts"

/** What was asked, without the answers. */
export interface SpatialDesignOptions {
  /** The middle of each region, in widths of a region. */
  readonly positions: readonly Position[]
  /** What was hidden. */
  readonly masks: readonly HiddenSet[]
  /** The group of each mask, such as its fill, numbered from 0: each group has its own level. Default: one group. */
  readonly groups?: readonly number[]
}

/** What the scores of masked pictures say about each region, in the unit of the scores. Each field is worked out when it is first read. */
export interface SpatialEffects {
  /** Expected fall of the score when the region is hidden, while others are hidden as the masks hide them. */
  readonly effects: readonly number[]
  /** Standard deviation of each effect. */
  readonly deviations: readonly number[]
  /** The most likely length over which neighbours share strength, in widths of a region; 0 if each stands alone. */
  readonly length: number
  /** Standard deviation of what the effects do not add up to. */
  readonly spread: number
  /** Plausible effects: one draw from the posterior of the most likely setting, using a stream of random numbers from 0 to 1. */
  readonly draw: (next: () => number) => readonly number[]
}

/** Scores that differ by less are equal: rounding leaves this much of a mean of equal numbers. */
const ROUNDING = 1e-12

/** Settings with a smaller probability change nothing that is shown. */
const NEGLIGIBLE = 1e-3

/** Added to the diagonal of a prior, so that it has a root even if two regions are alike. */
const JITTER = 1e-6

/**
 * The part of `spatialRegression` that needs no scores, and most of its work: several kinds of score for the same masks, such as points and factors, share it.
 *
 * @returns a function from one score per mask to effects; it throws a RangeError for fewer than 4 masks, or if there is not one score per mask.
 */
export function spatialDesign(options: SpatialDesignOptions): (scores: readonly number[]) => SpatialEffects {
  const { positions, masks } = options
  const groups: readonly number[] = options.groups ?? masks.map(() => 0)
  const { rows, free, centred } = observe({ regions: positions.length, masks, groups })
  const compressed = once(() => compressMasks(rows))
  const kernels = once(() => lengths.map((length) => kernelOf(length, positions, compressed().rows)))
  return (scores) => {
    if (masks.length < 4 || scores.length !== masks.length)
      throw new RangeError(`expected at least 4 masks and a score for each, got ${masks.length} and ${scores.length}`)
    const values = centred(scores)
    const none = positions.map(() => 0)
    if (product(values, values) <= masks.length * ROUNDING ** 2)
      return { effects: none, deviations: none, length: 0, spread: 0, draw: () => none }
    const observed = compressed().compress(values)
    return average(
      kernels().flatMap((kernel) => kernel.noises.map((noise) => fitOf(kernel, noise, { ...observed, free }))),
    )
  }
}

/** What the masks say, for one length. */
interface Kernel {
  readonly length: number
  readonly rows: CompressedMasks["rows"]
  readonly prior: readonly Float64Array[]
  /** Lower triangle whose square is the prior. */
  readonly root: () => Matrix
  /** Covariance of each row's score with each region's effect. */
  readonly shared: readonly Float64Array[]
  readonly noises: readonly Noise[]
}

/** The same for one ratio of noise. */
interface Noise {
  readonly ratio: number
  /** Lower triangle whose square is the covariance of the rows' scores. */
  readonly lower: Matrix
  readonly logDeterminant: number
}

/** One length and one noise ratio for some scores, before effects are worked out. */
interface Fit {
  readonly length: number
  /** Logarithm of the marginal likelihood, up to a constant. */
  readonly evidence: number
  readonly noise: number
  readonly mean: () => Float64Array
  readonly variance: () => Float64Array
  readonly draw: (next: () => number) => readonly number[]
}

interface Observed extends ReturnType<CompressedMasks["compress"]> {
  readonly free: number
}

function kernelOf(length: number, positions: readonly Position[], rows: CompressedMasks["rows"]): Kernel {
  const prior = neighbourPrior(positions, length)
  const shared = rows.map((row) => combine(row, prior))
  const gram = symmetricProducts(shared, rows)
  return {
    ...{ length, rows, prior, shared },
    root: once(() => choleskyInPlace(withDiagonal(squareOf(prior), JITTER))),
    noises: ratios.map((ratio) => {
      const lower = choleskyInPlace(withDiagonal(gram, ratio))
      return { ratio, lower, logDeterminant: logDeterminant(lower) }
    }),
  }
}

function fitOf(kernel: Kernel, { ratio, lower, logDeterminant }: Noise, { values, residual, free }: Observed): Fit {
  const { length, rows, prior, shared } = kernel
  const whitened = solveLower(lower, values)
  const misfit = product(whitened, whitened) + residual / ratio
  const scale = misfit / free
  return {
    length,
    evidence: -0.5 * (logDeterminant + (free - rows.length) * Math.log(ratio) + free * Math.log(misfit)),
    noise: scale * ratio,
    mean: () => combine(solveUpper(lower, whitened), shared),
    variance: () => {
      const known = columnSquares(solveLowerRows(lower, shared))
      return known.map((square, region) => scale * Math.max(0, prior[region]![region]! - square))
    },
    draw: (next) => drawn(kernel, { lower, values, scale, ratio }, next),
  }
}

/** A draw from the prior, corrected by its errors on the scores (Matheron's rule). */
function drawn(
  { rows, prior, root, shared }: Kernel,
  fit: { readonly lower: Matrix; readonly values: Float64Array; readonly scale: number; readonly ratio: number },
  next: () => number,
): readonly number[] {
  const { lower, values, scale, ratio } = fit
  const size = prior.length
  const noise = Float64Array.from(prior, () => Math.sqrt(scale) * gaussian(next))
  const guess = Float64Array.from(prior, (_, i) => product(root().values.subarray(i * size, (i + 1) * size), noise))
  const missed = values.map((value, r) => value - product(rows[r]!, guess) - Math.sqrt(scale * ratio) * gaussian(next))
  const moved = combine(solveUpper(lower, solveLower(lower, missed)), shared)
  return Array.from(guess, (value, i) => value + moved[i]!)
}

/** Averages the settings, weighted by their probability; disagreement between them widens the intervals. */
function average(fits: readonly Fit[]): SpatialEffects {
  const best = fits.reduce((one, other) => (other.evidence > one.evidence ? other : one))
  const weights = fits.map(({ evidence }) => Math.exp(evidence - best.evidence))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const kept = fits
    .map((fit, i) => ({ fit, weight: weights[i]! / total }))
    .filter(({ weight }) => weight > NEGLIGIBLE)
    .map(({ fit, weight }) => ({ ...fit, weight, mean: once(fit.mean) }))
  const sum = kept.reduce((all, { weight }) => all + weight, 0)
  const mix = (of: (one: (typeof kept)[number]) => number): number =>
    kept.reduce((all, one) => all + (one.weight / sum) * of(one), 0)
  const effects = once(() => Array.from(kept[0]!.mean(), (_, i) => mix(({ mean }) => mean()[i]!)))
  const deviations = once(() => {
    const variances = new Map(kept.map((one) => [one, one.variance()]))
    return effects().map((effect, i) =>
      Math.sqrt(mix((one) => variances.get(one)![i]! + (one.mean()[i]! - effect) ** 2)),
    )
  })
  return {
    get effects() {
      return effects()
    },
    get deviations() {
      return deviations()
    },
    length: best.length,
    spread: Math.sqrt(mix(({ noise }) => noise)),
    draw: best.draw,
  }
}

function squareOf(rows: readonly Float64Array[]): Matrix {
  const size = rows.length
  const values = new Float64Array(size * size)
  for (const [i, row] of rows.entries()) values.set(row, i * size)
  return { size, values }
}

function withDiagonal({ size, values }: Matrix, add: number): Matrix {
  const sum = values.slice()
  for (let i = 0; i < size; i++) sum[i * size + i]! += add
  return { size, values: sum }
}

/** Computes a value when it is first asked for, and keeps it. */
function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
