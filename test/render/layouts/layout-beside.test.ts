import { describe, expect, it } from "vitest"
import type { Evidence } from "../../../src/evidence-record.ts"
import { type RenderSvgOptions, renderSvg } from "../../../src/render/index.ts"
import { foundSet, stripOf, withEvidence } from "../make-evidence.ts"
import { makeExplanation } from "../make-explanation.ts"
import { all, num, parseSvg, type SvgNode } from "../parse-svg.ts"
import { boxOf, inside, meet, rectOf } from "../text-boxes.ts"

const pictureOf = (name: string) => ({ href: `data:image/png;base64,${name}` })
const photo = pictureOf("AAAA")
const espresso = { index: 967, label: "espresso", score: 0.94 }
const candle = { index: 470, label: "candle", score: 0.38 }

const sets: Evidence["sets"] = {
  enough: foundSet([5], { ...espresso, score: 0.62 }),
  needed: foundSet([5, 6], { ...candle, score: 0.3 }),
}
const strip = stripOf(4, (step) => ({ score: [0.91, 0.5, 0.2][step]!, answer: step < 2 ? espresso : candle }))
const record = withEvidence(
  makeExplanation({ effects: Array<number>(16).fill(0.2), rows: 4, score: 0.94, top: [espresso] }),
  { sets, strip },
)
const tried = {
  enough: pictureOf("BBBB"),
  needed: pictureOf("CCCC"),
  strip: ["DDDD", "EEEE", "FFFF"].map(pictureOf),
}

const draw = (options: RenderSvgOptions = {}): SvgNode => parseSvg(renderSvg(record, { photo, tried, ...options }))
const wordsOf = (svg: SvgNode): readonly string[] => all(svg, "text").map(({ text }) => text)
const smallOf = (svg: SvgNode): readonly SvgNode[] =>
  all(svg, "image").filter(({ attributes }) => attributes.href !== photo.href)

describe("the answer on one page", () => {
  it("begins with what was found in the largest letters, and names the answer under it", () => {
    const [first, second, answer] = all(draw(), "text") as [SvgNode, SvgNode, SvgNode]
    expect([first.text, second.text].join(" ")).toMatch(/^Without these 2 squares, in the middle/)
    expect(answer.text).toBe("espresso, 94.0 %")
    const sizes = all(draw(), "text").map((text) => num(text, "font-size"))
    expect(num(first, "font-size")).toBe(Math.max(...sizes))
    expect(num(answer, "font-size")).toBe(Math.max(...sizes.filter((size) => size < num(first, "font-size"))))
  })

  it("shows what the model was shown in one row of small pictures, in the order in which they are read", () => {
    const small = smallOf(draw())
    expect(small.map(({ attributes }) => attributes.href?.slice(-4))).toEqual(["BBBB", "CCCC", "DDDD", "EEEE", "FFFF"])
    expect(new Set(small.map((image) => num(image, "y"))).size).toBe(1)
    // 3 : 2, as the photo; between the sets and the strip is more room than between others.
    for (const image of small) expect(num(image, "width") / num(image, "height")).toBeCloseTo(1.5, 1)
    const gaps = small.slice(1).map((image, i) => rectOf(image).left - rectOf(small[i]!).right)
    expect(gaps.map(Math.round)).toEqual([16, 36, 16, 16])
  })

  it("says over each what it is, and under it what the model said; where the answer turned, in the ink of the page", () => {
    const svg = draw({ theme: "dark" })
    const words = wordsOf(svg)
    expect(words).toEqual(
      expect.arrayContaining([
        ...["Only this one", "Without these 2", "The squares that lower the score most, hidden one after another"],
        ...["still espresso, 62 %", "candle, 30 %", "1 hidden: 91 %", "2 hidden: 50 %", "3 hidden: candle, 38 %"],
      ]),
    )
    const inkOf = (words: string): string | undefined =>
      all(svg, "text").find(({ text }) => text === words)?.attributes.fill
    expect([inkOf("2 hidden: 50 %"), inkOf("3 hidden: candle, 38 %")]).toEqual(["#aaa7b8", "#f1eff7"])
  })

  it("puts each caption under its own picture", () => {
    const svg = draw()
    const captions = [
      "still espresso, 62 %",
      "candle, 30 %",
      "1 hidden: 91 %",
      "2 hidden: 50 %",
      "3 hidden: candle, 38 %",
    ]
    smallOf(svg).forEach((image, i) => {
      const { left, right, bottom } = rectOf(image)
      const caption = all(svg, "text").find(({ text }) => text === captions[i])!
      expect(boxOf(caption).left).toBe(left)
      expect(boxOf(caption).right).toBeLessThanOrEqual(right)
      expect(boxOf(caption).top - bottom).toBeGreaterThan(0)
      expect(boxOf(caption).top - bottom).toBeLessThan(12)
    })
  })

  it("leaves out what it has no picture of", () => {
    expect(smallOf(draw({ tried: { needed: tried.needed } }))).toHaveLength(1)
    expect(wordsOf(draw({ tried: {} })).join(" ")).not.toMatch(/Only this|Only these|hidden:/)
    expect(smallOf(draw({ layout: "alone" }))).toEqual([])
  })

  it("lets small pictures flow on a page for a phone, with no letter under 12", () => {
    const svg = draw({ width: 380 })
    const small = smallOf(svg)
    expect(small).toHaveLength(5)
    expect(new Set(small.map((image) => num(image, "y"))).size).toBe(3)
    for (const image of small) expect(num(image, "width")).toBeGreaterThanOrEqual(150)
    for (const text of all(svg, "text")) expect(num(text, "font-size")).toBeGreaterThanOrEqual(12)
    const page = { left: 0, top: 0, right: 380, bottom: Number(svg.attributes.viewBox!.split(" ")[3]) }
    for (const image of small) expect(inside(rectOf(image), page)).toBe(true)
  })

  it("never lays two pictures on each other", () => {
    for (const width of [360, 500, 640, 900, 1100, 1600]) {
      const places = smallOf(draw({ width })).map(rectOf)
      places.forEach((place, i) => {
        for (const other of places.slice(i + 1)) expect(meet(place, other)).toBe(false)
      })
    }
  })

  it("refuses a small picture that is not inside of the file", () => {
    expect(() => draw({ tried: { strip: [{ href: "https://example.org/a.png" }] } })).toThrow(
      new RangeError("strip must be a data:image/png or data:image/jpeg address, got https://example.org/a.png"),
    )
  })
})

describe("the layout map", () => {
  it("is colours on nothing at the shape of the picture: no photo, no words, no paper", () => {
    const svg = parseSvg(
      renderSvg(makeExplanation({ effects: [0.3, -0.2, 0, 0.1], rows: 2 }), { photo, layout: "map" }),
    )
    expect(svg.attributes.viewBox).toBe("0 0 1200 800")
    expect([...all(svg, "text"), ...all(svg, "image")]).toEqual([])
    const squares = all(svg, "rect")
    expect(squares.map(rectOf).slice(0, 2)).toEqual([
      { left: 0, top: 0, right: 600, bottom: 400 },
      { left: 600, top: 0, right: 1200, bottom: 400 },
    ])
    expect(squares.map((square) => num(square, "fill-opacity") > 0)).toEqual([true, true, false, true])
  })
})
