import { describe, expect, test } from "vitest"
import { blurBoxes } from "../../src/image/blur-boxes.ts"
import { cropImage } from "../../src/image/crop-image.ts"
import { gaussianBlur } from "../../src/image/gaussian-blur.ts"
import type { Channels, Image } from "../../src/types.ts"

describe("blurBoxes", () => {
  const blur = blurBoxes({ sigma: 1.3 })
  const imageOf = (channels: Channels): Image => {
    const data = Uint8Array.from({ length: 9 * 7 * channels }, (_, i) => (i * 37) % 251)
    return { width: 9, height: 7, channels, data }
  }

  test.each<[Channels]>([[1], [3], [4]])("give what the whole picture has there, with %i channels", (channels) => {
    const image = imageOf(channels)
    const whole = gaussianBlur(image, { sigma: 1.3 })
    const boxOf = blur(image)
    for (const box of [
      { left: 0, top: 0, width: 1, height: 1 },
      { left: 5, top: 4, width: 4, height: 3 },
      { left: 2, top: 1, width: 5, height: 5 }, // Shares pixels with both.
      { left: 0, top: 0, width: 9, height: 7 },
    ])
      expect(boxOf(box)).toEqual(cropImage(whole, box).data)
  })

  test("blur the picture as it was when it was given", () => {
    const image = imageOf(1)
    const box = { left: 3, top: 2, width: 2, height: 2 }
    const before = blur(image)(box)
    const boxOf = blur(image)
    image.data.fill(0)
    expect(boxOf(box)).toEqual(before)
  })

  test("must lie in the picture", () => {
    expect(() => blur(imageOf(1))({ left: 8, top: 0, width: 2, height: 1 })).toThrow(RangeError)
  })
})
