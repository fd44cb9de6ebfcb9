import { describe, expect, test } from "vitest"
import { lastingPixels } from "../../src/image/lasting-pixels.ts"
import { numbersOf } from "../../src/image/tensor-boxes.ts"
import { tensorBrush } from "../../src/models/tensor-brush.ts"
import type { Edit, Image, Preprocessing } from "../../src/types.ts"

const plain: Preprocessing = {
  size: { width: 4, height: 2 },
  fit: "squash",
  filter: "bilinear",
  layout: "NCHW",
  order: "RGB",
  range: [0, 255],
  mean: [0],
  std: [1],
}
/** Pixel i has the levels i, 10 + i, 20 + i. */
const image: Image = {
  width: 4,
  height: 2,
  channels: 3,
  data: Uint8Array.from({ length: 24 }, (_, at) => 10 * (at % 3) + Math.floor(at / 3)),
}
const right = { left: 2, top: 0, width: 2, height: 2 }
const odd = { left: 1, top: 1, width: 1, height: 1 }

function lasting(values: readonly number[]): Float64Array {
  const pixels = Float64Array.from(values)
  lastingPixels.add(pixels)
  return pixels
}

function painted(wanted: readonly Edit[], there?: readonly Edit[], layout: Preprocessing["layout"] = "NCHW"): number[] {
  const brush = tensorBrush({ ...plain, layout }, 3)
  const base = numbersOf(new Float32Array(24))
  brush.paintImage(base.singles, image)
  // The second picture of a batch, so that an offset is added.
  const target = numbersOf(new Float32Array(48).fill(-1))
  if (there !== undefined) brush.paint(target, 24, { base, there: undefined, wanted: there })
  brush.paint(target, 24, { base, there, wanted })
  expect(Array.from(target.singles.slice(0, 24))).toEqual(Array.from({ length: 24 }, () => -1))
  return Array.from(target.singles.slice(24))
}

describe("tensorBrush", () => {
  const nines = lasting(new Array<number>(12).fill(9))
  const plane = (first: number): readonly number[] => [0, 1, 2, 3, 4, 5, 6, 7].map((pixel) => first + pixel)

  test("paints lasting pixels as it paints others", () => {
    const row = (first: number): readonly number[] => [first, first + 1, 9, 9, first + 4, first + 5, 9, 9]
    const expected = [...row(0), ...row(10), ...row(20)]
    expect(painted([{ box: right, pixels: Float64Array.from(nines) }])).toEqual(expected)
    expect(painted([{ box: right, pixels: nines }])).toEqual(expected)
  })

  test("paints them at odd places and where channels lie side by side", () => {
    const edits = [{ box: odd, pixels: lasting([0.5, 1.5, 2.5]) }]
    expect(painted(edits).filter((value) => value % 1 !== 0)).toEqual([0.5, 1.5, 2.5])
    expect(painted(edits, undefined, "NHWC").slice(15, 18)).toEqual([0.5, 1.5, 2.5])
  })

  test("leaves out what a mask leaves out", () => {
    const mask = Uint8Array.of(1, 0, 0, 0)
    const edits = [{ box: right, mask, pixels: nines }]
    expect(painted(edits).slice(0, 8)).toEqual([0, 1, 9, 3, 4, 5, 6, 7])
    expect(painted(edits, undefined, "NHWC").slice(3, 12)).toEqual([1, 11, 21, 9, 9, 9, 3, 13, 23])
  })

  test("undoes what stood there, also beneath a mask", () => {
    const there = [{ box: odd, pixels: lasting([99, 99, 99]) }]
    expect(painted([], there)).toEqual([...plane(0), ...plane(10), ...plane(20)])
    expect(painted([{ box: odd, mask: Uint8Array.of(0), pixels: nines.slice(0, 3) }], there)).toEqual(painted([]))
    expect(painted([{ box: odd, pixels: lasting([7, 7, 7]) }], there).filter((value) => value === 7)).toHaveLength(4)
  })

  test("takes the same pixels for a box of another shape or place", () => {
    const brush = tensorBrush(plain, 3)
    const base = numbersOf(new Float32Array(24))
    const pixels = lasting([1, 1, 1, 2, 2, 2])
    const planeOf = (edit: Edit): number[] => {
      const target = numbersOf(new Float32Array(24))
      brush.paint(target, 0, { base, there: undefined, wanted: [edit] })
      return Array.from(target.singles.slice(0, 8))
    }
    expect(planeOf({ box: { left: 0, top: 0, width: 2, height: 1 }, pixels })).toEqual([1, 2, 0, 0, 0, 0, 0, 0])
    expect(planeOf({ box: { left: 0, top: 0, width: 1, height: 2 }, pixels })).toEqual([1, 0, 0, 0, 2, 0, 0, 0])
    expect(planeOf({ box: { left: 2, top: 1, width: 2, height: 1 }, pixels })).toEqual([0, 0, 0, 0, 0, 0, 1, 2])
  })

  test("refuses lasting pixels that do not fit, the second time as well", () => {
    for (const box of [
      { ...right, left: 3 },
      { ...right, width: 1 },
    ])
      expect(() => painted([{ box, pixels: nines }])).toThrow(RangeError)
    const brush = tensorBrush(plain, 3)
    const base = numbersOf(new Float32Array(24))
    const row = (wanted: readonly Edit[]) => ({ base, there: undefined, wanted })
    brush.paint(numbersOf(new Float32Array(24)), 0, row([{ box: right, pixels: nines }]))
    const target = numbersOf(new Float32Array(24))
    expect(() => brush.paint(target, 0, row([{ box: { ...right, left: 3 }, pixels: nines }]))).toThrow(RangeError)
    expect(() => brush.paint(target, 0, row([{ box: right, mask: Uint8Array.of(1), pixels: nines }]))).toThrow(
      RangeError,
    )
  })
})
