/** A square matrix, row by row: `values[row * size + column]`. */
export interface Matrix {
  readonly size: number
  readonly values: Float64Array
}

/**
 * The lower triangle L of a symmetric positive definite matrix A = L Lᵀ (Cholesky's method).
 *
 * @throws RangeError when the matrix is not positive definite.
 */
export function cholesky({ size, values }: Matrix): Matrix {
  const lower = Float64Array.from(values)
  for (let j = 0; j < size; j++) {
    const pivot = lower[j * size + j]! - dot(lower, { a: j * size, b: j * size, count: j })
    if (!(pivot > 0)) throw new RangeError(`a matrix must be positive definite, got the pivot ${pivot} at row ${j}`)
    const root = Math.sqrt(pivot)
    lower[j * size + j] = root
    for (let i = j + 1; i < size; i++)
      lower[i * size + j] = (lower[i * size + j]! - dot(lower, { a: i * size, b: j * size, count: j })) / root
    lower.fill(0, j * size + j + 1, (j + 1) * size)
  }
  return { size, values: lower }
}

/** Solves L x = b. */
export function solveLower({ size, values }: Matrix, b: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(b)
  for (let i = 0; i < size; i++) {
    let rest = x[i]!
    for (let k = 0; k < i; k++) rest -= values[i * size + k]! * x[k]!
    x[i] = rest / values[i * size + i]!
  }
  return x
}

/** Solves Lᵀ x = b. */
export function solveUpper({ size, values }: Matrix, b: ArrayLike<number>): Float64Array {
  const x = Float64Array.from(b)
  for (let i = size - 1; i >= 0; i--) {
    let rest = x[i]!
    for (let k = i + 1; k < size; k++) rest -= values[k * size + i]! * x[k]!
    x[i] = rest / values[i * size + i]!
  }
  return x
}

/** Logarithm of the determinant of L Lᵀ. */
export function logDeterminant({ size, values }: Matrix): number {
  let sum = 0
  for (let i = 0; i < size; i++) sum += 2 * Math.log(values[i * size + i]!)
  return sum
}

function dot(values: Float64Array, { a, b, count }: { a: number; b: number; count: number }): number {
  let sum = 0
  for (let k = 0; k < count; k++) sum += values[a + k]! * values[b + k]!
  return sum
}
