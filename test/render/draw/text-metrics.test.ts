import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { fitLine, textWidth, wrapText, wrapWords } from "../../../src/render/draw/text-metrics.ts"

describe("textWidth", () => {
  it("adds the advance widths of DejaVu Sans", () => {
    // 0.838 for the sign, 0.636 a digit, 0.318 for the point.
    expect(textWidth("+32.9", 10)).toBeCloseTo(8.38 + 3 * 6.36 + 3.18, 9)
    expect(textWidth("", 10)).toBe(0)
  })

  it("rather takes a strange letter for too wide", () => {
    expect(textWidth("字", 10)).toBeGreaterThanOrEqual(10)
    // Isolated seen is 1.22 of the font size wide, the sleeping face 1.6.
    expect(textWidth("س", 10)).toBeGreaterThanOrEqual(12.2)
    expect(textWidth("😴", 10)).toBeGreaterThanOrEqual(16)
  })

  it("counts a letter beyond the first plane once", () => expect(textWidth("😴😴", 10)).toBe(2 * textWidth("😴", 10)))
})

describe("fitLine", () => {
  it("leaves what fits and cuts what does not", () => {
    expect(fitLine("espresso", 10, 60)).toBe("espresso")
    expect(fitLine("espresso", 10, 40)).toBe("espre…")
    expect(textWidth("espre…", 10)).toBeLessThanOrEqual(40)
  })

  it("never is wider than asked, down to the ellipsis, and cuts no letter in half", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 10, max: 200 }), (text, width) => {
        const line = fitLine(text, 10, width)
        expect(textWidth(line, 10)).toBeLessThanOrEqual(width)
        expect(line).not.toMatch(/\p{Cs}/u)
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

  it("loses no word where there are lines enough", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("a", "three", "seven"), { minLength: 1 }), (words) => {
        const lines = wrapText(words.join(" "), 10, { width: 60, most: 100 })
        expect(lines.join(" ")).toBe(words.join(" "))
        for (const line of lines) expect(textWidth(line, 10)).toBeLessThanOrEqual(60)
      }),
    )
  })
})
