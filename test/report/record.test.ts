import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { explain, explainTargets, featureMask, functionModel, grid, slidingWindow, viewOf } from "../../src/index.ts"
import { explanationJsonSchema, parse, serialize } from "../../src/report/index.ts"
import { withFront } from "../render/make-explanation.ts"
import { versionOne } from "./version-one.ts"

const image = { width: 4, height: 4, channels: 1, data: Uint8Array.from({ length: 16 }, (_, i) => i * 16) } as const
const model = functionModel((images) => images.map(({ data }) => [data[5]! / 255, 1 - data[5]! / 255]), {
  labels: ["light", 'da"rk\u2028'],
  description: { runtime: "none" },
})
const explanation = await explain(model, image, { regions: grid(2), picture: { name: "ramp.png" }, evidence: "none" })

/** The class that is not explained. */
const other = explanation.top[1]!

/** The record with one field replaced, as text. */
const changed = (change: Record<string, unknown>): string => JSON.stringify({ ...explanation, ...change })

/** The record with something else in its attribution, as text. */
const front = (part: Record<string, unknown>): string =>
  changed({ attributions: [{ ...explanation.attributions[0], ...part }] })

describe("serialize and parse", () => {
  test("give back an equal record", async () => {
    expect(parse(serialize(explanation))).toEqual(explanation)
    for (const regions of [slidingWindow({ size: 3 }), featureMask(Array.from({ length: 16 }, (_, i) => i % 3))]) {
      const other = await explain(model, image, { regions, fill: 16, method: "all-but-one", evidence: "none" })
      expect(parse(serialize(other))).toEqual(other)
    }
  })

  test("give back what was explained: a class, the lead of one class over another, or a score function", async () => {
    const squared = { name: "dark²", score: (row: readonly number[]) => row[1]! ** 2 }
    const targets = ["light", { target: 1, against: "runner-up" }, squared] as const
    const explanations = await explainTargets(model, image, { regions: grid(2), targets, evidence: "none" })
    expect(explanations.map(({ target }) => target.chosenBy)).toEqual(["label", "margin", "function"])
    for (const one of explanations) expect(parse(serialize(one))).toEqual(one)
  })

  test("open what version 1 wrote, which had no evidence", () => {
    const { version, ...rest } = JSON.parse(versionOne)
    expect(version).toBe(1)
    const { fill, design, effects, topPerRegion: answers, ...kept } = rest
    expect(parse(versionOne)).toEqual({
      ...kept,
      version: 3,
      fills: [fill],
      attributions: [{ method: design, means: "alone", effects, answers }],
      shown: design,
      plan: {},
    })
  })

  test("keep every digit of every number", async () => {
    const number = fc.double({ noNaN: true, min: -1e100, max: 1e100 }).filter((value) => !Object.is(value, -0))
    const squared = { name: "squared", score: (row: readonly number[]) => row[1]! ** 2 }
    const record = await explain(model, image, { regions: grid(2), target: squared, evidence: "none" })
    fc.assert(
      fc.property(fc.array(number, { minLength: 4, maxLength: 4 }), (effects) => {
        expect(viewOf(parse(serialize(withFront(record, { effects })))).effects).toEqual(effects)
      }),
    )
  })

  test("bear a byte order mark, which some editors put in front", () => {
    expect(parse(`\ufeff${serialize(explanation)}`)).toEqual(explanation)
  })

  test("give the same bytes for the same record", () => {
    expect(serialize(parse(serialize(explanation)))).toBe(serialize(explanation))
  })

  test("refuse to write a number that JSON cannot hold", () => {
    const broken = withFront(explanation, { effects: [0, Number.NaN, 0, 0] })
    expect(() => serialize(broken)).toThrow(
      new RangeError('an explanation must hold finite numbers only, got NaN in "1"'),
    )
  })

  test.each<[string, string, string]>([
    ["nothing", "  ", "expected an explanation as JSON text, got nothing"],
    ["HTML", "<html>", "expected an explanation as JSON text, got text that is not JSON"],
    [
      "a list",
      "[]",
      'expected an explanation (a JSON object with "format": "gridexplainer-explanation"), got an array',
    ],
    ["null", "null", 'expected an explanation (a JSON object with "format": "gridexplainer-explanation"), got null'],
    [
      "a foreign object",
      '{"name":"x","layers":[]}',
      'expected an explanation (a JSON object with "format": "gridexplainer-explanation"), got an object with the fields name, layers',
    ],
    [
      "a later version",
      changed({ version: 4 }),
      "expected version 1, 2 or 3 of the explanation format, got 4. Open it with the version of gridexplainer that wrote it, or install a newer one",
    ],
    [
      "no version",
      changed({ version: undefined }),
      "expected version 1, 2 or 3 of the explanation format, got undefined. Open it with the version of gridexplainer that wrote it, or install a newer one",
    ],
  ])("refuse %s", (_, text, message) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: "RECORD_INVALID", message }))
  })

  test.each<[string, string]>([
    ["attributions", front({ effects: [1, 2, 3] })],
    ["attributions", front({ effects: [1, 2, 3, 4], answers: [] })],
    ["attributions", front({ order: [0, 1, 1, 2] })],
    ["attributions", front({ order: [0, 1, 2, 4] })],
    ["attributions", front({ perFill: [{ effects: [1, 2, 3, 4] }, { effects: [1, 2, 3, 4] }] })],
    ["attributions", changed({ attributions: [explanation.attributions[0]!, explanation.attributions[0]!] })],
    ["attributions", changed({ attributions: [] })],
    ["effects", front({ effects: [1, "2", 3, 4] })],
    ["low", front({ low: [1, 2, 3, 4] })],
    ["shown", changed({ shown: "rise" })],
    ["plan", changed({ plan: { sets: 50 } })],
    ["asked", changed({ asked: 0 })],
    ["target", changed({ target: { ...explanation.target, chosenBy: "dice" } })],
    [
      "boxes",
      changed({ regions: { ...explanation.regions, boxes: Array(4).fill({ left: 0, top: 0, width: 5, height: 1 }) } }),
    ],
    ["runs", changed({ regions: { ...explanation.regions, runs: [0, 15] } })],
    ["runs", changed({ regions: { ...explanation.regions, runs: [4, 16] } })],
    ["layout", changed({ regions: { ...explanation.regions, layout: { kind: "grid", rows: 3, columns: 3 } } })],
    ["target", changed({ target: { ...explanation.target, index: 2 } })],
    ["target", changed({ target: { ...explanation.target, index: undefined } })],
    ["target", changed({ target: { ...explanation.target, against: other } })],
    ["against", changed({ target: { ...explanation.target, chosenBy: "margin" } })],
    ["against", changed({ target: { ...explanation.target, chosenBy: "margin", against: explanation.top[0] } })],
    ["target", changed({ target: { ...explanation.target, chosenBy: "margin", against: { ...other, index: 2 } } })],
    ["index", changed({ target: { ...explanation.target, chosenBy: "function", scale: "number" } })],
    ["scale", changed({ target: { label: "sum", score: 1, chosenBy: "function" } })],
    ["hiddenScore", front({ hiddenScore: 0.5 })],
    ["hiddenScore", front({ means: "shown-alone" })],
    ["extra", changed({ extra: true })],
    ["pixelsSha256", changed({ picture: { ...explanation.picture, pixelsSha256: "abc" } })],
  ])("say that %s is damaged", (field, text) => {
    expect(() => parse(text)).toThrow(
      expect.objectContaining({ code: "RECORD_INVALID", message: expect.stringContaining(field) }),
    )
  })
})

describe("explanationJsonSchema", () => {
  test("describes the record for other languages", () => {
    const schema = explanationJsonSchema()
    expect(schema).toMatchObject({ type: "object", additionalProperties: false })
    expect(schema.required).toContain("attributions")
    expect(schema.required).not.toContain("evidence")
  })
})
