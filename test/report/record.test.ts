import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Explanation } from "../../src/index.ts"
import { explain, explainTargets, featureMask, functionModel, grid, slidingWindow } from "../../src/index.ts"
import { explanationJsonSchema, parse, serialize } from "../../src/report/index.ts"
import { versionOne } from "./version-one.ts"

const image = { width: 4, height: 4, channels: 1, data: Uint8Array.from({ length: 16 }, (_, i) => i * 16) } as const
const model = functionModel((images) => images.map(({ data }) => [data[5]! / 255, 1 - data[5]! / 255]), {
  labels: ["light", 'da"rk\u2028'],
  description: { runtime: "none" },
})
const explanation = await explain(model, image, { regions: grid(2), picture: { name: "ramp.png" } })

/** The class that is not explained. */
const other = explanation.top[1]!

/** The record with one field replaced, as text. */
const changed = (change: Record<string, unknown>): string => JSON.stringify({ ...explanation, ...change })

describe("serialize and parse", () => {
  test("give back an equal record", async () => {
    expect(parse(serialize(explanation))).toEqual(explanation)
    for (const regions of [slidingWindow({ size: 3 }), featureMask(Array.from({ length: 16 }, (_, i) => i % 3))]) {
      const other = await explain(model, image, { regions, fill: 16, design: "all-but-one" })
      expect(parse(serialize(other))).toEqual(other)
    }
  })

  test("give back what was explained: a class, the lead of one class over another, or a score function", async () => {
    const squared = { name: "dark²", score: (row: readonly number[]) => row[1]! ** 2 }
    const targets = ["light", { target: 1, against: "runner-up" }, squared] as const
    const explanations = await explainTargets(model, image, { regions: grid(2), targets })
    expect(explanations.map(({ target }) => target.chosenBy)).toEqual(["label", "margin", "function"])
    for (const one of explanations) expect(parse(serialize(one))).toEqual(one)
  })

  test("open what version 1 wrote, which had no evidence", () => {
    const { version, ...rest } = JSON.parse(versionOne)
    expect(version).toBe(1)
    expect(parse(versionOne)).toEqual({ ...rest, version: 2 })
  })

  test("keep every digit of every number", () => {
    const number = fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0))
    fc.assert(
      fc.property(fc.array(number, { minLength: 4, maxLength: 4 }), (effects) => {
        expect(parse(serialize({ ...explanation, effects })).effects).toEqual(effects)
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
    const broken: Explanation = { ...explanation, effects: [0, Number.NaN, 0, 0] }
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
      changed({ version: 3 }),
      "expected version 1 or 2 of the explanation format, got 3. Open it with the version of gridexplainer that wrote it, or install a newer one",
    ],
    [
      "no version",
      changed({ version: undefined }),
      "expected version 1 or 2 of the explanation format, got undefined. Open it with the version of gridexplainer that wrote it, or install a newer one",
    ],
  ])("refuse %s", (_, text, message) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: "RECORD_INVALID", message }))
  })

  test.each<[string, string]>([
    ["effects", changed({ effects: [1, 2, 3] })],
    ["effects", changed({ effects: [1, null, 3, 4] })],
    ["topPerRegion", changed({ topPerRegion: [] })],
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
    ["hiddenScore", changed({ hiddenScore: 0.5 })],
    ["hiddenScore", changed({ design: "all-but-one" })],
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
    expect(schema.required).toContain("effects")
    expect(schema.required).not.toContain("hiddenScore")
  })
})
