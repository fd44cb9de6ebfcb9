import { describe, expect, it } from "vitest"
import type { Explanation } from "../../../src/explanation.ts"
import { compareExplanations } from "../../../src/reading/compare-explanations.ts"
import {
  differenceWords,
  divergingColor,
  type RenderDifferenceOptions,
  renderDifference,
} from "../../../src/render/index.ts"
import { untied } from "../../../src/words/fill-in.ts"
import { setUpWords } from "../../../src/words/set-up-words.ts"
import { photo } from "../any-drawing.ts"
import { foundSet, type WantedEvidence, withEvidence } from "../make-evidence.ts"
import { makeExplanation, wobble } from "../make-explanation.ts"
import { all, parseSvg, type SvgNode } from "../parse-svg.ts"
import { numbersOf, rectOf } from "../text-boxes.ts"

const of = (effects: readonly number[], wanted: WantedEvidence & { readonly score?: number } = {}): Explanation => {
  const { score = 0.94, ...evidence } = wanted
  return withEvidence(makeExplanation({ effects, rows: Math.sqrt(effects.length), score }), evidence)
}
const before = of([0.061, 0.02, 0.1, 0.1])
const after = of([0.012, 0.02, 0.1, -0.1])

const draw = (a: Explanation, b: Explanation, options?: RenderDifferenceOptions): SvgNode =>
  parseSvg(renderDifference(a, b, options))
const wordsOf = (svg: SvgNode): readonly string[] => all(svg, "text").map(({ text }) => text)
const mapsOf = (svg: SvgNode): readonly SvgNode[] =>
  all(svg, "g").filter(({ attributes, children: [first] }) => attributes.class === "map" && first?.name === "defs")
const coloursOf = (map: SvgNode): readonly string[] =>
  all(map, "rect").flatMap(({ attributes }) => (attributes.class === "cells" ? [attributes.fill!] : []))
/** A colour that is laid over the photo lies at the root of its share. */
const hex = (place: number): string =>
  `#${divergingColor(Math.sign(place) * Math.sqrt(Math.abs(place)))
    .map((level) => level.toString(16).padStart(2, "0"))
    .join("")}`
const dotsOf = (map: SvgNode): number =>
  all(map, "path").flatMap(({ attributes }) => (attributes.class === "quiet" ? attributes.d!.match(/M/g)! : [])).length

