import { describe, expect, it } from "vitest"
import type { Explanation } from "../../../src/explanation.ts"
import { type RenderPairOptions, renderPair } from "../../../src/render/index.ts"
import { makeExplanation } from "../make-explanation.ts"
import { all, num, parseSvg, type SvgNode } from "../parse-svg.ts"
import { rectOf } from "../text-boxes.ts"

const before = { href: "data:image/png;base64,AAAA" }
const after = { href: "data:image/jpeg;base64,BBBB" }
const espresso = { index: 967, label: "espresso", score: 0.94 }
const cup = { index: 968, label: "cup", score: 0.61 }

const draw = (explanation: Explanation, options: Partial<RenderPairOptions> = {}): SvgNode =>
  parseSvg(renderPair(explanation, { before, after, ...options }))

const wordsOf = (svg: SvgNode): readonly string[] => all(svg, "text").map(({ text }) => text)

/** The frames, which are drawn twice, white under black. */
const marksOf = (svg: SvgNode): readonly SvgNode[] =>
  all(svg, "rect").filter(({ attributes }) => attributes.stroke === "#000")

describe("renderPair", () => {
  const explanation = makeExplanation({
    effects: [0.02, -0.01, 0.3, 0],
    rows: 2,
    score: 0.94,
    seen: { width: 200, height: 100 },
    top: [espresso],
    answers: [espresso, espresso, cup, espresso],
  })

  it("shows what the model saw on the left, and the same with a place hidden on the right, at one size", () => {
    const svg = draw(explanation)
    const [left, right, ...others] = all(svg, "image")
    expect(others).toEqual([])
    expect([left?.attributes.href, right?.attributes.href]).toEqual([before.href, after.href])
    expect(num(left!, "width") / num(left!, "height")).toBeCloseTo(2, 3)
    expect({ ...rectOf(right!), left: 0, right: 0 }).toEqual({ ...rectOf(left!), left: 0, right: 0 })
    expect(num(right!, "x")).toBeGreaterThan(rectOf(left!).right)
    expect(wordsOf(svg)).toEqual(expect.arrayContaining(["What the model saw", "The same with that place hidden"]))
  })

  it("says what changed, and what the model answered before and after", () => {
    const words = wordsOf(draw(explanation))
    expect(all(draw(explanation), "title")[0]!.text).toBe(
      "Hiding the square at row 2, column 1 lowers espresso from 94.0 % to 64.0 %",
    )
    expect(words).toEqual(
      expect.arrayContaining([
        "espresso 94.0 %",
        "the model's first answer",
        "espresso 64.0 %  (was 94.0 %)",
        "the model's first answer: cup, 61.0 %",
      ]),
    )
  })

  it("takes another region than the strongest, and the words follow", () => {
    const words = wordsOf(draw(explanation, { region: 1 }))
    expect(words).toEqual(
      expect.arrayContaining([
        "Hiding the square at row 1, column 2 raises espresso from 94.0 % to 95.0 %",
        "espresso 95.0 %  (was 94.0 %)",
      ]),
    )
    expect(words.filter((word) => word === "the model's first answer")).toHaveLength(2)
  })

  it("marks the same place on both pictures", () => {
    const svg = draw(explanation)
    const [left, right] = all(svg, "image").map(rectOf)
    const marks = marksOf(svg).map(rectOf)
    expect(marks).toHaveLength(2)
    // The square at row 2, column 1 takes the left half of the lower half.
    for (const [mark, picture] of [
      [marks[0]!, left!],
      [marks[1]!, right!],
    ] as const)
      expect(mark).toEqual({
        left: closeTo(picture.left),
        right: closeTo((picture.left + picture.right) / 2),
        top: closeTo((picture.top + picture.bottom) / 2),
        bottom: closeTo(picture.bottom),
      })
  })

  it("counts from the answer to the picture where only one square is shown, and speaks of showing", () => {
    const alone = makeExplanation({
      effects: [0.05, 0.4],
      method: "all-but-one",
      score: 0.94,
      hiddenScore: 0.01,
      top: [espresso],
      answers: [cup, espresso],
    })
    const words = wordsOf(draw(alone))
    // 0.01 with everything hidden and 0.4 more: 41 %, which is 53 points below 94 %.
    expect(words).toEqual(
      expect.arrayContaining([
        "Showing only the square at row 1, column 2 raises espresso from 1.0 % (everything hidden) to 41.0 %",
        "The same with everything else hidden",
        "espresso 41.0 %  (was 94.0 %)",
      ]),
    )
  })

  it("counts logits where the model gives logits", () => {
    const logits = makeExplanation({ effects: [-1.25], scale: "logit", score: 7.5 })
    expect(wordsOf(draw(logits))).toEqual(expect.arrayContaining(["espresso 8.75  (was 7.50)"]))
  })

  it("names a first answer without a label by its number", () => {
    const nameless = { index: 3, label: "\u202e", score: 0.5 }
    const words = wordsOf(draw(makeExplanation({ effects: [0.3], answers: [nameless] })))
    expect(words).toContain("the model's first answer: class 3, 50.0 %")
  })

  it("says that there is no value where there is none", () => {
    const words = wordsOf(draw(makeExplanation({ effects: [Number.NaN] })))
    expect(words).toEqual(expect.arrayContaining(["the square at row 1, column 1 has no value", "no value"]))
    expect(words.join(" ")).not.toMatch(/NaN|Infinity/)
  })

  it("refuses regions that are not there and pictures that are not inside the file", () => {
    for (const region of [-1, 4, 0.5, Number.NaN])
      expect(() => draw(explanation, { region })).toThrow(new RangeError(`region must be from 0 to 3, got ${region}`))
    expect(() => draw(explanation, { before: { href: "before.png" } })).toThrow(
      new RangeError("before must be a data:image/png or data:image/jpeg address, got before.png"),
    )
    expect(() => draw(explanation, { after: { href: "https://example.org/a.png" } })).toThrow("after must be")
    expect(() => draw(explanation, { width: 100 })).toThrow("width must be from 200 to 8192 pixels, got 100")
  })
})

const closeTo = (value: number): number => expect.closeTo(value, 1) as number
