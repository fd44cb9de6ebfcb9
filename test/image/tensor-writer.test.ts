import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { applyEdits } from "../../src/image/apply-edits.ts"
import { tensorWriter } from "../../src/image/tensor-writer.ts"
import type { Channels, Edit, Image, Preprocessing } from "../../src/types.ts"
import { anyEdit, anyImage, inFloats, wrong } from "./matrix.ts"

const plain: Preprocessing = {
  size: { width: 2, height: 2 },
  fit: "squash",
  filter: "bilinear",
  layout: "NCHW",
  order: "RGB",
  range: [0, 255],
  mean: [0],
  std: [1],
}

/** Tens are the pixel, from 1 to 4; ones are the channel, from 1 to 3. */
const rgb: Image = {
  width: 2,
  height: 2,
  channels: 3,
  data: Uint8Array.of(11, 12, 13, 21, 22, 23, 31, 32, 33, 41, 42, 43),
}
const grey: Image = { width: 2, height: 2, channels: 1, data: Uint8Array.of(1, 2, 3, 4) }

function tensorOf(image: Image, change: Partial<Preprocessing> = {}): number[] {
  const writer = tensorWriter({ ...plain, size: image, ...change }, image.channels)
  const target = new Float32Array(writer.length)
  writer.writeImage(target, 0, image)
  return Array.from(target)
}

describe("layout and order", () => {
  test("NCHW: one plane after the other", () => {
    expect(tensorOf(rgb)).toEqual([11, 21, 31, 41, 12, 22, 32, 42, 13, 23, 33, 43])
  })

  test("NHWC: as the picture lies", () => {
    expect(tensorOf(rgb, { layout: "NHWC" })).toEqual([11, 12, 13, 21, 22, 23, 31, 32, 33, 41, 42, 43])
  })

  test("BGR turns the channels around", () => {
    expect(tensorOf(rgb, { order: "BGR" })).toEqual([13, 23, 33, 43, 12, 22, 32, 42, 11, 21, 31, 41])
    expect(tensorOf(rgb, { order: "BGR", layout: "NHWC" })).toEqual([13, 12, 11, 23, 22, 21, 33, 32, 31, 43, 42, 41])
  })

  test("a grey picture feeds a colour model three times the same, and a grey model as it is", () => {
    expect(tensorOf(grey)).toEqual([1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4])
    expect(tensorOf(grey, { order: "BGR", layout: "NHWC" })).toEqual([1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4])
    expect(tensorOf(grey, { order: "gray" })).toEqual([1, 2, 3, 4])
  })

  test("a colour picture feeds a grey model its luma, unrounded", () => {
    const primaries: Image = { width: 3, height: 1, channels: 3, data: Uint8Array.of(10, 0, 0, 0, 10, 0, 0, 0, 10) }
    expect(tensorOf(primaries, { order: "gray" })).toEqual([2.99, 5.87, 1.14].map(Math.fround))
    expect(tensorOf(rgb, { order: "gray" })[0]).toBe(Math.fround((299 * 11 + 587 * 12 + 114 * 13) / 1000))
  })

  test.each<[Preprocessing["layout"], Preprocessing["order"], number[]]>([
    ["NCHW", "RGB", [3, 2, 5]],
    ["NHWC", "BGR", [2, 5, 3]],
    ["NCHW", "gray", [1, 2, 5]],
    ["NHWC", "gray", [2, 5, 1]],
  ])("the shape of %s and %s", (layout, order, shape) => {
    const writer = tensorWriter({ ...plain, size: { width: 5, height: 2 }, layout, order }, 3)
    expect(writer.shape).toEqual(shape)
    expect(writer.length).toBe(shape.reduce((a, b) => a * b))
  })
})

