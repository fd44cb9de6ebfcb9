import { describe, expect, test } from "vitest"
import { changedPicture } from "../../src/evidence/changed-picture.ts"
import type { Image } from "../../src/types.ts"

const picture: Image = { width: 3, height: 2, channels: 1, data: Uint8Array.of(0, 10, 30, 255, 5, 1) }

describe("changedPicture", () => {
  test("moves a picture by half a pixel, its edges repeated and its halves kept", () => {
    expect(changedPicture(picture, "shift-left").data).toEqual(Float32Array.of(5, 20, 30, 130, 3, 1))
    expect(changedPicture(picture, "shift-right").data).toEqual(Float32Array.of(0, 5, 20, 255, 130, 3))
    expect(changedPicture(picture, "shift-up").data).toEqual(Float32Array.of(127.5, 7.5, 15.5, 255, 5, 1))
    expect(changedPicture(picture, "shift-down").data).toEqual(Float32Array.of(0, 10, 30, 127.5, 7.5, 15.5))
  })

  test("keeps channels apart", () => {
    const colours: Image = { width: 2, height: 1, channels: 3, data: Uint8Array.of(0, 100, 200, 10, 100, 0) }
    expect(changedPicture(colours, "shift-left").data).toEqual(Float32Array.of(5, 100, 100, 10, 100, 0))
  })

  test("adds a level to bytes, or takes one, within 0 and 255", () => {
    expect(Array.from(changedPicture(picture, "level-up").data)).toEqual([1, 11, 31, 255, 6, 2])
    expect(Array.from(changedPicture(picture, "level-down").data)).toEqual([0, 9, 29, 254, 4, 0])
  })

  test("takes a 255th of the picture's own range for a level where it holds floats", () => {
    const floats: Image = { width: 2, height: 1, channels: 1, data: Float64Array.of(-1, 1.55) }
    expect(Array.from(changedPicture(floats, "level-up").data)).toEqual([-0.99, 1.56])
  })
})
