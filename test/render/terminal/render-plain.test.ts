import { describe, expect, it } from "vitest"
import { renderPlain } from "../../../src/render/terminal/render-plain.ts"
import { makeExplanation } from "../make-explanation.ts"

function lines(wanted: Parameters<typeof makeExplanation>[0]): readonly string[] {
  return renderPlain(makeExplanation(wanted)).split("\n")
}

describe("renderPlain", () => {
  it("writes a line a square, the strongest first, in words that need no colour", () => {
    expect(lines({ effects: [0.05, -0.114, 0, 0.329], rows: 2, score: 0.6 })).toEqual([
      "espresso, 60.0 %",
      "4 squares, strongest first:",
      "row 2, column 2: +32.9 points, lowers espresso from 60.0 % to 27.1 %",
      "row 1, column 2: -11.4 points, raises espresso from 60.0 % to 71.4 %",
      "row 1, column 1: +5.0 points, lowers espresso from 60.0 % to 55.0 %",
      "row 2, column 1: 0.0 points",
      "Plus supports espresso: hiding it lowers the score; minus speaks against it: hiding it raises the score.",
      "Model: tiny; 2 x 2 squares, hidden one at a time; fill: cell-mean",
      "",
    ])
  })

  it("says first that numbers are estimates, where they are", () => {
    expect(lines({ effects: [0.3, -0.05], method: "random-masks" }).slice(0, 2)).toEqual([
      "espresso, 94.1 %",
      "Estimated from many hidden together, not measured: hiding the square at row 1, column 1 lowers espresso by about 30.0 points.",
    ])
  })

  it("lowers nothing from a number to the same number", () => {
    expect(lines({ effects: [0.0002, -0.0002], score: 0.6 }).slice(2, 4)).toEqual([
      "row 1, column 1: 0.0 points, leaves espresso at 60.0 %",
      "row 1, column 2: 0.0 points, leaves espresso at 60.0 %",
    ])
  })

  it("says what showing one square alone does", () => {
    const alone = { method: "all-but-one", hiddenScore: 0.1 } as const
    expect(lines({ effects: [0.3, -0.05], ...alone }).slice(2, 4)).toEqual([
      "row 1, column 1: +30.0 points, raises espresso from 10.0 % to 40.0 %",
      "row 1, column 2: -5.0 points, lowers espresso from 10.0 % to 5.0 %",
    ])
  })

  it("counts in logits where the model does, and numbers regions without rows", () => {
    const regions = {
      layout: { kind: "mask" } as const,
      boxes: [{ left: 0, top: 0, width: 1, height: 1 }],
      runs: [0, 1],
    }
    expect(lines({ effects: [1.25], regions, scale: "logit", score: 3 })[2]).toBe(
      "region 1 of 1: +1.25 logits, lowers espresso from 3.00 logits to 1.75 logits",
    )
  })

  it("puts squares without a value last, and says so", () => {
    expect(lines({ effects: [Number.NaN, 0.01] }).slice(2, 4)).toEqual([
      "row 1, column 2: +1.0 points, lowers espresso from 94.1 % to 93.1 %",
      "row 1, column 1: no value",
    ])
  })

  it("lets no label speak to the terminal", () => {
    const text = renderPlain(makeExplanation({ effects: [0.3], label: "a\u001b[2J\r\nb\u202e" }))
    expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u)
    expect(text.split("\n")).toHaveLength(6)
  })
})
