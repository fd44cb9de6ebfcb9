/** Sum of products. */
export function product(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!
  return sum
}

/** Sum of rows, each times its factor. */
export function combine(factors: Float64Array, rows: readonly Float64Array[]): Float64Array {
  const length = rows[0]?.length ?? 0
  const sum = new Float64Array(length)
  let r = 0
  // Four rows per pass, so that the sums are read and written a quarter as often.
  for (; r + 3 < factors.length; r += 4) {
    const one = factors[r]!
    const two = factors[r + 1]!
    const three = factors[r + 2]!
    const four = factors[r + 3]!
    if (one === 0 && two === 0 && three === 0 && four === 0) continue
    const a = rows[r]!
    const b = rows[r + 1]!
    const c = rows[r + 2]!
    const d = rows[r + 3]!
    for (let i = 0; i < length; i++) sum[i] = sum[i]! + one * a[i]! + two * b[i]! + three * c[i]! + four * d[i]!
  }
  for (; r < factors.length; r++) {
    const factor = factors[r]!
    const row = rows[r]!
    if (factor !== 0) for (let i = 0; i < length; i++) sum[i] = sum[i]! + factor * row[i]!
  }
  return sum
}
