import type { Scores } from "../types.ts"
import { type PairedDifference, tOf } from "./paired.ts"

/**
 * How well answers tell pictures apart, in nats: the entropy of the mean answer minus the mean entropy of the answers (the mutual information of
 * picture and answer, as used by Bridle, Heading and MacKay in 1991). 0 if every picture gets the same answer; never above ln(classes).
 *
 * `shares` holds one row per picture, which adds up to 1.
 */
export function spread(shares: Scores): number {
  return parts(shares).spread
}

/** Compares two spreads over the same pictures; the standard error comes from leaving out one picture at a time (the jackknife). */
export function spreadDifference(better: Scores, than: Scores): PairedDifference {
  const [a, b] = [parts(better), parts(than)]
  const left = a.without.map((value, i) => value - b.without[i]!)
  const count = left.length
  const middle = left.reduce((sum, value) => sum + value, 0) / count
  const squares = left.reduce((sum, value) => sum + (value - middle) ** 2, 0)
  const mean = a.spread - b.spread
  return { mean, t: tOf(mean, Math.sqrt((squares * (count - 1)) / count)) }
}

function parts({ rows, columns, data }: Scores) {
  const sums = new Float64Array(columns)
  const entropies = Float64Array.from({ length: rows }, (_, row) => {
    const answer = data.subarray(row * columns, (row + 1) * columns)
    for (let i = 0; i < columns; i++) sums[i]! += answer[i]!
    return entropyOf(answer, () => 0, 1)
  })
  const total = entropies.reduce((sum, value) => sum + value, 0)
  return {
    spread: entropyOf(sums, () => 0, rows) - total / rows,
    /** The spread of all pictures but one, for each one. */
    without: Array.from({ length: rows }, (_, row) => {
      const mixed = entropyOf(sums, (i) => data[row * columns + i]!, rows - 1)
      return mixed - (total - entropies[row]!) / (rows - 1)
    }),
  }
}

/** Entropy in nats of (values - less) / divisor. */
function entropyOf(values: ArrayLike<number>, less: (index: number) => number, divisor: number): number {
  let entropy = 0
  for (let i = 0; i < values.length; i++) {
    const share = (values[i]! - less(i)) / divisor
    if (share > 0) entropy -= share * Math.log(share)
  }
  return entropy
}
