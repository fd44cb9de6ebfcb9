/** The least and the most of some numbers, however many: `Math.min(...values)` overflows the stack beyond some 100 000. */
export function extent(values: ArrayLike<number>): { readonly least: number; readonly most: number } {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0; i < values.length; i++) {
    least = Math.min(least, values[i]!)
    most = Math.max(most, values[i]!)
  }
  return { least, most }
}
