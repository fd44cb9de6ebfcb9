import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { renderTerminal } from "../../../src/render/index.ts"
import { terminalWidth } from "../../../src/render/terminal/terminal-width.ts"
import { makeExplanation, wobble } from "../make-explanation.ts"

const esc = String.fromCharCode(27)
const square = makeExplanation({ effects: [0.329, -0.114, 0, 0.05], rows: 2 })

/** The text without colour codes. */
function plain(text: string): string {
  return text.replaceAll(new RegExp(`${esc}\\[[0-9;]*m`, "g"), "")
}

function gridOf(text: string): readonly string[] {
  return text.split("\n\n")[1]!.split("\n")
}

describe("renderTerminal", () => {
  it("writes the answer, the numbers under their columns, the range and the words", () => {
    expect(renderTerminal(square).split("\n")).toEqual([
      "espresso, 94.1 %",
      "Hiding the square at row 1, column 1 lowers espresso from 94.1 % to 61.2 %, the",
      "largest change among 4 squares.",
      "",
      "       1     2",
      "1  +32.9 -11.4",
      "2    0.0  +5.0",
      "",
      "Measured: -11.4 to +32.9 points.",
      "+ supports espresso: hiding it lowers the score; - speaks against it: hiding it",
      "raises the score.",
      "Model: tiny; 2 x 2 squares, hidden one at a time; fill: cell-mean",
      "",
    ])
  })

  it("says which part the model was given", () => {
    const cropped = makeExplanation({ effects: [0.3], source: { left: 100, top: 0, width: 400, height: 400 } })
    const text = renderTerminal(cropped, { width: 200 })
    expect(text).toContain("; the model was given the middle 400 x 400 of 600 x 400 pixels\n")
    expect(text).not.toContain("faded")
  })

  it("takes more regions than a call takes arguments", () => {
    const effects = Array<number>(300_000).fill(0)
    effects[123_456] = 0.3
    const lines = renderTerminal(makeExplanation({ effects, rows: 500 })).split("\n")
    expect(lines).toContain("+30.0  row 206, column 457")
    expect(lines).toContain("Measured: 0.0 to +30.0 points.")
    expect(renderTerminal(makeExplanation({ effects, rows: 500 }), { width: 5000 })).toContain("\n206 ")
  })

  it("says so when nothing moves the answer", () => {
    const text = renderTerminal(makeExplanation({ effects: [0.002, 0] }), { width: 200 })
    expect(text).toContain(
      "No single square moves the answer: hiding one of the 2 changes espresso by at most 0.2 points.",
    )
    expect(text).not.toContain("supports")
  })

  it("says the same with and without colour", () => {
    for (const colorLevel of [1, 2, 3] as const) {
      expect(plain(renderTerminal(square, { colorLevel }))).toBe(renderTerminal(square))
      expect(renderTerminal(square, { colorLevel })).toContain(esc)
    }
    expect(renderTerminal(square, { colorLevel: 0 })).not.toContain(esc)
  })

  it("colours orange and purple, black on top", () => {
    const line = (colorLevel: 1 | 2 | 3): string => gridOf(renderTerminal(square, { colorLevel }))[1]!
    // The ends of the scale are #ff7f11 and #8875ee; -0.114 lies at -0.347.
    expect(line(3)).toContain(`${esc}[38;2;0;0;0;48;2;255;127;17m +32.9${esc}[0m`)
    // 255, 127 and 17 are nearest to 255, 135 and 0: 16 + 36 * 5 + 6 * 2 + 0.
    // -0.347 becomes the step at -1/3, 210, 204 and 244, which is nearest to 215, 215 and 255: 16 + 36 * 4 + 6 * 4 + 5.
    expect(line(2)).toBe(`1 ${esc}[38;5;16;48;5;208m +32.9${esc}[0m${esc}[38;5;16;48;5;189m -11.4${esc}[0m`)
    expect(line(1)).toBe(`1 ${esc}[30;43m +32.9${esc}[0m${esc}[97;45m -11.4${esc}[0m`)
  })

  it("makes one plate of all squares, but leaves what hardly matters as it is where there are only sixteen colours", () => {
    const line = (colorLevel: 1 | 2 | 3): string =>
      gridOf(renderTerminal(makeExplanation({ effects: [0.3, 0] }), { colorLevel }))[1]!
    expect(line(3)).toContain(`${esc}[38;2;0;0;0;48;2;247;247;247m   0.0${esc}[0m`)
    expect(line(2)).toContain(`${esc}[38;5;16;48;5;231m   0.0${esc}[0m`)
    expect(line(1)).toBe(`1 ${esc}[30;43m +30.0${esc}[0m   0.0`)
  })

  it("takes the colours of another palette", () => {
    const line = gridOf(renderTerminal(square, { colorLevel: 3, palette: "RdBu" }))[1]
    expect(line).toContain(`${esc}[38;2;0;0;0;48;2;240;82;74m +32.9${esc}[0m`)
  })

  it("makes the answer bold and the details dim where there are colours", () => {
    const lines = renderTerminal(square, { colorLevel: 1 }).split("\n")
    expect(lines[0]).toBe(`${esc}[1mespresso, 94.1 %${esc}[0m`)
    expect(lines.at(-2)).toBe(`${esc}[2mModel: tiny; 2 x 2 squares, hidden one at a time; fill: cell-mean${esc}[0m`)
  })

  it("leaves the grid out where a drawing stands in its place", () => {
    expect(renderTerminal(square, { grid: false, width: 120 }).split("\n").slice(0, 4)).toEqual([
      "espresso, 94.1 %",
      "Hiding the square at row 1, column 1 lowers espresso from 94.1 % to 61.2 %, the largest change among 4 squares.",
      "",
      "Measured: -11.4 to +32.9 points.",
    ])
  })

  it("marks squares without a value, and never colours them", () => {
    const broken = makeExplanation({ effects: [0.3, Number.NaN] })
    expect(gridOf(renderTerminal(broken, { colorLevel: 3 }))[1]?.endsWith(`${esc}[0m     ?`)).toBe(true)
    expect(renderTerminal(broken)).toContain("Measured: +30.0 to +30.0 points.")
    const none = makeExplanation({ effects: [Number.NaN, Number.NaN] })
    expect(renderTerminal(none)).not.toContain("Measured")
    expect(renderTerminal(none)).not.toContain("NaN")
  })

  it("counts two columns for letters that take two", () => {
    const text = renderTerminal(makeExplanation({ effects: [0.3], label: "三毛猫".repeat(9) }), { width: 24 })
    expect(text.split("\n").slice(0, 3)).toEqual(["三毛猫三毛猫三毛猫三毛猫", "三毛猫三毛猫三毛猫三毛猫", "三毛猫"])
  })

  it("drops decimals, then shades squares by thirds of the largest, then lists the strongest", () => {
    const effects = [0.329, -0.114, 0, 0.05, ...Array<number>(12).fill(0)]
    const row = (width: number, rows: number): string => {
      const wide = makeExplanation({ effects: effects.slice(0, 16), rows })
      return gridOf(renderTerminal(wide, { width }))[1]!
    }
    expect(row(98, 1)).toMatch(/^1 {2}\+32\.9 -11\.4 {3}0\.0 {2}\+5\.0 /)
    expect(row(97, 1)).toMatch(/^1 {2}\+33 -11 {3}0 {2}\+5 /)
    for (const width of [65, 34]) expect(row(width, 1)).toBe("1 ▓▓== .░░ . . . . . . . . . . . .")
    expect(row(33, 1)).toBe("1 ▓=.░............")
    const many = makeExplanation({ effects: [...effects, ...effects], rows: 1 })
    expect(gridOf(renderTerminal(many, { width: 24 })).slice(0, 2)).toEqual([
      "Strongest, in points:",
      "+32.9  row 1, column 1",
    ])
  })

  it("explains marks that are no numbers", () => {
    const wide = makeExplanation({ effects: [0.329, ...Array<number>(15).fill(0)] })
    for (const width of [34, 24])
      expect(renderTerminal(wide, { width }).replaceAll("\n", " ")).toContain(
        "░ ▒ ▓ support, - = # oppose: up to 1/3, 2/3, all of 32.9 points.",
      )
  })

  it("numbers narrow columns as often as there is room for it", () => {
    const head = (columns: number): string =>
      gridOf(renderTerminal(makeExplanation({ effects: Array<number>(columns).fill(0.3) }), { width: 24 }))[0]!
    expect(head(20)).toBe("  1  4  7  10 13 16 19")
    expect(head(22)).toBe("  1  4  7  10 13 16 19")
  })

  it("lists regions that have no rows", () => {
    const boxes = Array.from({ length: 12 }, () => ({ left: 0, top: 0, width: 1, height: 1 }))
    const regions = { layout: { kind: "mask" } as const, boxes, runs: [0, 4096] }
    const text = renderTerminal(makeExplanation({ effects: [0, 0.02, -0.3, ...Array<number>(9).fill(0)], regions }))
    expect(gridOf(text).slice(0, 3)).toEqual([
      "Strongest, in points:",
      "-30.0  region 3 of 12",
      " +2.0  region 2 of 12",
    ])
    expect(gridOf(text)).toHaveLength(11)
  })

  it("keeps to the window, whatever its width, grid and label", () => {
    fc.assert(
      fc.property(
        fc.record({
          width: fc.integer({ min: 24, max: 200 }),
          rows: fc.integer({ min: 1, max: 40 }),
          columns: fc.integer({ min: 1, max: 40 }),
          colorLevel: fc.constantFrom(0, 1, 2, 3),
          label: fc.string({ unit: "grapheme", maxLength: 120 }),
          scale: fc.constantFrom("probability", "logit"),
        }),
        ({ width, rows, columns, colorLevel, label, scale }) => {
          const text = renderTerminal(makeExplanation({ effects: wobble(rows * columns), rows, label, scale }), {
            width,
            colorLevel,
          })
          for (const line of plain(text).split("\n")) expect(terminalWidth(line)).toBeLessThanOrEqual(width)
        },
      ),
    )
  })

  it("lets no label or model name speak to the terminal", () => {
    const hostile = `${esc}]0;owned\u0007${esc}[2J\u009b31m\r\nfake line\u202e`
    const text = renderTerminal(makeExplanation({ effects: [0.3], label: hostile, model: hostile }), { width: 200 })
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect(text.split("\n")[0]).toBe("]0;owned[2J31m fake line, 94.1 %")
  })

  it("refuses a window that is too narrow", () => {
    expect(() => renderTerminal(square, { width: 23 })).toThrow("width must be at least 24 columns, got 23")
  })
})
