import { describe, expect, it } from "vitest"
import type { Explanation } from "../../../src/explanation.ts"
import { divergingColor, type RenderSheetOptions, renderSheet, type SheetEntry } from "../../../src/render/index.ts"
import { faithfulness, withEvidence } from "../make-evidence.ts"
import { makeExplanation } from "../make-explanation.ts"
import { all, num, parseSvg, type SvgNode } from "../parse-svg.ts"
import { meet, type Rect, rectOf } from "../text-boxes.ts"

type Wanted = Parameters<typeof makeExplanation>[0]

/** An explanation of a picture that has this fingerprint. */
const of = (pixelsSha256: string, wanted: Partial<Wanted>): Explanation => {
  const explanation = makeExplanation({ effects: [0.1, 0], ...wanted })
  return { ...explanation, picture: { ...explanation.picture, pixelsSha256 } }
}

const draw = (explanations: readonly Explanation[], options?: RenderSheetOptions): SvgNode =>
  parseSvg(
    renderSheet(
      explanations.map((explanation): SheetEntry => ({ explanation })),
      options,
    ),
  )

const wordsOf = (svg: SvgNode): readonly string[] => all(svg, "text").map(({ text }) => text)
const titleOf = (svg: SvgNode): string => all(svg, "title")[0]!.text
/** Where the maps stand. */
const mapsOf = (svg: SvgNode): readonly Rect[] => all(svg, "clipPath").map((clip) => rectOf(all(clip, "rect")[0]!))
const squaresOf = (svg: SvgNode): readonly SvgNode[] =>
  all(svg, "rect").filter(({ attributes }) => attributes.class === "cells")
const hex = (colour: readonly number[]): string =>
  `#${colour.map((level) => level.toString(16).padStart(2, "0")).join("")}`

