import type { Matrix } from "./cholesky.ts"

/** The diagonal of (L Lᵀ)⁻¹: for each column of L⁻¹ the sum of its squares. */
export function inverseSquares({ size, values }: Matrix): Float64Array {
  const inverse = new Float64Array(size * size)
  const sums = new Float64Array(size)
  for (let i = 0; i < size; i++) {
    const row = i * size
    inverse[row + i] = 1
    for (let k = 0; k < i; k++) {
      const factor = values[row + k]!
      const above = k * size
      // Row k of the inverse ends at column k.
      for (let c = 0; c <= k; c++) inverse[row + c] = inverse[row + c]! - factor * inverse[above + c]!
    }
    const pivot = values[row + i]!
    for (let c = 0; c <= i; c++) {
      const value = inverse[row + c]! / pivot
      inverse[row + c] = value
      sums[c] = sums[c]! + value * value
    }
  }
  return sums
}
