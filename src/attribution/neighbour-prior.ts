import type { Position } from "../method.ts"

/** Share of an effect's variance that is common to all regions, which may all support the answer. */
const COMMON = 0.5

/** Lengths over which neighbours may share strength, in widths of a region, to be weighed against each other; 0: each stands alone. */
export const lengths: readonly number[] = [0, 0.7, 1, 1.5, 2]

/** Ratios of the noise to the variance of an effect, to be weighed against each other. */
export const ratios: readonly number[] = [0.001, 0.01, 0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000, 10_000]

/** Prior covariance of the regions' effects, one row per region: exp(-d² / (2 length²)) at distance d, plus a part common to all. */
export function neighbourPrior(positions: readonly Position[], length: number): readonly Float64Array[] {
  return positions.map((from) => {
    const row = new Float64Array(positions.length)
    for (let i = 0; i < row.length; i++) row[i] = covariance(from, positions[i]!, length)
    return row
  })
}

function covariance(from: Position, to: Position, length: number): number {
  const squared = (from[0] - to[0]) ** 2 + (from[1] - to[1]) ** 2
  return COMMON + (length === 0 ? Number(squared === 0) : Math.exp(-squared / (2 * length ** 2)))
}
