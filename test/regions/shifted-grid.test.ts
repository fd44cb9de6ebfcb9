import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { featureMask } from "../../src/regions/feature-mask.ts"
import { type GridOptions, grid } from "../../src/regions/grid.ts"
import { shiftedGrid } from "../../src/regions/shifted-grid.ts"
import type { Image } from "../../src/types.ts"
import { coverage } from "./coverage.ts"

const picture = (width: number, height: number): Image => ({
  width,
  height,
  channels: 1,
  data: new Uint8Array(width * height),
})

const shifted = (size: number | GridOptions, image: Image) => shiftedGrid(grid(size)(image))

describe("shiftedGrid", () => {
  test("has its borders in the middles of the grid's cells, outer cells half as large", () => {
    const { list, layout } = shifted({ rows: 1, columns: 3, split: "original" }, picture(13, 2))
    expect(layout).toEqual({ kind: "grid", rows: 2, columns: 4 })
    // Cells of the grid 0-3, 4-7 and 8-12: middles 2, 6 and 10.5, which falls on a pixel.
    expect(list.map(({ id, box }) => [id, box.left, box.top, box.width, box.height])).toEqual([
      [0, 0, 0, 2, 1],
      [1, 2, 0, 4, 1],
      [2, 6, 0, 4, 1],
      [3, 10, 0, 3, 1],
      [4, 0, 1, 2, 1],
      [5, 2, 1, 4, 1],
      [6, 6, 1, 4, 1],
      [7, 10, 1, 3, 1],
    ])
  })

  test("of an even grid has cells that differ by at most one pixel, but for the outer halves", () => {
    const widths = shifted({ rows: 1, columns: 4 }, picture(14, 2))
      .list.slice(0, 5)
      .map(({ box }) => box.width)
    // Cells of the grid 0-2, 3-6, 7-9, 10-13, with middles at 1, 5, 8 and 12.
    expect(widths).toEqual([1, 4, 3, 4, 2])
  })

  test("takes one number for rows and columns", () => {
    expect(shifted(8, picture(16, 16)).layout).toEqual({ kind: "grid", rows: 9, columns: 9 })
  })

  test("covers every pixel exactly once", () => {
    const count = fc.integer({ min: 1, max: 6 })
    const spare = fc.integer({ min: 0, max: 9 })
    const split = fc.constantFrom("even", "original")
    fc.assert(
      fc.property(count, count, spare, spare, split, (rows, columns, right, below, split) => {
        const regions = shifted({ rows, columns, split }, picture(2 * columns + right, 2 * rows + below))
        expect(coverage(regions).every((times) => times === 1)).toBe(true)
        expect(regions.list.every(({ box }) => box.width >= 1 && box.height >= 1)).toBe(true)
      }),
    )
  })

  test("refuses cells that have no middle", () => {
    expect(() => shifted(4, picture(7, 8))).toThrow(
      new RangeError("shifted grid columns must be an integer from 1 to 3, got 4"),
    )
  })

  test("refuses regions that are no grid", () => {
    expect(() => shiftedGrid(featureMask([0, 1])(picture(2, 1)))).toThrow(
      new RangeError("regions must be a grid, got mask"),
    )
  })
})