describe("renderSheet", () => {
  it("draws all on one scale, whose end is the largest effect of all", () => {
    const svg = draw([of("a", { effects: [0.4, 0.1] }), of("b", { effects: [-0.2, 0.2] })])
    expect(squaresOf(svg).map(({ attributes }) => attributes.fill)).toEqual(
      // The square roots of 1, 1/4 and 1/2.
      [1, 0.5, -Math.SQRT1_2, Math.SQRT1_2].map((place) => hex(divergingColor(place))),
    )
    expect(wordsOf(svg)).toEqual(expect.arrayContaining(["−40.0", "+40.0"]))
    expect(wordsOf(svg).join(" ")).toContain("one colour scale for all")
  })

  it("has one legend", () => {
    const svg = draw([of("a", {}), of("b", {}), of("c", {})])
    expect(wordsOf(svg).filter((words) => words === "0 points")).toHaveLength(1)
  })

  it("refuses to mix probabilities with logits, and to draw nothing", () => {
    expect(() => draw([of("a", {}), of("b", { scale: "logit" })])).toThrow(
      new RangeError("a sheet shows one unit, got points and logits"),
    )
    expect(() => draw([])).toThrow(new RangeError("a sheet needs at least one explanation, got none"))
  })

  it("shows several targets of one picture after the picture itself", () => {
    const svg = draw([of("a", { label: "espresso" }), of("a", { label: "cup" })])
    expect(mapsOf(svg)).toHaveLength(2)
    const words = wordsOf(svg)
    expect(words.filter((word) => word === "The picture")).toHaveLength(1)
    expect(words).toEqual(expect.arrayContaining(["espresso, 94.1 %", "cup, 94.1 %"]))
    // The first place in the row is the picture's.
    expect(mapsOf(svg)[0]!.left).toBeGreaterThan(100)
  })

  it("shows several pictures side by side, each under its own name", () => {
    const named = (name: string): Explanation => {
      const explanation = of(name, {})
      return { ...explanation, picture: { ...explanation.picture, name } }
    }
    const words = wordsOf(draw([named("coffee.png"), named("rocket.png")]))
    expect(words).toEqual(expect.arrayContaining(["2 pictures", "coffee.png", "rocket.png"]))
    expect(words).not.toContain("The picture")
  })

  it("calls itself what it shows", () => {
    const target = (index: number, label: string): Explanation => ({
      ...of("a", {}),
      target: { index, label, score: 0.5, chosenBy: "index" },
    })
    const fill = (name: string): Explanation => ({ ...of("a", {}), fills: [{ name }] })
    expect(titleOf(draw([target(1, "cup"), target(2, "pot"), target(3, "jug")]))).toBe("coffee.png: 3 answers")
    expect(titleOf(draw([fill("blur"), fill("noise")]))).toBe("coffee.png: espresso, 2 fills")
    expect(titleOf(draw([of("a", {})]))).toBe("coffee.png: espresso")
    expect(titleOf(draw([of("a", {}), of("b", {})]))).toBe("2 pictures")
    expect(wordsOf(draw([fill("blur"), fill("noise")]))).toEqual(expect.arrayContaining(["fill: blur", "fill: noise"]))
  })

  it("says below what is true of all, and nothing that is true of some", () => {
    const blur = { ...of("a", {}), fills: [{ name: "blur" }] }
    const noise = { ...of("a", {}), fills: [{ name: "noise" }] }
    const details = (svg: SvgNode): string => wordsOf(svg).at(-1)!
    expect(details(draw([blur, blur]))).toBe(
      "Model: tiny · 1 × 2 squares, hidden one at a time · fill: blur · one colour scale for all",
    )
    expect(details(draw([blur, noise]))).toBe(
      "Model: tiny · 1 × 2 squares, hidden one at a time · one colour scale for all",
    )
  })

  it("says of each what its strongest square does, or that none does anything", () => {
    const words = wordsOf(draw([of("a", { effects: [0.3, 0] }), of("b", { effects: [0.002, 0] })]))
    expect(words).toEqual(
      expect.arrayContaining(["row 1, column 1: from 94.1 % to 64.1 %", "no single change of a point or more"]),
    )
  })

  it.each([
    [1, 1],
    [3, 3],
    [4, 2],
    [5, 3],
    [9, 3],
    [12, 4],
  ])("puts %d pictures %d in a row", (count, columns) => {
    const maps = mapsOf(draw(Array.from({ length: count }, (_, i) => of(`${i}`, {}))))
    expect(new Set(maps.map(({ left }) => left)).size).toBe(columns)
    expect(maps.filter(({ top }) => top === maps[0]!.top)).toHaveLength(columns)
  })

  it("writes all its numbers with as many decimals as fit in every picture", () => {
    const wide = makeExplanation({ effects: [0.301, 0.104, 0.205, 0.106], rows: 2 })
    const narrow = makeExplanation({
      effects: Array.from({ length: 64 }, (_, i) => (i === 0 ? 0.301 : 0.104)),
      rows: 8,
      source: { left: 100, top: 0, width: 400, height: 400 },
    })
    const numbers = (...all: (typeof wide)[]): readonly string[] =>
      wordsOf(parseSvg(renderSheet(all.map((explanation) => ({ explanation }))))).filter((text) =>
        /^\+\d+(\.\d)?$/.test(text),
      )
    expect(numbers(wide)).toContain("+10.4")
    expect(numbers(narrow)).toContain("+10")
    expect(numbers(wide, narrow)).not.toContain("+10.4")
  })

  it("says that no more is drawn than the model was given, where that is less in one of them", () => {
    const seen = makeExplanation({ effects: [0.3] })
    const cut = makeExplanation({ effects: [0.3], source: { left: 100, top: 0, width: 400, height: 400 } })
    const words = wordsOf(parseSvg(renderSheet([{ explanation: seen }, { explanation: cut }]))).join(" ")
    expect(words).toContain("no more of a picture is drawn than the model was given")
  })

  it("takes another number of columns", () => {
    const three = [of("a", {}), of("b", {}), of("c", {})]
    expect(new Set(mapsOf(draw(three, { columns: 1 })).map(({ left }) => left)).size).toBe(1)
    expect(new Set(mapsOf(draw(three, { columns: 12 })).map(({ top }) => top)).size).toBe(1)
    for (const columns of [0, 13, 1.5, Number.NaN])
      expect(() => draw(three, { columns })).toThrow(
        new RangeError(`columns must be an integer from 1 to 12, got ${columns}`),
      )
  })

  it("makes each row as high as its highest picture, and no higher", () => {
    const wide = { picture: { width: 400, height: 100 } }
    const tall = { picture: { width: 100, height: 400 } }
    const entries = [of("a", wide), of("b", tall), of("c", wide), of("d", wide)]
    const maps = mapsOf(draw(entries, { columns: 2 }))
    const [a, b, c] = maps as [Rect, Rect, Rect, Rect]
    expect([a.top, c.top]).toEqual([b.top, maps[3]!.top])
    expect(b.bottom - b.top).toBeCloseTo(4 * (a.bottom - a.top), 0)
    // The second row begins below the tall picture; all rows have the same heads and feet.
    const between = c.top - b.bottom
    expect(between).toBeGreaterThan(40)
    const flat = mapsOf(draw([of("a", wide), of("b", wide), of("c", wide)], { columns: 1 }))
    expect(flat[1]!.top - flat[0]!.bottom).toBeCloseTo(between, 1)
    for (const [i, map] of maps.entries()) for (const other of maps.slice(i + 1)) expect(meet(map, other)).toBe(false)
  })

  it("warns of a map as its own sentence does", () => {
    const feet = (gain: number): string =>
      renderSheet([{ explanation: withEvidence(of("a", {}), { faithfulness: faithfulness(gain) }) }])
    expect(feet(0.25)).toContain(">no better than chance<")
    expect(feet(0.45)).toContain(">maybe no better than chance<")
    expect(feet(0.9)).not.toContain("better than chance<")
  })

  it("keeps the names of its parts apart, of the very same explanation too", () => {
    const twice = of("a", {})
    const ids = all(draw([twice, twice])).flatMap(({ attributes }) => attributes.id ?? [])
    expect(new Set(ids).size).toBe(ids.length)
  })

  it("is as wide as asked, and shows the photos that it is given", () => {
    const photo = { href: "data:image/png;base64,AAAA" }
    const svg = parseSvg(
      renderSheet([{ explanation: of("a", {}), photo }, { explanation: of("b", {}) }], { width: 500 }),
    )
    expect(num(svg, "width")).toBe(500)
    expect(all(svg, "image").map(({ attributes }) => attributes.href)).toEqual([photo.href])
  })
})
