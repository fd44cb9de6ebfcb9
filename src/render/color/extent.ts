/**
 * The smallest and largest of any amount of numbers: `Math.min(...values)` overflows the stack beyond some 100 000.
 * NaN and infinities do not count; if nothing counts, `least` is +Infinity and `most` -Infinity.
 */
export function extent(values: ArrayLike<number>): { readonly least: number; readonly most: number } {
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (!Number.isFinite(value)) continue
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  return { least, most }
}