describe("numbers", () => {
  const levels: Image = {
    width: 256,
    height: 1,
    channels: 1,
    data: Uint8Array.from({ length: 256 }, (_, level) => level),
  }
  const gray = { order: "gray" } as const

  test("the range stretches 0 and 255", () => {
    const ends: Image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(0, 255) }
    expect(tensorOf(ends, { ...gray, range: [0, 1] })).toEqual([0, 1])
    expect(tensorOf(ends, { ...gray, range: [-1, 1] })).toEqual([-1, 1])
    expect(tensorOf(ends, { ...gray, range: [1, 0] })).toEqual([1, 0])
  })

  test("mean and std follow the model's order of channels", () => {
    const pixel: Image = { width: 1, height: 1, channels: 3, data: Uint8Array.of(100, 110, 120) }
    expect(tensorOf(pixel, { mean: [10, 20, 30], std: [1, 2, 3] })).toEqual([90, 45, 30])
    expect(tensorOf(pixel, { order: "BGR", mean: [10, 20, 30], std: [1, 2, 4] })).toEqual([110, 45, 17.5])
    expect(tensorOf(pixel, { mean: [10], std: [2] })).toEqual([45, 50, 55])
  })

  test("range [0, 255] gives exactly (pixel - mean) / std, for bytes and for any float", () => {
    const change = { ...gray, mean: [103.939], std: [57.3] }
    const exact = (pixel: number): number => Math.fround((pixel - 103.939) / 57.3)
    expect(tensorOf(levels, change)).toEqual(Array.from(levels.data, exact))
    fc.assert(
      fc.property(fc.float64Array({ minLength: 256, maxLength: 256, min: -1e3, max: 1e3, noNaN: true }), (data) => {
        expect(tensorOf({ ...levels, data }, change)).toEqual(Array.from(data, exact))
      }),
    )
  })

  test("range [0, 1] divides by 255 as PyTorch does, [-1, 1] by 127.5 as Keras does", () => {
    const divided = Array.from(levels.data, (level) => Math.fround((level / 255 - 0.485) / 0.229))
    expect(tensorOf(levels, { ...gray, range: [0, 1], mean: [0.485], std: [0.229] })).toEqual(divided)
    const centred = Array.from(levels.data, (level) => Math.fround(level / 127.5 - 1))
    expect(tensorOf(levels, { ...gray, range: [-1, 1] })).toEqual(centred)
  })

  test("fractions of a level reach the model", () => {
    const image: Image = { width: 1, height: 1, channels: 1, data: Float64Array.of(127.5) }
    expect(tensorOf(image, { ...gray, range: [0, 1] })).toEqual([0.5])
  })

  test("bytes and the same levels as floats give the same tensor", () => {
    const change = { range: [0, 1], mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] } as const
    for (const order of ["RGB", "BGR", "gray"] as const) {
      const means = order === "gray" ? { ...change, mean: [0.4], std: [0.3] } : change
      expect(tensorOf(inFloats(rgb), { ...means, order })).toEqual(tensorOf(rgb, { ...means, order }))
    }
  })
})

describe("several pictures in one tensor", () => {
  test("each is written at its offset and touches no other", () => {
    const writer = tensorWriter({ ...plain, order: "gray" }, 1)
    const target = new Float32Array(12).fill(-1)
    writer.writeImage(target, 4, grey)
    expect(Array.from(target)).toEqual([-1, -1, -1, -1, 1, 2, 3, 4, -1, -1, -1, -1])
  })

  test("an edit changes its box alone, and only where its mask is 1", () => {
    const writer = tensorWriter(plain, 3)
    const target = new Float32Array(24)
    const box = { left: 0, top: 1, width: 2, height: 1 }
    writer.writeEdit(target, 12, { box, pixels: Uint8Array.of(1, 2, 3, 4, 5, 6), mask: Uint8Array.of(0, 1) })
    expect(Array.from(target.subarray(0, 12))).toEqual(Array(12).fill(0))
    expect(Array.from(target.subarray(12))).toEqual([0, 0, 0, 4, 0, 0, 0, 5, 0, 0, 0, 6])
  })
})

