/** A square matrix, row by row: `values[row * size + column]`. */
export interface Matrix {
  readonly size: number
  readonly values: Float64Array
}

/**
 * The lower triangle L of a symmetric positive definite matrix A = L Lᵀ (Cholesky's method). Only the lower triangle of A is read.
 *
 * Two columns and four rows per pass: eight independent sums that share what they read take little longer than two. Each is added up in the order
 * of the columns, as if it were alone.
 *
 * @throws RangeError when the matrix is not positive definite.
 */
export function cholesky({ size, values }: Matrix): Matrix {
  return choleskyInPlace({ size, values: values.slice() })
}

/** The same in place: the matrix is overwritten. */
export function choleskyInPlace({ size, values: lower }: Matrix): Matrix {
  let j = 0
  for (; j + 1 < size; j += 2) twoColumns(lower, size, j)
  if (j < size) {
    const row = j * size
    let square = 0
    for (let k = 0; k < j; k++) square += lower[row + k]! * lower[row + k]!
    lower[row + j] = rootOf(lower[row + j]! - square, j)
  }
  return { size, values: lower }
}

function twoColumns(lower: Float64Array, size: number, j: number): void {
  const p = j * size
  const q = p + size
  let pp = 0
  let pq = 0
  let qq = 0
  for (let k = 0; k < j; k++) {
    const x = lower[p + k]!
    const y = lower[q + k]!
    pp += x * x
    pq += y * x
    qq += y * y
  }
  const root = rootOf(lower[p + j]! - pp, j)
  const between = (lower[q + j]! - pq) / root
  const next = rootOf(lower[q + j + 1]! - (qq + between * between), j + 1)
  lower[p + j] = root
  lower[q + j] = between
  lower[q + j + 1] = next
  let i = j + 2
  for (; i + 3 < size; i += 4) {
    const a = i * size
    const b = a + size
    const c = b + size
    const d = c + size
    let ap = 0
    let bp = 0
    let cp = 0
    let dp = 0
    let aq = 0
    let bq = 0
    let cq = 0
    let dq = 0
    for (let k = 0; k < j; k++) {
      const x = lower[p + k]!
      const y = lower[q + k]!
      ap += lower[a + k]! * x
      bp += lower[b + k]! * x
      cp += lower[c + k]! * x
      dp += lower[d + k]! * x
      aq += lower[a + k]! * y
      bq += lower[b + k]! * y
      cq += lower[c + k]! * y
      dq += lower[d + k]! * y
    }
    lower[a + j] = (lower[a + j]! - ap) / root
    lower[a + j + 1] = (lower[a + j + 1]! - (aq + lower[a + j]! * between)) / next
    lower[b + j] = (lower[b + j]! - bp) / root
    lower[b + j + 1] = (lower[b + j + 1]! - (bq + lower[b + j]! * between)) / next
    lower[c + j] = (lower[c + j]! - cp) / root
    lower[c + j + 1] = (lower[c + j + 1]! - (cq + lower[c + j]! * between)) / next
    lower[d + j] = (lower[d + j]! - dp) / root
    lower[d + j + 1] = (lower[d + j + 1]! - (dq + lower[d + j]! * between)) / next
  }
  for (; i < size; i++) {
    const row = i * size
    let first = 0
    let second = 0
    for (let k = 0; k < j; k++) {
      first += lower[row + k]! * lower[p + k]!
      second += lower[row + k]! * lower[q + k]!
    }
    lower[row + j] = (lower[row + j]! - first) / root
    lower[row + j + 1] = (lower[row + j + 1]! - (second + lower[row + j]! * between)) / next
  }
  lower.fill(0, p + j + 1, q)
  lower.fill(0, q + j + 2, q + size)
}

function rootOf(pivot: number, row: number): number {
  if (!(pivot > 0)) throw new RangeError(`a matrix must be positive definite, got the pivot ${pivot} at row ${row}`)
  return Math.sqrt(pivot)
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
