import { describe, expect, test } from "vitest"
import { columnSquares } from "../../src/math/column-squares.ts"
import { combine, product } from "../../src/math/rows.ts"
import { symmetricProducts } from "../../src/math/symmetric-products.ts"

/** Ten rows, so that some are taken four at a time and some alone: row i is i, i + 1. */
const rows = Array.from({ length: 10 }, (_, i) => Float64Array.of(i, i + 1))

describe("rows", () => {
  test("a product is a sum of products", () => {
    expect(product(Float64Array.of(1, 2, 3), Float64Array.of(4, 5, 6))).toBe(4 + 10 + 18)
  })

  test("rows are added up, each times its factor", () => {
    // 0 + 1 + ... + 9 is 45, and the second number of each row is one more.
    expect(Array.from(combine(new Float64Array(10).fill(1), rows))).toEqual([45, 55])
    expect(Array.from(combine(Float64Array.of(0, 0, 0, 0, 2, 0, 0, 0, 0, -1), rows))).toEqual([8 - 9, 10 - 10])
    expect(Array.from(combine(new Float64Array(0), []))).toEqual([])
  })

  test("squares are added up column by column", () => {
    expect(Array.from(columnSquares(rows.slice(0, 3)))).toEqual([0 + 1 + 4, 1 + 4 + 9])
  })

  test("products of all rows make a symmetric matrix", () => {
    const { size, values } = symmetricProducts(rows, rows)
    expect(size).toBe(10)
    // Row 2 is 2, 3 and row 9 is 9, 10.
    expect(values[2 * 10 + 9]).toBe(18 + 30)
    expect(values[9 * 10 + 2]).toBe(18 + 30)
    for (const i of rows.keys())
      for (const j of rows.keys()) expect(values[i * 10 + j]).toBe(product(rows[i]!, rows[j]!))
  })
})
