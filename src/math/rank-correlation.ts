import { product } from "./rows.ts"

/**
 * Spearman's rank correlation, from -1 to 1: Pearson's correlation of the ranks, where equal values share their mean rank. 0 if all values of one
 * list are equal.
 *
 * @throws RangeError for lists of different lengths, or shorter than 2.
 */
export function rankCorrelation(one: ArrayLike<number>, other: ArrayLike<number>): number {
  if (one.length !== other.length || one.length < 2)
    throw new RangeError(`lists must be of one length, at least 2, got ${one.length} and ${other.length}`)
  const [a, b] = [centredRanks(one), centredRanks(other)]
  const scale = Math.sqrt(product(a, a) * product(b, b))
  return scale === 0 ? 0 : product(a, b) / scale
}

function centredRanks(values: ArrayLike<number>): Float64Array {
  const order = Array.from(values, (value, place) => ({ value, place })).sort((a, b) => a.value - b.value)
  const ranks = new Float64Array(order.length)
  for (let start = 0; start < order.length; ) {
    let end = start
    while (end < order.length && order[end]!.value === order[start]!.value) end++
    for (let i = start; i < end; i++) ranks[order[i]!.place] = (start + end - 1) / 2 - (order.length - 1) / 2
    start = end
  }
  return ranks
}
