import { describe, expect, test } from "vitest"
import { withOtherFilter } from "../../src/evidence/with-other-filter.ts"
import { resizeImage } from "../../src/image/resize-image.ts"
import type { Image } from "../../src/types.ts"

const picture: Image = { width: 4, height: 2, channels: 1, data: Uint8Array.of(0, 50, 200, 255, 90, 10, 30, 70) }
const inputSize = { width: 2, height: 2 }

describe("withOtherFilter", () => {
  test("is bicubic where the model asks for bilinear, as it does by default", () => {
    expect(withOtherFilter(picture, { inputSize })).toEqual(resizeImage(picture, inputSize, { filter: "bicubic" }))
  })

  test("is bilinear where the model asks for anything else", () => {
    expect(withOtherFilter(picture, { inputSize, resize: { fit: "squash", filter: "lanczos" } })).toEqual(
      resizeImage(picture, inputSize, { filter: "bilinear" }),
    )
  })

  test("is left out where nothing is resized: any size, the same size, a part of the same size", () => {
    expect(withOtherFilter(picture, {})).toBeUndefined()
    expect(withOtherFilter(picture, { inputSize: { width: 4, height: 2 } })).toBeUndefined()
    expect(withOtherFilter(picture, { inputSize, resize: { fit: "crop", filter: "bilinear" } })).toBeUndefined()
  })
})
