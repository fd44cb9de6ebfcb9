import { describe, expect, it } from "vitest"
import { type RenderSetsOptions, renderSets } from "../../../src/render/index.ts"
import { foundSet, type WantedEvidence, withEvidence } from "../make-evidence.ts"
import { makeExplanation } from "../make-explanation.ts"
import { all, num, parseSvg, type SvgNode } from "../parse-svg.ts"

const before = { href: "data:image/png;base64,AAAA" }
const enough = { href: "data:image/png;base64,BBBB" }
const needed = { href: "data:image/png;base64,CCCC" }
const espresso = { index: 967, label: "espresso", score: 0.94 }
const kept = { ...espresso, score: 0.38 }
const candle = { index: 470, label: "candle", score: 0.3 }

function draw(sets: WantedEvidence["sets"], options: Partial<RenderSetsOptions> = {}): SvgNode {
  const explanation = makeExplanation({ effects: [0.2, 0.1, 0.01, 0], rows: 2, score: 0.94, top: [espresso] })
  return parseSvg(
    renderSets(withEvidence(explanation, sets === undefined ? {} : { sets }), { before, enough, needed, ...options }),
  )
}

const wordsOf = (svg: SvgNode): string =>
  all(svg, "text")
    .map(({ text }) => text)
    .join(" ")

describe("renderSets", () => {
  const both = { enough: foundSet([0], kept, { exact: true }), needed: foundSet([0, 1], candle) }

  it("shows the picture, then only what is enough, then without what is needed, at one size and height", () => {
    const pictures = all(draw(both), "image")
    expect(pictures.map(({ attributes }) => attributes.href)).toEqual([before.href, enough.href, needed.href])
    expect(new Set(pictures.map((one) => `${num(one, "width")} ${num(one, "height")} ${num(one, "y")}`)).size).toBe(1)
    const [first, second, third] = pictures.map((one) => num(one, "x"))
    expect(second).toBeGreaterThan(first!)
    expect(third).toBeGreaterThan(second!)
  })

  it("says what the model then answered", () => {
    const words = wordsOf(draw(both))
    expect(words).toContain("Only this one of 4 squares")
    expect(words).toContain("Without these 2 of 4 squares")
    expect(words).toContain("38 %")
    expect(words).toContain("candle")
  })

  it("leaves out a set that was not found", () => {
    expect(all(draw({ enough: both.enough, needed: null }, { needed: undefined }), "image")).toHaveLength(2)
    expect(wordsOf(draw({ enough: null, needed: both.needed }))).not.toContain("Only")
  })

  it("refuses a record without sets, and a picture that is missing", () => {
    const none = "layout sets needs a record with a set of regions that is enough or needed, got none"
    expect(() => draw(undefined)).toThrow(new RangeError(none))
    expect(() => draw({ enough: null, needed: null })).toThrow(new RangeError(none))
    expect(() => draw(both, { needed: undefined })).toThrow(
      new RangeError("layout sets needs the picture needed, got none"),
    )
  })
})
