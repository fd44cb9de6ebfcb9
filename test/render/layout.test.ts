import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  fitLine,
  fitNumbers,
  overlap,
  placeBox,
  sideBySide,
  textWidth,
  wrapText,
  wrapWords,
} from "../../src/render/layout.ts"
import { makeExplanation } from "./make-explanation.ts"

describe("textWidth", () => {
  it("adds the advance widths of DejaVu Sans", () => {
    // 0.838 for the sign, 0.636 a digit, 0.318 for the point.
    expect(textWidth("+32.9", 10)).toBeCloseTo(8.38 + 3 * 6.36 + 3.18, 9)
    expect(textWidth("", 10)).toBe(0)
  })

  it("rather takes a strange letter for too wide", () => expect(textWidth("字", 10)).toBeGreaterThanOrEqual(10))
})

describe("fitLine", () => {
  it("leaves what fits and cuts what does not", () => {
    expect(fitLine("espresso", 10, 60)).toBe("espresso")
    expect(fitLine("espresso", 10, 40)).toBe("espre…")
    expect(textWidth("espre…", 10)).toBeLessThanOrEqual(40)
  })

  it("never is wider than asked, down to the ellipsis", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 10, max: 200 }), (text, width) => {
        expect(textWidth(fitLine(text, 10, width), 10)).toBeLessThanOrEqual(width)
      }),
    )
  })
})

describe("wrapping", () => {
  it("breaks at spaces and gives a long word a line of its own", () => {
    const fits = (line: string): boolean => line.length <= 7
    expect(wrapWords("a bc def ghijklmnop qr", fits)).toEqual(["a bc", "def", "ghijklmnop", "qr"])
  })

  it("ends the last line that is allowed in an ellipsis", () => {
    expect(wrapText("one two three four", 10, { width: 45, most: 2 })).toEqual(["one two", "three f…"])
  })
})

describe("sideBySide", () => {
  const space = { left: 10, top: 5, width: 220, height: 300, gap: 20 }

  it("fills the width with a landscape", () => {
    expect(sideBySide({ width: 200, height: 100 }, space)).toEqual({
      left: { left: 10, top: 5, width: 100, height: 50 },
      right: { left: 130, top: 5, width: 100, height: 50 },
    })
  })

  it("fills the height with a tower, in the middle", () => {
    expect(sideBySide({ width: 10, height: 100 }, space)).toEqual({
      left: { left: 80, top: 5, width: 30, height: 300 },
      right: { left: 130, top: 5, width: 30, height: 300 },
    })
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
})

describe("fitNumbers", () => {
  const write = (decimals: number): readonly string[] => [decimals === 1 ? "+32.9" : "+33"]
  const limits = { least: 8, most: 18, decimals: 1 }

  it("grows to the most, keeps decimals while they are legible, then drops them, then gives up", () => {
    expect(fitNumbers(write, { width: 300, height: 300 }, limits)).toEqual({ size: 18, texts: ["+32.9"] })
    expect(fitNumbers(write, { width: 40, height: 40 }, limits)?.texts).toEqual(["+32.9"])
    expect(fitNumbers(write, { width: 24, height: 40 }, limits)?.texts).toEqual(["+33"])
    expect(fitNumbers(write, { width: 12, height: 40 }, limits)).toBeUndefined()
    expect(fitNumbers(write, { width: 300, height: 10 }, limits)).toBeUndefined()
  })
})
