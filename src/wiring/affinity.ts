import type { Scores } from "../types.ts"

/** The answer that a view should get, as far as it is known: shares of some classes that add up to at most 1. */
export type Expected = ReadonlyMap<number, number>

/**
 * How well each row agrees with what was expected: the sum over classes of sqrt(answered * expected), from 0 to 1. This is the affinity
 * of two distributions after Bhattacharyya (1943); if one class is expected, it is the square root of the share that this class got.
 *
 * @param options `shift` reads the answer for class k at place k + shift.
 */
export function affinity(
  { rows, columns, data }: Scores,
  expected: readonly Expected[],
  options: { readonly shift?: number } = {},
): Float64Array {
  const { shift = 0 } = options
  return Float64Array.from({ length: rows }, (_, row) => {
    let sum = 0
    for (const [index, share] of expected[row]!) {
      const place = index + shift
      if (place >= 0 && place < columns) sum += Math.sqrt(data[row * columns + place]! * share)
    }
    return sum
  })
}
