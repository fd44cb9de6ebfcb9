import type { Matrix } from "./cholesky.ts"

/**
 * The products of each row of one list with each row of another, if they are known to be symmetric: `a[i] · b[j]` = `a[j] · b[i]`, for example if `a` is `b`,
 * or `b` times a symmetric matrix. Only half of them are computed.
 */
export function symmetricProducts(a: readonly Float64Array[], b: readonly Float64Array[]): Matrix {
  const size = a.length
  const values = new Float64Array(size * size)
  for (let i = 0; i < size; i++) {
    const row = a[i]!
    const at = i * size
    let j = 0
    // Four independent sums take little longer than one.
    for (; j + 3 <= i; j += 4) {
      const w = b[j]!
      const x = b[j + 1]!
      const y = b[j + 2]!
      const z = b[j + 3]!
      let one = 0
      let two = 0
      let three = 0
      let four = 0
      for (let k = 0; k < row.length; k++) {
        const factor = row[k]!
        one += factor * w[k]!
        two += factor * x[k]!
        three += factor * y[k]!
        four += factor * z[k]!
      }
      values[at + j] = one
      values[at + j + 1] = two
      values[at + j + 2] = three
      values[at + j + 3] = four
    }
    for (; j <= i; j++) {
      const other = b[j]!
      let sum = 0
      for (let k = 0; k < row.length; k++) sum += row[k]! * other[k]!
      values[at + j] = sum
    }
  }
  for (let i = 0; i < size; i++) for (let j = 0; j < i; j++) values[j * size + i] = values[i * size + j]!
  return { size, values }
}
