import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { smoothMap } from "../../src/attribution/smooth-map.ts"
import { hiddenPixels } from "../../src/evidence/hidden-pixels.ts"
import type { Explanation } from "../../src/explanation.ts"
import { viewOf } from "../../src/reading/view.ts"
import { grid } from "../../src/regions/grid.ts"
import { recordRegions } from "../../src/regions/record-regions.ts"
import { slidingWindow } from "../../src/regions/sliding-window.ts"
import { makeSketch } from "../../src/render/draw/sketch.ts"
import type { Image, Segmenter, Size } from "../../src/types.ts"
import { makeExplanation } from "../render/make-explanation.ts"

const rowsOf = (explanation: Explanation): readonly (readonly number[])[] => {
  const { regions, seen } = explanation
  const { width, height } = seen.size
  const map = smoothMap(viewOf(explanation).effects, { ...regions, size: seen.size })
  return Array.from({ length: height }, (_, y) => Array.from(map.subarray(y * width, (y + 1) * width)))
}

const blank = ({ width, height }: Size): Image => ({ width, height, channels: 1, data: new Uint8Array(width * height) })

/** A record of regions that `segment` cuts. */
const cut = (segment: Segmenter, { seen, effects }: { readonly seen: Size; readonly effects: readonly number[] }) =>
  makeExplanation({ effects, seen, regions: recordRegions(segment(blank(seen))) })

/** 10 pixels in 4 cells, and windows of 14 pixels in steps of 7: middles that lie apart unevenly, and regions that overlap. */
const uneven = {
  segment: grid({ rows: 1, columns: 4, split: "original" }),
  seen: { width: 10, height: 1 },
  effects: [0, 4, 8, -4],
}
const overlapping = {
  segment: slidingWindow({ size: { width: 14, height: 1 }, stride: { width: 7, height: 1 } }),
  ...{ seen: { width: 28, height: 1 }, effects: [0, 7, 14] },
}

describe("smoothMap", () => {
  it("blends linearly between the middles of three squares in a row", () => {
    // Middles at 1.5, 4.5 and 7.5; pixels are read at 0.5, 1.5, ...
    const row = [0, 0, 1, 2, 3, 5, 7, 9, 9]
    const explanation = makeExplanation({ effects: [0, 3, 9], seen: { width: 9, height: 2 } })
    expect(rowsOf(explanation)).toEqual([closeTo(row), closeTo(row)])
  })

  it("blends across and down between four squares", () => {
    // 16 times the share of the way to the right times that of the way down: 0, 1/4, 3/4 and 1.
    const explanation = makeExplanation({ effects: [0, 0, 0, 16], rows: 2, seen: { width: 4, height: 4 } })
    expect(rowsOf(explanation)).toEqual([
      closeTo([0, 0, 0, 0]),
      closeTo([0, 1, 3, 4]),
      closeTo([0, 3, 9, 12]),
      closeTo([0, 4, 12, 16]),
    ])
  })

  it("takes the middles of uneven cells where they are", () => {
    // Cells of 2, 2, 2 and 4 pixels: middles at 1, 3, 5 and 8.
    expect(rowsOf(cut(uneven.segment, uneven))).toEqual([closeTo([0, 1, 3, 5, 7, 6, 2, -2, -4, -4])])
  })

  it("takes the middles of windows where they are", () => {
    // Middles at 7, 14 and 21, where the effects are 0, 7 and 14.
    const row = Array.from({ length: 28 }, (_, x) => Math.min(14, Math.max(0, x + 0.5 - 7)))
    expect(rowsOf(cut(overlapping.segment, overlapping))).toEqual([closeTo(row)])
  })

  it.each(Object.entries({ uneven, overlapping }))("is drawn as it is judged: %s", (_, { segment, seen, effects }) => {
    const { values } = makeSketch(cut(segment, { seen, effects }), { map: "smooth" })
    const regions = segment(blank(seen))
    const paint = ({ box }: { readonly box: Size }) => new Uint8Array(box.width * box.height).fill(255)
    const [most] = hiddenPixels(regions, { image: blank(seen), paint, effects, hidden: [1] })
    const hidden = most![0]!.mask!
    const of = (wanted: number): number[] => Array.from(values).filter((_value, i) => hidden[i] === wanted)
    expect(Math.min(...of(1))).toBeGreaterThanOrEqual(Math.max(...of(0)))
  })

  it("is the bilinear interpolation of any grid of equal squares", () => {
    const side = fc.integer({ min: 1, max: 5 })
    const effect = fc.double({ min: -1, max: 1, noNaN: true })
    const grids = fc
      .tuple(side, side, side, side)
      .chain(([rows, columns, w, h]) =>
        fc.tuple(
          fc.constant({ rows, columns, w, h }),
          fc.array(effect, { minLength: rows * columns, maxLength: rows * columns }),
        ),
      )
    fc.assert(
      fc.property(grids, ([{ rows, columns, w, h }, effects]) => {
        const found = rowsOf(makeExplanation({ effects, rows, seen: { width: columns * w, height: rows * h } }))
        const expected = found.map((row, y) =>
          row.map((_, x) => {
            const [left, acrossShare] = between((x + 0.5) / w - 0.5, columns)
            const [top, downShare] = between((y + 0.5) / h - 0.5, rows)
            const at = (column: number, line: number): number =>
              effects[Math.min(line, rows - 1) * columns + Math.min(column, columns - 1)]!
            const upper = at(left, top) * (1 - acrossShare) + at(left + 1, top) * acrossShare
            const lower = at(left, top + 1) * (1 - acrossShare) + at(left + 1, top + 1) * acrossShare
            return upper * (1 - downShare) + lower * downShare
          }),
        )
        expect(found).toEqual(expected.map(closeTo))
      }),
    )
  })

  it("keeps what has no value without one, and blends the others among themselves", () => {
    const explanation = makeExplanation({ effects: [6, Number.NaN, 3, 3], seen: { width: 8, height: 1 } })
    expect(rowsOf(explanation)).toEqual([closeTo([6, 6, Number.NaN, Number.NaN, 3, 3, 3, 3])])
    const infinite = makeExplanation({ effects: [0, 4, Number.NEGATIVE_INFINITY], seen: { width: 6, height: 1 } })
    expect(rowsOf(infinite)).toEqual([
      [expect.closeTo(0), expect.closeTo(1), expect.closeTo(3), expect.closeTo(4), Number.NaN, Number.NaN],
    ])
  })

  it("has nothing to blend in masks", () => {
    const regions = {
      layout: { kind: "mask" },
      boxes: [{ left: 0, top: 0, width: 2, height: 1 }],
      runs: [0, 2],
    } as const
    expect(() => smoothMap([1], { ...regions, size: { width: 2, height: 1 } })).toThrow(
      "map smooth needs a grid or windows, got masks",
    )
  })
})

const closeTo = (values: readonly number[]): unknown =>
  values.map((value): unknown => (Number.isNaN(value) ? Number.NaN : expect.closeTo(value, 9)))

/** The last square whose middle is not beyond a place, and the share of the way to the next one; squares count from 0. */
function between(place: number, count: number): readonly [number, number] {
  const inside = Math.max(0, Math.min(count - 1, place))
  return [Math.floor(inside), inside - Math.floor(inside)]
}
