import { describe, expect, test } from "vitest"
import { cholesky, choleskyInPlace, logDeterminant, solveLower, solveUpper } from "../../src/math/cholesky.ts"
import { inverseSquares } from "../../src/math/inverse-squares.ts"
import { solveLowerRows } from "../../src/math/solve-lower-rows.ts"

describe("cholesky", () => {
  const matrix = { size: 2, values: Float64Array.of(4, 2, 2, 10) }

  test("finds the triangle whose square is the matrix", () => {
    // [[2, 0], [1, 3]] times its transpose is [[4, 2], [2, 10]].
    expect(Array.from(cholesky(matrix).values)).toEqual([2, 0, 1, 3])
  })

  test.each([1, 2, 3, 7, 8, 9])("finds it for %i rows, which it takes two by four at a time", (size) => {
    // Row i of the triangle is 1, 2, ..., i + 1.
    const lower = Float64Array.from({ length: size * size }, (_, at) =>
      at % size <= Math.floor(at / size) ? (at % size) + 1 : 0,
    )
    const square = lower.map((_, at) => {
      const [i, j] = [Math.floor(at / size), at % size]
      let sum = 0
      for (let k = 0; k < size; k++) sum += lower[i * size + k]! * lower[j * size + k]!
      return sum
    })
    expect(cholesky({ size, values: square })).toEqual({ size, values: lower })
  })

  test("leaves the matrix as it is, unless its memory may be used", () => {
    const values = matrix.values.slice()
    expect(cholesky({ size: 2, values }).values).not.toBe(values)
    expect(Array.from(values)).toEqual([4, 2, 2, 10])
    expect(choleskyInPlace({ size: 2, values }).values).toBe(values)
    expect(Array.from(values)).toEqual([2, 0, 1, 3])
  })

  test("solves many equations as it solves one", () => {
    const size = 9
    const lower = Float64Array.from({ length: size * size }, (_, at) =>
      at % size <= Math.floor(at / size) ? 1 + ((at * 7) % 5) : 0,
    )
    const columns = Array.from({ length: 3 }, (_, c) => Float64Array.from({ length: size }, (_, i) => i - c))
    const rows = Array.from({ length: size }, (_, i) => Float64Array.from(columns, (column) => column[i]!))
    const solved = solveLowerRows({ size, values: lower }, rows)
    for (const [c, column] of columns.entries())
      expect(Array.from(solved, (row) => row[c])).toEqual(Array.from(solveLower({ size, values: lower }, column)))
  })

  test("knows the diagonal of the inverse, which is 10 / 36 and 4 / 36", () => {
    const [first, second] = inverseSquares(cholesky(matrix))
    expect(first).toBeCloseTo(10 / 36, 12)
    expect(second).toBeCloseTo(4 / 36, 12)
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