test("writeEdit after writeImage equals writeImage of applyEdits", () => {
  const scenes = anyImage(fc.constantFrom(1, 3)).chain((image) =>
    fc.tuple(fc.constant(image), fc.array(anyEdit(image), { maxLength: 3 })),
  )
  const preprocessing = fc.record({
    layout: fc.constantFrom<Preprocessing["layout"]>("NCHW", "NHWC"),
    order: fc.constantFrom<Preprocessing["order"]>("RGB", "BGR", "gray"),
    range: fc.constantFrom<Preprocessing["range"]>([0, 1], [-1, 1], [0, 255], [3, -7]),
  })
  fc.assert(
    fc.property(scenes, preprocessing, ([image, edits], choices) => {
      const numbers =
        choices.order === "gray" ? { mean: [0.4], std: [0.3] } : { mean: [0.4, 0.5, 0.6], std: [3, 0.2, 7] }
      const writer = tensorWriter({ ...plain, size: image, ...choices, ...numbers }, image.channels)
      const painted = new Float32Array(writer.length + 3)
      writer.writeImage(painted, 3, image)
      for (const edit of edits) writer.writeEdit(painted, 3, edit)
      const whole = new Float32Array(writer.length + 3)
      writer.writeImage(whole, 3, applyEdits(image, edits))
      expect(painted).toEqual(whole)
    }),
    { numRuns: 300 },
  )
})

describe("errors", () => {
  const writer = tensorWriter(plain, 3)
  const target = new Float32Array(12)
  const edit: Edit = { box: { left: 1, top: 1, width: 1, height: 1 }, pixels: Uint8Array.of(1, 2, 3) }

  test("pictures with alpha are sent to toRgb", () => {
    expect(() => tensorWriter(plain, 4)).toThrow(
      new RangeError(
        "a tensor takes pictures with 1 or 3 channels, got 4: put the picture on a background with toRgb first",
      ),
    )
    expect(() => tensorWriter(plain, 2 as Channels)).toThrow(
      new RangeError("a tensor takes pictures with 1 or 3 channels, got 2"),
    )
  })

  test("preprocessing is checked", () => {
    expect(() => tensorWriter({ ...plain, mean: [1, 2] }, 3)).toThrow(
      new RangeError("mean must be an array of 1 or 3 finite numbers, got [1,2]"),
    )
  })

  test("a picture of another size or kind is refused", () => {
    expect(() => writer.writeImage(target, 0, grey)).toThrow(
      new RangeError("the tensor takes a picture of 2x2 pixels with 3 channels, got 2x2 pixels with 1 channels"),
    )
    const other: Image = { width: 4, height: 1, channels: 3, data: new Uint8Array(12) }
    expect(() => writer.writeImage(target, 0, other)).toThrow("got 4x1 pixels with 3 channels")
    expect(() => writer.writeImage(target, 0, { ...rgb, data: new Uint8Array(3) })).toThrow(/^image pixels must be 12/)
  })

  test("an edit that does not fit is refused", () => {
    expect(() => writer.writeEdit(target, 0, { ...edit, box: { ...edit.box, left: 2 } })).toThrow(
      new RangeError("edit must lie inside the picture of 2x2 pixels, got 1x1 pixels at left 2, top 1"),
    )
    expect(() => writer.writeEdit(target, 0, { ...edit, pixels: new Uint8Array(1) })).toThrow(
      new RangeError("edit pixels must be 3 values (width x height x channels), got 1"),
    )
  })

  test.each([
    [12, 1],
    [11, 0],
    [24, 0.5],
    [12, -1],
  ])("a target of %i floats has no room at offset %d", (length, offset) => {
    const message = `a picture takes 12 floats, got a target of ${length} and offset ${offset}`
    expect(() => writer.writeImage(new Float32Array(length), offset, rgb)).toThrow(new RangeError(message))
    expect(() => writer.writeEdit(new Float32Array(length), offset, edit)).toThrow(new RangeError(message))
  })

  test("a target of another kind is refused", () => {
    expect(() => writer.writeEdit(wrong(new Float64Array(12)), 0, edit)).toThrow(
      new TypeError("target must be a Float32Array"),
    )
  })
})
