import type { Matrix } from "./cholesky.ts"

/**
 * The products of each row of one list with each of another, where they are known to be symmetric: `a[i] · b[j]` = `a[j] · b[i]`, as where `a` is `b`, or `b` times a
 * symmetric matrix. Half of them are worked out.
 */
export function symmetricProducts(a: readonly Float64Array[], b: readonly Float64Array[]): Matrix {
  const size = a.length
  const values = new Float64Array(size * size)
  const set = (i: number, j: number, value: number): void => {
    values[i * size + j] = value
    values[j * size + i] = value
  }
  for (let i = 0; i < size; i++) {
    const row = a[i]!
    let j = 0
    // Four sums that do not wait for each other take little longer than one.
    for (; j + 3 <= i; j += 4) {
      const [w, x, y, z] = [b[j]!, b[j + 1]!, b[j + 2]!, b[j + 3]!]
      let [one, two, three, four] = [0, 0, 0, 0]
      for (let k = 0; k < row.length; k++) {
        const factor = row[k]!
        one += factor * w[k]!
        two += factor * x[k]!
        three += factor * y[k]!
        four += factor * z[k]!
      }
      set(i, j, one)
      set(i, j + 1, two)
      set(i, j + 2, three)
      set(i, j + 3, four)
    }
    for (; j <= i; j++) {
      const other = b[j]!
      let sum = 0
      for (let k = 0; k < row.length; k++) sum += row[k]! * other[k]!
      set(i, j, sum)
    }
  }
  return { size, values }
}
