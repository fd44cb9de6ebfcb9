import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { edgesOf } from "../../../src/render/draw/edges-of.ts"

/** Lines round the squares that are marked in a little map. */
const edges = (...rows: readonly string[]) =>
  edgesOf((column, row) => rows[row]![column] === "#", { width: rows[0]!.length, height: rows.length })

describe("edgesOf", () => {
  it("goes round a square in the middle", () => {
    expect(edges("...", ".#.", "...")).toEqual([
      [1, 1, 2, 1],
      [1, 2, 2, 2],
      [1, 1, 1, 2],
      [2, 1, 2, 2],
    ])
  })

  it("joins the edges of neighbours to long lines", () => {
    expect(edges("##", "#.")).toEqual([
      [0, 0, 2, 0],
      [1, 1, 2, 1],
      [0, 2, 1, 2],
      [0, 0, 0, 2],
      [1, 1, 1, 2],
      [2, 0, 2, 1],
    ])
  })

  it("has a border at the rim, and none where nothing is chosen", () => {
    expect(edges("#")).toEqual([
      [0, 0, 1, 0],
      [0, 1, 1, 1],
      [0, 0, 0, 1],
      [1, 0, 1, 1],
    ])
    expect(edges("..", "..")).toEqual([])
  })

  it("keeps squares that touch at a corner apart by all their edges", () => {
    const lengths = edges("#.", ".#").map(([x1, y1, x2, y2]) => x2 - x1 + y2 - y1)
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(8)
  })

  it("divides regions of different labels, and joins those of the same", () => {
    const labels = [
      [1, 1, 2],
      [3, 3, 2],
    ]
    const lines = edgesOf((column, row) => labels[row]![column]!, { width: 3, height: 2 })
    const inner = lines.filter(
      ([x1, y1, x2, y2]) => !(x1 === x2 && (x1 === 0 || x1 === 3)) && !(y1 === y2 && (y1 === 0 || y1 === 2)),
    )
    expect(inner).toEqual([
      [0, 1, 2, 1],
      [2, 0, 2, 2],
    ])
  })

  it("is as long as there are neighbours of different kinds", () => {
    const map = fc
      .integer({ min: 1, max: 6 })
      .chain((width) =>
        fc.array(fc.array(fc.boolean(), { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
      )
    fc.assert(
      fc.property(map, (rows) => {
        const [width, height] = [rows[0]!.length, rows.length]
        const is = (x: number, y: number): boolean => rows[y]?.[x] === true
        let different = 0
        for (let y = -1; y < height; y++)
          for (let x = -1; x < width; x++)
            different += Number(is(x, y) !== is(x + 1, y)) + Number(is(x, y) !== is(x, y + 1))
        const lines = edgesOf((x, y) => rows[y]![x]!, { width, height })
        expect(lines.reduce((sum, [x1, y1, x2, y2]) => sum + x2 - x1 + y2 - y1, 0)).toBe(different)
      }),
    )
  })
})
