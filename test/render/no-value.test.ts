import { describe, expect, it } from "vitest"
import type { Explanation } from "../../src/explanation.ts"
import {
  captionOf,
  type RenderSvgOptions,
  renderOverlay,
  renderPair,
  renderSheet,
  renderSvg,
} from "../../src/render/index.ts"
import { untied } from "../../src/words/fill-in.ts"
import { gridRegions, makeExplanation } from "./make-explanation.ts"
import { all, parseSvg, type SvgNode } from "./parse-svg.ts"
import { numbersOf, type Rect, rectOf } from "./text-boxes.ts"

const { NaN: none, POSITIVE_INFINITY: infinity } = Number
const picture = { href: "data:image/png;base64,AAAA" }
const square = { width: 400, height: 400 }

const wordsOf = (svg: SvgNode): readonly string[] => all(svg, "text").map(({ text }) => text)
const panelOf = (svg: SvgNode): Rect => rectOf(all(all(svg, "clipPath")[0]!, "rect")[0]!)
const marksOf = (svg: SvgNode): SvgNode => all(svg, "g").find(({ attributes }) => attributes.class === "marks")!
/** Everything in colour on the map, without white and black lines. */
const colouredOf = (svg: SvgNode): readonly SvgNode[] =>
  all(marksOf(svg)).filter(
    ({ attributes }) => "fill-opacity" in attributes && attributes.fill?.startsWith("#") === true,
  )

/** Two halves of a picture, as the kind of regions. */
const halves: Readonly<Record<string, Explanation["regions"]>> = {
  grid: gridRegions(1, 2, { width: 64, height: 64 }),
  windows: {
    layout: {
      kind: "window",
      rows: 1,
      columns: 2,
      window: { width: 32, height: 64 },
      stride: { width: 32, height: 64 },
    },
    boxes: gridRegions(1, 2, { width: 64, height: 64 }).boxes,
  },
  masks: {
    layout: { kind: "mask" },
    boxes: gridRegions(1, 2, { width: 64, height: 64 }).boxes,
    runs: Array.from({ length: 64 }, () => [0, 32, 1, 32]).flat(),
  },
}

const looks: Readonly<Record<string, RenderSvgOptions>> = {
  exact: {},
  smooth: { map: "smooth" },
  "the original's": { style: "original" },
}
const cases = Object.keys(halves).flatMap((kind) =>
  Object.keys(looks).flatMap((look) => (kind === "masks" && look === "smooth" ? [] : [[kind, look] as const])),
)

describe.each(cases)("what has no value, among %s drawn in the %s look,", (kind, look) => {
  const explain = (effects: readonly number[]): Explanation =>
    makeExplanation({ effects, regions: halves[kind]!, picture: square })
  const draw = (effects: readonly number[]): SvgNode => parseSvg(renderSvg(explain(effects), looks[look]))

  it.each([none, infinity, -infinity])("is never coloured, and stays empty: %d", (missing) => {
    const svg = draw([0.3, missing])
    const { left, right } = panelOf(svg)
    for (const node of colouredOf(svg)) expect(rightEnd(node)).toBeLessThanOrEqual((left + right) / 2 + 0.01)
    expect(wordsOf(svg).join(" ")).not.toMatch(/NaN|∞|Infinity|undefined/)
    expect(numbersOf(svg).length).toBeLessThanOrEqual(1)
  })

  it("does not stretch the scale of the others", () => {
    expect(colouredOf(draw([0.3, infinity])).map(({ attributes }) => attributes.fill)).toEqual(
      expect.arrayContaining(colouredOf(draw([0.3, none])).map(({ attributes }) => attributes.fill)),
    )
    const words = wordsOf(draw([0.3, -infinity]))
    expect(words.some((word) => word === "+30.0" || word.startsWith("100 stands for 30.0 points"))).toBe(true)
  })

  it("may be everything: then nothing is coloured, and the words say so", () => {
    const svg = draw([none, infinity])
    expect(colouredOf(svg)).toEqual([])
    expect(wordsOf(svg).join(" ")).toContain("no value was measured")
    expect(all(svg, "desc")[0]!.text).toMatch(/None of 2 (squares|windows|regions) has a value\./)
  })
})

describe("what has no value", () => {
  it("is told in the legend of a grid", () => {
    const legendOf = (effects: readonly number[]): readonly string[] =>
      wordsOf(parseSvg(renderSvg(makeExplanation({ effects, rows: 2, picture: square }))))
    expect(legendOf([0.3, none, 0.1, 0.2])).toContain("no value")
    expect(legendOf([0.3, 0.1, 0.1, 0.2])).not.toContain("no value")
  })

  it("is counted in the caption", () => {
    expect(untied(captionOf(makeExplanation({ effects: [0.3, none, 0.1] })))).toContain("1 of 3 squares has no value.")
    expect(untied(captionOf(makeExplanation({ effects: [0.3, none, infinity] })))).toContain(
      "2 of 3 squares have no value.",
    )
    expect(untied(captionOf(makeExplanation({ effects: [0.3, 0.1] })))).not.toContain("no value")
  })

  it("is never the strongest", () => {
    expect(untied(captionOf(makeExplanation({ effects: [infinity, 0.3, none] })))).toMatch(
      /^Hiding the square at row 1, column 2 lowers/,
    )
    expect(untied(captionOf(makeExplanation({ effects: [none] })))).toBe("None of 1 squares has a value.")
    expect(untied(captionOf(makeExplanation({ effects: [infinity, none] }), { style: "original" }))).toBe(
      "None of 2 squares has a value.",
    )
  })

  it("is said in sheets and pairs, and is transparent in overlays", () => {
    const explanation = makeExplanation({ effects: [none, none], picture: { width: 2, height: 1 } })
    const sheet = parseSvg(renderSheet([{ explanation }, { explanation: makeExplanation({ effects: [0.3] }) }]))
    expect(wordsOf(sheet)).toEqual(expect.arrayContaining(["no value", "+30.0"]))
    const pair = parseSvg(renderPair(explanation, { before: picture, after: picture }))
    expect(wordsOf(pair)).toContain("no value")
    expect(Array.from(renderOverlay(explanation).data)).toEqual([0, 0, 0, 0, 0, 0, 0, 0])
  })
})

/** How far to the right a rectangle or a path reaches. */
function rightEnd(node: SvgNode): number {
  if (node.name === "rect") return rectOf(node).right
  const d = node.attributes.d!
  const [first, ...numbers] = [...d.matchAll(/([A-Za-z ])(-?[\d.]+)/g)].map(([, sign, value]) => ({
    sign,
    value: Number(value),
  }))
  // Points are "M x y" and "L x y"; runs are "M x y H x V y H x".
  const across = numbers.filter(({ sign }) => sign === "M" || sign === "L" || sign === "H").map(({ value }) => value)
  return Math.max(first!.value, ...across)
}