describe("renderDifference", () => {
  it("draws A, B and what changed on one scale, whose end is the largest of all", () => {
    const [a, b, difference] = mapsOf(draw(before, after))
    // The end is 0.2, of the difference.
    expect(coloursOf(a!)).toEqual([hex(0.305), expect.any(String), hex(0.5), hex(0.5)])
    expect(coloursOf(b!).slice(2)).toEqual([hex(0.5), hex(-0.5)])
    expect(coloursOf(difference!)).toEqual([hex(-0.245), hex(-1)])
    expect(wordsOf(draw(before, after))).toEqual(expect.arrayContaining(["−20.0", "+20.0"]))
  })

  it("leaves what did not change without a colour and a number, with a dot", () => {
    const [, , difference] = mapsOf(draw(before, after))
    expect(numbersOf(difference!).map(({ text }) => text)).toEqual(["−4.9", "−20.0"])
    expect(dotsOf(difference!)).toBe(2)
    expect(wordsOf(draw(before, after))).toContain("in B − A: no change beyond the noise")
  })

  it("writes all numbers alike, and names rows and columns", () => {
    const svg = draw(before, after)
    expect(
      new Set(
        mapsOf(svg)
          .flatMap(numbersOf)
          .map(({ attributes }) => attributes["font-size"]),
      ).size,
    ).toBe(1)
    expect(all(svg, "text").filter(({ attributes }) => attributes.class === "edges")).toHaveLength(12)
  })

  it("says what A and B are: their answers, and what one was made with and the other was not", () => {
    const blur = of([0.06, 0.02, 0.1, 0.1], { fills: [{ name: "blur" }] })
    const noise = of([0.01, 0.02, 0.1, 0.1], { fills: [{ name: "noise" }], score: 0.5 })
    expect(wordsOf(draw(blur, noise))).toEqual(
      expect.arrayContaining([
        "From A to B: espresso, 94.0 % to 50.0 %",
        "A: espresso, 94.0 %",
        "fills: blur",
        "fills: noise",
      ]),
    )
    expect(wordsOf(draw(before, before)).filter((word) => word === "made in the same way")).toHaveLength(2)
  })

  it("has one legend, with the unit, and words for the difference", () => {
    const words = wordsOf(draw(before, after))
    expect(words.filter((word) => word === "0 points")).toHaveLength(1)
    expect(words).toEqual(
      expect.arrayContaining(["0 points", "A and B: − speaks against", "B − A: − lower in B", "+ higher in B"]),
    )
  })

  it("draws all differences where nothing tells which are noise, and says so", () => {
    const svg = draw(makeExplanation({ effects: [0.5, 0.1] }), makeExplanation({ effects: [0.4, 0.1] }))
    expect(numbersOf(mapsOf(svg)[2]!).map(({ text }) => text)).toEqual(["−10.0", "0.0"])
    expect(wordsOf(svg).join(" ")).toContain("Nothing tells which differences are more than noise")
  })

  it("draws 16 by 16 squares without numbers, and what changed in colour", () => {
    const many = wobble(256).map((value) => value / 10)
    const svg = draw(of(many), of(many.map((value, i) => (i === 100 ? value + 0.3 : value))))
    expect(mapsOf(svg).flatMap(numbersOf)).toEqual([])
    expect(coloursOf(mapsOf(svg)[2]!)).toHaveLength(1)
  })

  it("stores the photo once, and stands on a dark page where that is wanted", () => {
    const svg = draw(before, after, { photo, theme: "dark", width: 700 })
    expect(all(svg, "image")).toHaveLength(1)
    expect(all(svg, "use")).toHaveLength(3)
    expect(svg.attributes.width).toBe("700")
    expect(all(svg, "rect").find(({ attributes }) => attributes.class === "paper")!.attributes.fill).toBe("#17161c")
  })

  it("puts the maps of a very wide picture one below the other", () => {
    const wide = (effects: readonly number[]): Explanation =>
      withEvidence(makeExplanation({ effects, picture: { width: 900, height: 300 } }))
    const places = all(draw(wide([0.1, 0]), wide([0.2, 0])), "clipPath").map((clip) => rectOf(all(clip, "rect")[0]!))
    expect(new Set(places.map(({ left }) => left)).size).toBe(1)
    expect(places[1]!.top).toBeGreaterThan(places[0]!.bottom)
  })

  it("refuses what cannot be compared, and unknown names", () => {
    expect(() => draw(before, of([0.1]))).toThrow(RangeError)
    expect(() => draw(before, after, { theme: "blue" as never })).toThrow(
      new RangeError("theme must be light or dark, got blue"),
    )
  })
})

