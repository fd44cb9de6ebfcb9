import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { grid } from "../../src/regions/grid.ts"
import type { Image } from "../../src/types.ts"
import { coverage } from "./coverage.ts"

const picture = (width: number, height: number): Image => ({
  width,
  height,
  channels: 1,
  data: new Uint8Array(width * height),
})

describe("grid", () => {
  test("numbers cells row by row, and spreads the pixels that are left over", () => {
    const { list, layout } = grid({ rows: 2, columns: 3 })(picture(8, 5))
    expect(layout).toEqual({ kind: "grid", rows: 2, columns: 3 })
    expect(list.map(({ id, box }) => [id, box.left, box.top, box.width, box.height])).toEqual([
      [0, 0, 0, 2, 2],
      [1, 2, 0, 3, 2],
      [2, 5, 0, 3, 2],
      [3, 0, 2, 2, 3],
      [4, 2, 2, 3, 3],
      [5, 5, 2, 3, 3],
    ])
  })

  test.each([
    { side: 28, count: 8, even: [3, 4, 3, 4, 3, 4, 3, 4], original: [3, 3, 3, 3, 3, 3, 3, 7] },
    { side: 32, count: 6, even: [5, 5, 6, 5, 5, 6], original: [5, 5, 5, 5, 5, 7] },
    { side: 15, count: 8, even: [1, 2, 2, 2, 2, 2, 2, 2], original: [1, 1, 1, 1, 1, 1, 1, 8] },
    { side: 16, count: 8, even: Array(8).fill(2), original: Array(8).fill(2) },
    { side: 3, count: 1, even: [3], original: [3] },
  ])("cuts $side pixels into $count cells evenly, or as the original did", ({ side, count, even, original }) => {
    const widths = (split?: "even" | "original") =>
      grid({ rows: 1, columns: count, ...(split === undefined ? {} : { split }) })(picture(side, 1)).list.map(
        ({ box }) => box.width,
      )
    expect(widths()).toEqual(even)
    expect(widths("even")).toEqual(even)
    expect(widths("original")).toEqual(original)
  })

  test("of one number is square", () => {
    expect(grid(8)(picture(224, 224)).list).toHaveLength(64)
    expect(grid(8)(picture(224, 224)).list[63]!.box).toEqual({ left: 196, top: 196, width: 28, height: 28 })
  })

  test("covers every pixel exactly once, whatever the sides", () => {
    const sides = fc.record({ width: fc.integer({ min: 1, max: 60 }), height: fc.integer({ min: 1, max: 60 }) })
    const cases = sides.chain(({ width, height }) =>
      fc.record({
        width: fc.constant(width),
        height: fc.constant(height),
        rows: fc.integer({ min: 1, max: height }),
        columns: fc.integer({ min: 1, max: width }),
        split: fc.constantFrom("even", "original"),
      }),
    )
    fc.assert(
      fc.property(cases, ({ width, height, rows, columns, split }) => {
        const regions = grid({ rows, columns, split })(picture(width, height))
        expect(regions.list).toHaveLength(rows * columns)
        expect(coverage(regions).every((times) => times === 1)).toBe(true)
        if (split === "original") return
        const [widths, heights] = [regions.list.map(({ box }) => box.width), regions.list.map(({ box }) => box.height)]
        for (const sides of [widths, heights]) expect(Math.max(...sides) - Math.min(...sides)).toBeLessThanOrEqual(1)
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    [0, "grid rows must be an integer of at least 1, got 0"],
    [2.5, "grid rows must be an integer of at least 1, got 2.5"],
    [Number.NaN, "grid rows must be an integer of at least 1, got NaN"],
    [{ rows: 2, columns: -1 }, "grid columns must be an integer of at least 1, got -1"],
  ])("refuses a grid of %j", (size, message) => {
    expect(() => grid(size)).toThrow(new RangeError(message))
  })

  test("refuses another split", () => {
    // @ts-expect-error -- a program without types
    expect(() => grid({ rows: 2, columns: 2, split: "last" })).toThrow(
      new RangeError("grid split must be even or original, got last"),
    )
  })

  test("refuses a grid finer than the picture", () => {
    expect(() => grid({ rows: 6, columns: 2 })(picture(10, 5))).toThrow(
      new RangeError("grid rows must be an integer from 1 to 5, got 6"),
    )
    expect(() => grid({ rows: 2, columns: 11 })(picture(10, 5))).toThrow(
      new RangeError("grid columns must be an integer from 1 to 10, got 11"),
    )
  })
})
