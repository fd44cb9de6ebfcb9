import { describe, expect, test } from "vitest"
import { cholesky, logDeterminant, solveLower, solveUpper } from "../../src/math/cholesky.ts"

describe("cholesky", () => {
  const matrix = { size: 2, values: Float64Array.of(4, 2, 2, 10) }

  test("finds the triangle whose square is the matrix", () => {
    // [[2, 0], [1, 3]] times its transpose is [[4, 2], [2, 10]].
    expect(Array.from(cholesky(matrix).values)).toEqual([2, 0, 1, 3])
  })

  test("solves equations in two steps", () => {
    const lower = cholesky(matrix)
    // 4 x + 2 y = 8 and 2 x + 10 y = 22 have the solution x = 1, y = 2.
    const solution = solveUpper(lower, solveLower(lower, [8, 22]))
    expect(solution[0]).toBeCloseTo(1, 12)
    expect(solution[1]).toBeCloseTo(2, 12)
  })

  test("knows the determinant, which is 36", () => {
    expect(logDeterminant(cholesky(matrix))).toBeCloseTo(Math.log(36), 12)
  })

  test("refuses a matrix that is not positive definite", () => {
    expect(() => cholesky({ size: 2, values: Float64Array.of(1, 2, 2, 1) })).toThrow(
      "a matrix must be positive definite, got the pivot -3 at row 1",
    )
  })
})
