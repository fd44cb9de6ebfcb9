import { choleskyInPlace, solveLower, solveUpper } from "../../math/cholesky.ts"
import type { Position } from "../../method.ts"
import type { TriedSet } from "./tried-sets.ts"

/** Covariance between the uses of two regions: `values[i * regions + j]`. */
export interface RegionKinship {
  readonly regions: number
  readonly values: Float64Array
}

/** Length over which neighbours share their usefulness, in widths of a region. */
const LENGTH = 0.7

/** Sets whose size differs from the wanted one by this much have about a third of the weight. */
const REACH = 8

/** The weight of the farthest sets: even they count a little. */
const LEAST_WEIGHT = 1e-3

/** Variance of a region's usefulness, and of the part of gains that is not a sum of these, for gains of variance 1. */
const USE = 0.03
const NOISE = 0.06

/** Variance of the level that all sets share. */
const LEVEL = 10

/** The most sets that are used, those nearest in size: the work grows with the third power. */
const MOST_SETS = 256

/** How much the usefulness of regions has in common: a lot for neighbours, if positions are known. */
export function regionKinship(regions: number, positions?: readonly Position[]): RegionKinship {
  const values = new Float64Array(regions * regions)
  for (let i = 0; i < regions; i++)
    for (let j = 0; j < regions; j++) {
      const [a, b] = [positions?.[i], positions?.[j]]
      const squared = a === undefined || b === undefined ? Infinity : (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2
      values[i * regions + j] = i === j ? 1 : Math.exp(-squared / (2 * LENGTH ** 2))
    }
  return { regions, values }
}

/**
 * How much each region adds to the gain of a set, for sets of about the wanted size: a Bayesian linear regression of the gains of the tried
 * sets on their members, in which sets of other sizes count less. This is only a guess; whether a set works is asked.
 *
 * @returns a number per region, in standard deviations of the gains.
 */
export function weighRegions(
  tried: readonly TriedSet[],
  { size, kinship }: { readonly size: number; readonly kinship: RegionKinship },
): Float64Array {
  const { regions, values } = kinship
  const distance = (set: TriedSet): number => Math.abs(set.regions.length - size)
  const sets = [...tried].sort((a, b) => distance(a) - distance(b)).slice(0, MOST_SETS)
  const weights = sets.map((set) => Math.exp(-distance(set) / REACH) + LEAST_WEIGHT)
  const gains = standardised(
    sets.map(({ gain }) => gain),
    weights,
  )
  if (gains === undefined) return new Float64Array(regions)
  const spreadOut = sets.map((set) => {
    const row = new Float64Array(regions)
    for (const id of set.regions) for (let j = 0; j < regions; j++) row[j]! += USE * values[id * regions + j]!
    return row
  })
  const covariance = new Float64Array(sets.length ** 2)
  const members = sets.map((set) => Int32Array.from(set.regions))
  for (const [i, row] of spreadOut.entries())
    for (let j = 0; j <= i; j++) {
      const ids = members[j]!
      let sum = LEVEL + (i === j ? NOISE / weights[i]! : 0)
      for (let k = 0; k < ids.length; k++) sum += row[ids[k]!]!
      covariance[i * sets.length + j] = sum // Only this half is read.
    }
  const root = choleskyInPlace({ size: sets.length, values: covariance })
  const shares = solveUpper(root, solveLower(root, gains))
  const uses = new Float64Array(regions)
  for (const [i, row] of spreadOut.entries()) for (let j = 0; j < regions; j++) uses[j]! += shares[i]! * row[j]!
  return uses
}

/** The gains with mean 0 and variance 1 under the weights; undefined if all are equal. */
function standardised(gains: readonly number[], weights: readonly number[]): readonly number[] | undefined {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const mean = gains.reduce((sum, gain, i) => sum + gain * weights[i]!, 0) / total
  const variance = gains.reduce((sum, gain, i) => sum + (gain - mean) ** 2 * weights[i]!, 0) / total
  return variance > 1e-18 ? gains.map((gain) => (gain - mean) / Math.sqrt(variance)) : undefined
}
