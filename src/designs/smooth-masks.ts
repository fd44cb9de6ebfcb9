import { ascending } from "../math/ascending.ts"
import { gaussian } from "../math/gaussian.ts"
import type { Position } from "../method.ts"
import { random } from "../random.ts"
import type { HiddenSet } from "../types.ts"

/** The options of `smoothMasks`. */
export interface SmoothMasksOptions {
  /** How many masks; an even number, since they come in pairs. */
  readonly count: number
  /** A whole number from 0 to 2^32 - 1: the same seed gives the same masks. */
  readonly seed: number
  /** Length over which neighbouring regions are hidden together, in widths of a region. @default 1 */
  readonly length?: number
  /** Least and largest share of the regions that a mask hides. @default [0.25, 0.75] */
  readonly share?: readonly [number, number]
}

/**
 * Random masks whose hidden parts are connected: a smooth random field over the regions, hidden where it is high; then the complement of that mask.
 * Hidden patches of several sizes ask about whole parts of an object, which single squares and coin flips seldom do.
 *
 * @param positions the middle of each region, in widths of a region.
 * @throws RangeError for a count that is odd or below 2.
 *
 * @example
 * ```ts
 * import { smoothMasks } from "gridexplainer"
 * const places = [[0, 0], [1, 0], [0, 1], [1, 1]] as const
 * const [mask, complement] = smoothMasks(places, { count: 2, seed: 1, share: [0.5, 0.5] })
 * mask!.hidden.length // => 2
 * const all = [...mask!.hidden, ...complement!.hidden]
 * all.sort() // => [0, 1, 2, 3]
 * ```
 */
export function smoothMasks(positions: readonly Position[], options: SmoothMasksOptions): readonly HiddenSet[] {
  const { count, seed, length = 1, share: [least, most] = [0.25, 0.75] } = options
  if (!Number.isSafeInteger(count) || count < 2 || count % 2 !== 0)
    throw new RangeError(`masks come in pairs: expected an even count of at least 2, got ${count}`)
  const next = random(seed)
  const regions = positions.length
  const weights = smoothing(positions, length)
  return Array.from({ length: count / 2 }, () => {
    const field = smoothField(weights, next)
    const order = Array.from(field.keys()).sort((a, b) => field[b]! - field[a]! || a - b)
    const hide = Math.min(
      Math.max(1, Math.round((least + (most - least) * next()) * regions)),
      Math.max(1, regions - 1),
    )
    return [{ hidden: ascending(order.slice(0, hide)) }, { hidden: ascending(order.slice(hide)) }]
  }).flat()
}

/** Rows of unit length, so that the field has variance 1 everywhere; regions at distance d correlate by exp(-d² / (2 length²)). */
function smoothing(positions: readonly Position[], length: number): readonly Float64Array[] {
  return positions.map(([x, y]) => {
    const row = Float64Array.from(positions, ([u, v]) => {
      const squared = (x - u) ** 2 + (y - v) ** 2
      return length === 0 ? Number(squared === 0) : Math.exp(-squared / length ** 2)
    })
    const norm = Math.sqrt(row.reduce((sum, value) => sum + value * value, 0))
    return row.map((value) => value / norm)
  })
}

function smoothField(weights: readonly Float64Array[], next: () => number): readonly number[] {
  const noise = weights.map(() => gaussian(next))
  return weights.map((row) => {
    let sum = 0
    for (let i = 0; i < row.length; i++) sum += row[i]! * noise[i]!
    return sum
  })
}
