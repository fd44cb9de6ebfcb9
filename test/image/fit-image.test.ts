import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { fitImage } from "../../src/image/fit-image.ts"
import { resizeImage } from "../../src/image/resize-image.ts"
import type { Fit } from "../../src/types.ts"
import { anyImage, anySize, grey, matrix } from "./matrix.ts"

const wide = grey([
  [1, 2, 3, 4],
  [5, 6, 7, 8],
])
const tall = grey([[10], [20], [30]])
const two = { width: 2, height: 2 }

describe("squash", () => {
  test("is the default, and shows the whole picture", () => {
    const fitted = fitImage(wide, two, { filter: "box" })
    expect(matrix(fitted.image)).toEqual([
      [2, 4],
      [6, 8],
    ])
    expect(fitted.source).toEqual({ left: 0, top: 0, width: 4, height: 2 })
    expect(fitImage(wide, two).image).toEqual(resizeImage(wide, two, { filter: "bilinear" }))
  })
})

describe("crop", () => {
  test("cuts left and right off a wide picture", () => {
    const fitted = fitImage(wide, two, { fit: "crop" })
    expect(matrix(fitted.image)).toEqual([
      [2, 3],
      [6, 7],
    ])
    expect(fitted.source).toEqual({ left: 1, top: 0, width: 2, height: 2 })
  })

  test("cuts above and below off a tall one, and resizes what is left", () => {
    const fitted = fitImage(tall, two, { fit: "crop" })
    expect(matrix(fitted.image)).toEqual([
      [20, 20],
      [20, 20],
    ])
    expect(fitted.source).toEqual({ left: 0, top: 1, width: 1, height: 1 })
  })

  test("takes the wanted proportions: the middle 2 x 1 of 3 x 3 scaled up", () => {
    const { source } = fitImage(
      grey([
        [0, 0, 0],
        [0, 0, 0],
        [0, 0, 0],
      ]),
      { width: 6, height: 2 },
      { fit: "crop" },
    )
    expect(source).toEqual({ left: 0, top: 1, width: 3, height: 1 })
  })

  test("rounds the other side to whole pixels: of 3 wide, 3.75 down make 4", () => {
    const column = grey(Array.from({ length: 9 }, () => [0, 0, 0]))
    expect(fitImage(column, { width: 4, height: 5 }, { fit: "crop" }).source).toEqual({
      left: 0,
      top: 2,
      width: 3,
      height: 4,
    })
  })

  test("never cuts a side down to nothing", () => {
    const { source } = fitImage(wide, { width: 1, height: 100 }, { fit: "crop" })
    expect(source).toEqual({ left: 1, top: 0, width: 1, height: 2 })
  })
})

describe("pad", () => {
  test("adds black bars above and below a wide picture, and the source begins above it", () => {
    const fitted = fitImage(wide, { width: 4, height: 4 }, { fit: "pad" })
    expect(matrix(fitted.image)).toEqual([
      [0, 0, 0, 0],
      [1, 2, 3, 4],
      [5, 6, 7, 8],
      [0, 0, 0, 0],
    ])
    expect(fitted.source).toEqual({ left: 0, top: -1, width: 4, height: 4 })
  })

  test("adds bars left and right of a tall one, then resizes", () => {
    const fitted = fitImage(tall, { width: 6, height: 6 }, { fit: "pad", filter: "nearest" })
    expect(matrix(fitted.image)[0]).toEqual([0, 0, 10, 10, 0, 0])
    expect(fitted.source).toEqual({ left: -1, top: 0, width: 3, height: 3 })
  })

  test("an odd bar is one pixel thicker on the left", () => {
    const fitted = fitImage(
      grey([
        [7, 8],
        [9, 1],
        [2, 3],
      ]),
      { width: 3, height: 3 },
      { fit: "pad" },
    )
    expect(matrix(fitted.image)).toEqual([
      [0, 7, 8],
      [0, 9, 1],
      [0, 2, 3],
    ])
    expect(fitted.source.left).toBe(-1)
  })
})

const fits = ["squash", "crop", "pad"] as const

test("a picture that has the size already is returned untouched, the same object", () => {
  for (const fit of fits) {
    const fitted = fitImage(wide, { width: 4, height: 2 }, { fit })
    expect(fitted.image).toBe(wide)
    expect(fitted.source).toStrictEqual({ left: 0, top: 0, width: 4, height: 2 })
  }
})

test("the result has the size; crop stays within the picture, pad holds it all, and both are centred to half a pixel", () => {
  fc.assert(
    fc.property(anyImage(fc.constantFrom(1, 3, 4)), anySize, fc.constantFrom(...fits), (image, size, fit) => {
      const { image: fitted, source } = fitImage(image, size, { fit })
      expect(fitted).toMatchObject({ ...size, channels: image.channels })
      const right = image.width - source.left - source.width
      const below = image.height - source.top - source.height
      for (const [near, far] of [
        [source.left, right],
        [source.top, below],
      ] as const) {
        if (fit === "crop") expect(Math.min(near, far)).toBeGreaterThanOrEqual(0)
        if (fit === "pad") expect(Math.max(near, far)).toBeLessThanOrEqual(0)
        expect(Math.abs(near - far)).toBeLessThanOrEqual(1)
      }
    }),
  )
})

test("what does not exist is an error, also for a picture that has the size already", () => {
  const same = { width: 4, height: 2 }
  expect(() => fitImage(wide, same, { fit: "cover" as Fit })).toThrow(
    new RangeError("fit must be squash, crop or pad, got cover"),
  )
  expect(() => fitImage(wide, same, { filter: "cubic" as "bicubic" })).toThrow(/^filter must be nearest, box/)
  expect(() => fitImage(wide, { width: 0, height: 1 })).toThrow(/^size width must be an integer/)
})
