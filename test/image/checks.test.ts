import { describe, expect, test } from "vitest"
import { checkBox } from "../../src/image/check-box.ts"
import { checkEdit } from "../../src/image/check-edit.ts"
import { checkImage } from "../../src/image/check-image.ts"
import { checkPreprocessing } from "../../src/image/check-preprocessing.ts"
import { checkSize } from "../../src/image/check-size.ts"
import type { Box, Edit, Image, PixelArray, Preprocessing, Size } from "../../src/types.ts"
import { wrong } from "./matrix.ts"

/** The kind and message of the error. */
function failing(check: () => void): string {
  try {
    check()
  } catch (error) {
    return String(error)
  }
  return "nothing was thrown"
}

describe("checkSize", () => {
  test.each([
    [{ width: 0, height: 2 }, "RangeError: size width must be an integer of at least 1, got 0"],
    [{ width: 2, height: 2.5 }, "RangeError: size height must be an integer of at least 1, got 2.5"],
    [{ width: 2, height: Number.NaN }, "RangeError: size height must be an integer of at least 1, got NaN"],
    [{ width: "2", height: 2 }, "RangeError: size width must be an integer of at least 1, got 2"],
    [{ width: 2 }, "RangeError: size height must be an integer of at least 1, got undefined"],
    [null, "TypeError: size must be an object with width and height, got null"],
    [undefined, "TypeError: size must be an object with width and height, got undefined"],
    [224, "TypeError: size must be an object with width and height, got number"],
  ])("%j is answered with %s", (size, message) => {
    expect(failing(() => checkSize(wrong<Size>(size)))).toBe(message)
  })

  test("one pixel is a size", () => {
    expect(() => checkSize({ width: 1, height: 1 })).not.toThrow()
  })
})

describe("checkBox", () => {
  const picture = { width: 4, height: 3 }

  test("a box may fill the picture and touch its corners", () => {
    expect(() => checkBox({ left: 0, top: 0, width: 4, height: 3 }, picture)).not.toThrow()
    expect(() => checkBox({ left: 3, top: 2, width: 1, height: 1 }, picture)).not.toThrow()
  })

  test.each([
    [{ left: -1, top: 0, width: 2, height: 2 }, "got 2x2 pixels at left -1, top 0"],
    [{ left: 0, top: -1, width: 2, height: 2 }, "got 2x2 pixels at left 0, top -1"],
    [{ left: 3, top: 0, width: 2, height: 2 }, "got 2x2 pixels at left 3, top 0"],
    [{ left: 0, top: 2, width: 2, height: 2 }, "got 2x2 pixels at left 0, top 2"],
  ])("a box beyond the border is an error: %j", (box, end) => {
    expect(failing(() => checkBox(box, picture))).toBe(
      `RangeError: box must lie inside the picture of 4x3 pixels, ${end}`,
    )
  })

  test.each([
    [{ left: 0.5, top: 0, width: 1, height: 1 }, "RangeError: box left and top must be integers, got 0.5 and 0"],
    [{ width: 1, height: 1 }, "RangeError: box left and top must be integers, got undefined and undefined"],
    [{ left: 0, top: 0, width: 0, height: 1 }, "RangeError: box width must be an integer of at least 1, got 0"],
  ])("%j is answered with %s", (box, message) => {
    expect(failing(() => checkBox(wrong<Box>(box), picture))).toBe(message)
  })
})

describe("checkImage", () => {
  const image: Image = { width: 2, height: 1, channels: 3, data: new Uint8Array(6) }

  test("all four kinds of array will do", () => {
    for (const data of [new Uint8Array(6), new Uint8ClampedArray(6), new Float32Array(6), new Float64Array(6)]) {
      expect(() => checkImage({ ...image, data })).not.toThrow()
    }
  })

  test("a Node Buffer is a Uint8Array", () => {
    class Buffer extends Uint8Array {}
    expect(() => checkImage({ ...image, data: new Buffer(6) })).not.toThrow()
  })

  const kinds = "Uint8Array, Uint8ClampedArray, Float32Array, Float64Array"
  test.each([
    [{ channels: 2 }, "RangeError: image channels must be 1, 3 or 4, got 2"],
    [{ width: -1 }, "RangeError: image width must be an integer of at least 1, got -1"],
    [{ data: new Uint8Array(5) }, "RangeError: image pixels must be 6 values (width x height x channels), got 5"],
    [{ data: [0, 0, 0, 0, 0, 0] }, `TypeError: image pixels must be a ${kinds}, got Array`],
    [{ data: new Int8Array(6) }, `TypeError: image pixels must be a ${kinds}, got Int8Array`],
    [{ data: undefined }, `TypeError: image pixels must be a ${kinds}, got Undefined`],
    [
      { data: Float32Array.of(0, 1, Number.NaN, 3, 4, 5) },
      "RangeError: image pixels must be finite, got NaN at index 2",
    ],
    [
      { data: Float64Array.of(0, 1, 2, 3, 4, Number.NEGATIVE_INFINITY) },
      "RangeError: image pixels must be finite, got -Infinity at index 5",
    ],
  ])("%j is answered with %s", (change, message) => {
    expect(failing(() => checkImage(wrong<Image>({ ...image, ...change })))).toBe(message)
  })

  test("no image at all is a TypeError, and the message can name it", () => {
    expect(failing(() => checkImage(wrong<Image>(undefined), "photo"))).toBe(
      "TypeError: photo must be an object with width and height, got undefined",
    )
  })
})

