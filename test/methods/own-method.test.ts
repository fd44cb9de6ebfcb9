import { describe, expect, test } from "vitest"
import {
  coinFlips,
  type Design,
  explain,
  functionModel,
  grid,
  type HiddenSet,
  type Image,
  type Method,
  type MethodName,
  meanFall,
  meanShown,
  methodNames,
  resolveMethod,
  ridge,
} from "../../src/index.ts"

/** Four grey pixels; the score is the sum of the upper two. */
const image: Image = { width: 2, height: 2, channels: 1, data: Uint8Array.of(102, 51, 51, 51) }
const model = functionModel((images) => images.map(({ data }) => [(data[0]! + data[1]!) / 255]))
const regions = grid(2)

const twoRounds: Design = {
  size: () => 6,
  *rounds({ count, targets: [target] }) {
    yield Array.from({ length: count }, (_, id) => ({ hidden: [id] }))
    const scores = target!.answers.map(({ score }) => score)
    const least = scores.indexOf(Math.min(...scores))
    yield [1, 3].map((id) => ({ hidden: [least, id], kind: "second round" }))
  },
}

const own: Method = { name: "own", means: "alone", design: twoRounds, estimator: meanFall }

describe("a method of one's own", () => {
  test("learns from the answers of its earlier rounds", async () => {
    const asked: HiddenSet[] = []
    const estimator: Method["estimator"] = (observations, context) => {
      asked.push(...observations.map(({ mask }) => mask))
      return meanFall(observations, context)
    }
    const method = { ...own, estimator }
    const { attributions, shown, plan } = await explain(model, image, { regions, method, fill: 0, evidence: "none" })
    expect(asked.map(({ hidden }) => hidden)).toEqual([[0], [1], [2], [3], [0, 1], [0, 3]])
    expect({ shown, plan, methods: attributions.length }).toEqual({ shown: "own", plan: {}, methods: 1 })
    // Region 1: 0.2 by itself, and 0.6 with region 0.
    expect(attributions[0]!.effects[1]).toBeCloseTo((0.2 + 0.6) / 2)
  })

  test("brings its own regions and fills, which options override", async () => {
    const halves = { ...own, regions: grid({ rows: 2, columns: 1 }), fills: ["image-mean", 0] } as const
    const design = { size: () => 2, rounds: () => [[{ hidden: [0] }, { hidden: [1], fill: 1 }]] }
    const method: Method = { ...halves, design }
    const record = await explain(model, image, { method, evidence: "none" })
    expect(record.regions.boxes).toHaveLength(2)
    expect(record.fills.map(({ name }) => name)).toEqual(["image-mean", "color"])
    const other = await explain(model, image, { method, regions, fills: ["blur", "noise"], evidence: "none" })
    expect(other.regions.boxes).toHaveLength(4)
    expect(other.fills.map(({ name }) => name)).toEqual(["blur", "noise"])
  })

  test("is checked as any other: noise, sets, pairs and faithfulness by its order", async () => {
    const record = await explain(model, image, { regions, method: { ...own, means: "average" }, fill: 0 })
    expect(record.attributions.map(({ method }) => method)).toEqual(["own", "one-at-a-time"])
    expect(record.evidence!.missing).toEqual([])
    expect(Object.keys(record.evidence!.calls)).toEqual([
      "noise",
      "average",
      "alone",
      "strip",
      "sets",
      "pairs",
      "faithfulness",
    ])
  })

  test.each([
    ["two numbers", [1, 2], "must give a number or null a region, 4, got 2"],
    ["no number", [0, Number.NaN, 0, 0], "must give a number or null a region, 4, got NaN for region 1"],
  ])("is refused with %s of its estimator", async (_, effects, problem) => {
    const method: Method = { ...own, estimator: () => ({ effects }) }
    await expect(explain(model, image, { regions, method })).rejects.toThrow(problem)
  })

  test("is refused where its design asks nothing, or about regions and fills that are not there", async () => {
    const asking = (...masks: readonly HiddenSet[]): Method => ({
      ...own,
      design: { size: () => masks.length, rounds: () => [masks] },
    })
    const explained = (method: Method) => explain(model, image, { regions, method, evidence: "none" })
    await expect(explained(asking())).rejects.toThrow('the design of method "own" must ask about at least one picture')
    await expect(explained(asking({ hidden: [4] }))).rejects.toThrow("a mask must name regions from 0 to 3, got 4")
    const far = { hidden: [0], fill: 1 }
    await expect(explained(asking(far))).rejects.toThrow("fill must be from 0 to 0, got 1")
  })
})

describe("parts of other tools", () => {
  /** One region of sixteen decides. */
  const wide: Image = { width: 4, height: 4, channels: 1, data: new Uint8Array(16).fill(200) }
  const spot = functionModel((images) => images.map(({ data }) => [data[6]! / 255]), { scale: "logit" })

  test.each([
    ["RISE", meanShown],
    ["ridge regression", ridge()],
    ["the mean fall", meanFall],
  ])("%s finds the region that decides, by coin flips", async (_, estimator) => {
    const method: Method = { name: "flips", means: "average", fills: [0], design: coinFlips(), estimator }
    const evidence = { average: { masks: 60 } }
    const { attributions, asked } = await explain(spot, wide, { regions: grid(4), method, evidence, seed: 2 })
    const effects = attributions[0]!.effects.map((effect) => effect!)
    expect(effects.indexOf(Math.max(...effects))).toBe(6)
    expect(asked).toBe(61)
  })

  test("meanShown weighs soft masks by how far they show", async () => {
    const masks = [{ hidden: [0], strength: [0.5] }, { hidden: [0, 1, 2, 3] }]
    const design = { size: () => 2, rounds: () => [masks] }
    const method: Method = { name: "soft", means: "average", fills: [0], design, estimator: meanShown }
    const { attributions } = await explain(model, image, { regions, method, evidence: "none" })
    // Region 0 is half shown in one mask, of score 0.4, whose mean with the other is 0.2.
    expect(attributions[0]!.effects[0]).toBeCloseTo(0.4 - 0.2)
  })
})

test.each(methodNames)("the method %s is found by its name and calls itself so", (name: MethodName) => {
  expect(resolveMethod(name).name).toBe(name)
})
