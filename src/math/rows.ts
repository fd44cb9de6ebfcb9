/** Sum of products. */
export function product(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

/** Sum of rows, each times its factor. */
export function combine(factors: Float64Array, rows: readonly Float64Array[]): Float64Array {
  const sum = new Float64Array(rows[0]?.length ?? 0)
  factors.forEach((factor, r) => {
    if (factor !== 0) for (let i = 0; i < sum.length; i++) sum[i]! += factor * rows[r]![i]!
  })
  return sum
}