describe("checkEdit", () => {
  const picture = { width: 4, height: 3, channels: 1 } as const
  const edit: Edit = { box: { left: 1, top: 1, width: 2, height: 2 }, pixels: new Uint8Array(4) }

  test("an edit inside the picture passes, with a mask or without", () => {
    expect(() => checkEdit(edit, picture)).not.toThrow()
    expect(() => checkEdit({ ...edit, mask: new Uint8Array(4) }, picture)).not.toThrow()
  })

  test.each([
    [
      { box: { ...edit.box, left: 3 } },
      "RangeError: edit must lie inside the picture of 4x3 pixels, got 2x2 pixels at left 3, top 1",
    ],
    [{ pixels: new Uint8Array(12) }, "RangeError: edit pixels must be 4 values (width x height x channels), got 12"],
    [{ pixels: Float32Array.of(0, 0, Number.NaN, 0) }, "RangeError: edit pixels must be finite, got NaN at index 2"],
    [{ mask: new Uint8Array(3) }, "RangeError: edit mask must be 4 bytes (width x height), got 3"],
    [{ mask: [true, true, true, true] }, "TypeError: edit mask must be a Uint8Array"],
    [{ box: undefined }, "TypeError: edit must be an object with width and height, got undefined"],
  ])("%j is answered with %s", (change, message) => {
    expect(failing(() => checkEdit(wrong<Edit>({ ...edit, ...change }), picture))).toBe(message)
  })

  test("no edit at all is a TypeError", () => {
    expect(failing(() => checkEdit(wrong<Edit>(null), picture, "edits[7]"))).toBe(
      "TypeError: edits[7] must be an Edit, got null",
    )
  })
})

describe("checkPreprocessing", () => {
  const fine: Preprocessing = {
    size: { width: 224, height: 224 },
    fit: "squash",
    filter: "bilinear",
    layout: "NCHW",
    order: "RGB",
    range: [0, 1],
    mean: [0.485, 0.456, 0.406],
    std: [0.229, 0.224, 0.225],
  }

  test("ImageNet's usual preprocessing passes, and one number may stand for all channels", () => {
    expect(() => checkPreprocessing(fine)).not.toThrow()
    expect(() => checkPreprocessing({ ...fine, mean: [0.5], std: [0.5] })).not.toThrow()
    expect(() => checkPreprocessing({ ...fine, order: "gray", mean: [0.5], std: [0.5] })).not.toThrow()
  })

  test.each([
    [{ size: { width: 0, height: 1 } }, "preprocessing size width must be an integer of at least 1, got 0"],
    [{ fit: "cover" }, "fit must be squash or crop or pad, got cover"],
    [{ filter: "area" }, "filter must be nearest or box or bilinear or hamming or bicubic or lanczos, got area"],
    [{ layout: "CHW" }, "layout must be NCHW or NHWC, got CHW"],
    [{ order: "rgb" }, "order must be RGB or BGR or gray, got rgb"],
    [{ range: [0] }, "range must be an array of 2 finite numbers, got [0]"],
    [{ range: [1, 1] }, "range must be two different numbers, got 1 twice"],
    [{ mean: [1, 2] }, "mean must be an array of 1 or 3 finite numbers, got [1,2]"],
    [{ mean: 0.5 }, "mean must be an array of 1 or 3 finite numbers, got 0.5"],
    [{ std: [1, Number.NaN, 1] }, "std must be an array of 1 or 3 finite numbers, got [1,null,1]"],
    [{ std: [1, 0, 1] }, "std must not hold 0, got [1, 0, 1]"],
    [{ order: "gray" }, "mean must be an array of 1 finite numbers, got [0.485,0.456,0.406]"],
  ])("%j is answered with %s", (change, message) => {
    expect(failing(() => checkPreprocessing(wrong<Preprocessing>({ ...fine, ...change })))).toBe(
      `RangeError: ${message}`,
    )
  })
})

test("the kinds of pixels are told by their tag, so that arrays of another frame or a worker's realm count", () => {
  const foreign = Object.create(null, { [Symbol.toStringTag]: { value: "Uint8Array" }, length: { value: 1 } })
  const image: Image = { width: 1, height: 1, channels: 1, data: wrong<PixelArray>(foreign) }
  expect(() => checkImage(image)).not.toThrow()
})