describe("differenceWords", () => {
  const textsOf = (a: Explanation, b: Explanation): readonly string[] =>
    differenceWords(a, b).map(({ text }) => untied(text))

  it("tells how much changed, where most, and what else is to be said", () => {
    expect(textsOf(before, after)).toEqual([
      "2 of 4 squares changed beyond the noise.",
      "The largest change: row 2, column 2, from +10.0 points to −10.0 points.",
      "The score of espresso is 94.0 % in both.",
      "1 of 4 squares supports the answer in one and speaks against it in the other.",
      "The strongest square is the same in both: row 2, column 1.",
      "The rank correlation of the squares is −0.11; 1 would be the same order.",
    ])
  })

  it("tells the largest difference where nothing changed, with what noise may do", () => {
    expect(textsOf(of([0.061]), of([0.051])).slice(0, 2)).toEqual([
      "None of 1 squares changed beyond the noise.",
      "The largest difference: row 1, column 1, from +6.1 points to +5.1 points. Noise reaches 2.2 points.",
    ])
    expect(textsOf(before, before)[0]).toBe("All 4 squares have the same effect in both.")
  })

  it("tells of other answers, other targets and other scores", () => {
    const cup = { index: 968, label: "cup", score: 0.6 }
    expect(textsOf(before, { ...before, top: [cup] })).toContain("The first answer is espresso in A and cup in B.")
    expect(textsOf(before, { ...before, target: { ...cup, chosenBy: "label" } })).toContain(
      "A explains espresso, 94.0 %; B explains cup, 60.0 %.",
    )
    const checked = (score: number): Explanation => {
      const record = of([0.1], { score })
      const checks = [{ name: "level-up", score: score - 0.01 }] as const
      return { ...record, evidence: { ...record.evidence!, noise: { ...record.evidence!.noise!, checks } } }
    }
    expect(textsOf(checked(0.9), checked(0.95))).toContain(
      "The score of espresso is 90.0 % in A and 95.0 % in B, more than harmless changes move it.",
    )
    expect(textsOf(checked(0.9), checked(0.91))).toContain(
      "The score of espresso is 90.0 % in A and 91.0 % in B, within the noise.",
    )
  })

  it("names no strongest square where none is measurable", () => {
    const none = of([0.001, 0, 0, 0])
    const told = (a: Explanation, b: Explanation): string =>
      untied(differenceWords(a, b).find(({ name }) => name.startsWith("strongest"))!.text)
    expect(told(before, none)).toBe(
      "The strongest square is row 2, column 1 in A; B has none with a measurable effect.",
    )
    expect(told(none, before)).toBe(
      "The strongest square is row 2, column 1 in B; A has none with a measurable effect.",
    )
    expect(told(none, none)).toBe("No square has a measurable effect in A or in B.")
  })

  it("tells of the sets that both looked for", () => {
    const cup = { index: 968, label: "cup", score: 0.5 }
    const found = (enough: readonly number[]): Explanation =>
      of([0.1, 0.1, 0, 0], { sets: { enough: foundSet(enough, cup), needed: null } })
    expect(textsOf(found([0, 1]), found([1]))).toContain(
      "Of squares that alone keep the answer, 2 were found in A and 1 in B, 1 of them in both.",
    )
    expect(textsOf(found([0]), found([0]))).toContain("The squares that alone keep the answer are the same 1.")
  })

  it("keeps each sentence under 25 words, and each path leads to something in the comparison", () => {
    const pairs = [
      [before, after],
      [before, before],
      [makeExplanation({ effects: [0.5, 0.1] }), makeExplanation({ effects: [0.4, 0.1], label: "cup" })],
    ] as const
    for (const [a, b] of pairs) {
      const comparison: unknown = compareExplanations(a, b)
      for (const { text, paths } of differenceWords(a, b)) {
        expect(text.split(" ").length, text).toBeLessThan(25)
        for (const path of paths) expect(valueAt(comparison, path), path).toBeDefined()
      }
    }
  })
})

it("setUpWords says each part as people do", () => {
  const a = { ...before, model: { ...before.model, sha256: "ab".repeat(32) } }
  const b = of([0.01, 0.02, 0.1, 0.1], { fills: [{ name: "color", options: { color: [0, 0, 0] } }] })
  expect(setUpWords(compareExplanations(a, b).setUp, { a, b })).toEqual([
    { part: "model file", a: "abababababab", b: "not said" },
    { part: "fills", a: "blur, image-mean", b: "color #000000" },
  ])
})

/** What a path such as `regions[3].difference` leads to. */
function valueAt(value: unknown, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter((key) => key !== "")
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], value)
}
