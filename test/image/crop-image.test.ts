import fc from "fast-check"
import { expect, test } from "vitest"
import { applyEdits } from "../../src/image/apply-edits.ts"
import { cropImage } from "../../src/image/crop-image.ts"
import type { Image } from "../../src/types.ts"
import { anyEdit, anyImage, grey, matrix } from "./matrix.ts"

test("a box of a grey picture", () => {
  const image = grey([
    [1, 2, 3, 4],
    [5, 6, 7, 8],
    [9, 10, 11, 12],
  ])
  expect(matrix(cropImage(image, { left: 1, top: 1, width: 3, height: 2 }))).toEqual([
    [6, 7, 8],
    [10, 11, 12],
  ])
})

test("channels stay together", () => {
  const image: Image = { width: 2, height: 1, channels: 3, data: Uint8ClampedArray.of(1, 2, 3, 4, 5, 6) }
  expect(cropImage(image, { left: 1, top: 0, width: 1, height: 1 })).toEqual({
    width: 1,
    height: 1,
    channels: 3,
    data: Uint8ClampedArray.of(4, 5, 6),
  })
})

test("what is cut out has memory of its own", () => {
  const image = grey([[1, 2]])
  const cut = cropImage(image, { left: 0, top: 0, width: 2, height: 1 })
  cut.data[0] = 9
  expect(matrix(image)).toEqual([[1, 2]])
})

test("a box beyond the picture is an error", () => {
  expect(() => cropImage(grey([[1, 2]]), { left: 1, top: 0, width: 2, height: 1 })).toThrow(
    new RangeError("box must lie inside the picture of 2x1 pixels, got 2x1 pixels at left 1, top 0"),
  )
})

test("pixels that are cut out and put back leave the picture as it was", () => {
  const scenes = anyImage(fc.constantFrom(1, 3, 4)).chain((image) => fc.tuple(fc.constant(image), anyEdit(image)))
  fc.assert(
    fc.property(scenes, ([image, { box }]) => {
      expect(applyEdits(image, [{ box, pixels: cropImage(image, box).data }])).toEqual(image)
    }),
  )
})
