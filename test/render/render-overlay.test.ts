import { describe, expect, it } from "vitest"
import type { Explanation } from "../../src/explanation.ts"
import { type RenderOverlayOptions, renderOverlay } from "../../src/render/index.ts"
import { makeExplanation } from "./make-explanation.ts"

type Pixel = readonly [red: number, green: number, blue: number, alpha: number]

/** Rows of pixels. */
function overlay(explanation: Explanation, options?: RenderOverlayOptions): readonly (readonly Pixel[])[] {
  const { width, height, channels, data } = renderOverlay(explanation, options)
  expect([channels, data.length]).toEqual([4, 4 * width * height])
  const pixel = (i: number): Pixel => [data[4 * i]!, data[4 * i + 1]!, data[4 * i + 2]!, data[4 * i + 3]!]
  return Array.from({ length: height }, (_, y) => Array.from({ length: width }, (_, x) => pixel(y * width + x)))
}

// PuOr's ends; alpha is 255 * 0.92 * share ** 0.35.
const plus: Pixel = [255, 127, 17, 235]
const minus: Pixel = [136, 117, 238, 235]
/** At half of the end: by its square root, 0.707, from nearly white. */
const halfPlus: Pixel = [253, 162, 84, 184]
const halfMinus: Pixel = [169, 155, 241, 184]
const none: Pixel = [0, 0, 0, 0]

const seen = { width: 2, height: 2 } as const

describe("renderOverlay", () => {
  it("colours each pixel of the picture with the effect of its square", () => {
    const explanation = makeExplanation({ effects: [0.4, -0.2, 0, -0.4], rows: 2, picture: seen, seen })
    expect(overlay(explanation)).toEqual([
      [plus, halfMinus],
      [none, minus],
    ])
  })

  it("has the picture's own size, or the one that is asked for", () => {
    const explanation = makeExplanation({ effects: [0.4, -0.4], picture: { width: 4, height: 2 }, seen })
    expect(overlay(explanation)).toEqual([
      [plus, plus, minus, minus],
      [plus, plus, minus, minus],
    ])
    expect(overlay(explanation, { size: { width: 2, height: 1 } })).toEqual([[plus, minus]])
  })

  it("is transparent where the model saw nothing, because its input was cut out", () => {
    const source = { left: 1, top: 0, width: 2, height: 2 }
    const explanation = makeExplanation({ effects: [0.4, -0.4], picture: { width: 4, height: 2 }, seen, source })
    expect(overlay(explanation)).toEqual([
      [none, plus, minus, none],
      [none, plus, minus, none],
    ])
  })

  it("leaves out what was hidden of bars beside the picture", () => {
    // The picture of 2 x 4 stood in the middle of 4 x 4; the outer squares lie in the bars.
    const source = { left: -1, top: 0, width: 4, height: 4 }
    const explanation = makeExplanation({
      effects: [0.1, 0.4, -0.4, 0.1],
      picture: { width: 2, height: 4 },
      seen: { width: 4, height: 4 },
      source,
    })
    expect(overlay(explanation)).toEqual(Array.from({ length: 4 }, () => [plus, minus]))
  })

  it("is transparent where there is no value", () => {
    const effects = [0.4, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    expect(overlay(makeExplanation({ effects, rows: 2, picture: seen, seen }))).toEqual([
      [plus, none],
      [none, none],
    ])
  })

  it("is pale where nothing changes by 5 points", () => {
    // 1 point of 5: 255 * 0.92 * 0.2 ** 0.35 = 134.
    const [[pixel] = []] = overlay(makeExplanation({ effects: [0.01], picture: { width: 1, height: 1 } }))
    expect(pixel?.[3]).toBe(134)
  })

  it("blends between the middles of squares in a smooth map, on a scale of its own", () => {
    const wide = { width: 4, height: 1 }
    const explanation = makeExplanation({ effects: [0.5, -0.5], picture: wide, seen: wide })
    // Middles at 1 and 3; pixels at 0.5, 1.5, 2.5 and 3.5 have 0.5, 0.25, -0.25 and -0.5.
    expect(overlay(explanation, { map: "smooth" })).toEqual([[plus, halfPlus, halfMinus, minus]])
  })

  it("takes the mean of overlapping windows", () => {
    const line = { width: 3, height: 1 }
    const boxes = [0, 1].map((left) => ({ left, top: 0, width: 2, height: 1 }))
    const layout = { kind: "window", rows: 1, columns: 2, window: boxes[0]!, stride: { width: 1, height: 1 } } as const
    const explanation = makeExplanation({ effects: [0.4, -0.4], picture: line, seen: line, regions: { layout, boxes } })
    expect(overlay(explanation)).toEqual([[plus, none, minus]])
  })

  it("takes another palette", () => {
    const explanation = makeExplanation({ effects: [0.4, -0.4], picture: { width: 2, height: 1 }, seen })
    expect(overlay(explanation, { palette: "RdBu" })).toEqual([
      [
        [240, 82, 74, 235],
        [46, 138, 230, 235],
      ],
    ])
  })

  it.each([
    [0, 1],
    [1, 0.5],
    [Number.NaN, 1],
  ])("refuses the size %d x %d", (width, height) => {
    expect(() => renderOverlay(makeExplanation({ effects: [0.1] }), { size: { width, height } })).toThrow(
      new RangeError(`size must be whole pixels of at least 1, got ${width} x ${height}`),
    )
  })
})
