import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { overlap, placeBox, placePicture } from "../../../src/render/draw/geometry.ts"
import { makeExplanation } from "../make-explanation.ts"

describe("placePicture", () => {
  const space = { left: 10, top: 5, width: 100, height: 300 }

  it("fills the width with a landscape", () => {
    expect(placePicture({ width: 200, height: 100 }, space)).toEqual({ left: 10, top: 5, width: 100, height: 50 })
  })

  it("fills the height with a tower", () => {
    expect(placePicture({ width: 10, height: 100 }, space)).toEqual({ left: 10, top: 5, width: 30, height: 300 })
  })

  it("leaves a line of a picture thick enough to be seen", () => {
    expect(placePicture({ width: 3000, height: 1 }, space)).toEqual({ left: 10, top: 5, width: 100, height: 1 })
  })
})

describe("placeBox", () => {
  it("goes from the model's pixels over the picture to the drawing", () => {
    // The model saw 100 x 100 pixels of the picture, from (50, 20), as 10 x 10; the picture of 200 x 120 is drawn at twice its size.
    const explanation = makeExplanation({
      effects: [0],
      picture: { width: 200, height: 120 },
      source: { left: 50, top: 20, width: 100, height: 100 },
      seen: { width: 10, height: 10 },
    })
    const panel = { left: 1000, top: 500, width: 400, height: 240 }
    expect(placeBox({ left: 1, top: 2, width: 3, height: 4 }, explanation, panel)).toEqual({
      left: 1000 + 2 * (50 + 10),
      top: 500 + 2 * (20 + 20),
      width: 60,
      height: 80,
    })
  })
})

describe("overlap", () => {
  it("is what two rectangles share", () => {
    const square = { left: 0, top: 0, width: 10, height: 10 }
    expect(overlap(square, { left: 6, top: -4, width: 10, height: 10 })).toEqual({
      left: 6,
      top: 0,
      width: 4,
      height: 6,
    })
    expect(overlap(square, { left: 20, top: 0, width: 5, height: 5 })).toMatchObject({ width: 0 })
  })

  it("is the same from both sides", () => {
    const side = fc.integer({ min: 0, max: 9 })
    const rect = fc.record({ left: side, top: side, width: side, height: side })
    fc.assert(
      fc.property(rect, rect, (a, b) => {
        expect(overlap(a, b)).toEqual(overlap(b, a))
      }),
    )
  })
})
