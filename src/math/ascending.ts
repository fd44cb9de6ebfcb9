/** A copy of some numbers, the smallest first. */
export function ascending(values: readonly number[]): readonly number[] {
  return values.toSorted((a, b) => a - b)
}
