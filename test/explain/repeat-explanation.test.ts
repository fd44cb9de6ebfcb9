import { describe, expect, it } from "vitest"
import {
  blurFill,
  type Explanation,
  explain,
  explainTargets,
  type FillFunction,
  type FillOption,
  fallAlone,
  featureMask,
  functionModel,
  grid,
  type Image,
  type Method,
  planEvidence,
  repeatExplanation,
  type Segmenter,
  slidingWindow,
} from "../../src/index.ts"
import { parse, serialize } from "../../src/report/index.ts"

/** A picture in which no two neighbours are alike. */
const photo: Image = {
  width: 12,
  height: 8,
  channels: 1,
  data: Uint8Array.from({ length: 96 }, (_, i) => (i * 89 + 13) % 256),
}

/** Two pixels, each for a class of its own, and what is left. */
const model = functionModel((images) =>
  images.map(({ data }) => {
    const [one, other] = [data[14]! / 512, data[77]! / 512]
    return [one, other, 1 - one - other]
  }),
)

/** The record as it comes back from a file, since nothing else may be needed. */
const fromFile = (record: Explanation): Explanation => parse(serialize(record))

async function expectTheSame(record: Explanation): Promise<void> {
  expect(await repeatExplanation(model, photo, { record: fromFile(record) })).toEqual(record)
}

const layouts: Readonly<Record<string, Segmenter>> = {
  squares: grid({ rows: 2, columns: 3 }),
  windows: slidingWindow({ size: { width: 6, height: 4 }, stride: { width: 3, height: 4 } }),
  masks: featureMask(Array.from({ length: 96 }, (_, i) => (i * i + Math.floor(i / 12)) % 5)),
}
const fills: readonly FillOption[] = ["cell-mean", "cell-gray", "image-mean", "noise", 40, blurFill({ sigma: 1.5 })]
const methods = ["one-at-a-time", "all-but-one"] as const
const none = { evidence: "none" } as const

describe("a record repeats itself", () => {
  it.each(Object.keys(layouts))("with %s, one at a time and all but one", async (name) => {
    for (const method of methods)
      await expectTheSame(await explain(model, photo, { ...none, regions: layouts[name]!, method, target: 1 }))
  })

  it.each(fills)("with the fill %j and its seed", async (fill) => {
    await expectTheSame(await explain(model, photo, { ...none, regions: grid(2), fill, seed: 7 }))
  })

  it.each(Object.keys(layouts))("with evidence on %s, from several fills, on a lead", async (name) => {
    const regions = layouts[name]!
    const target = { target: 1, against: "runner-up" } as const
    const chosen = { regions, fills: ["noise", blurFill({ share: 0.1 }), 40], seed: 3, target } as const
    await expectTheSame(await explain(model, photo, { ...chosen, evidence: "quick" }))
  })

  it("with sets, pairs, a shifted grid and curves", async () => {
    const record = await explain(model, photo, { regions: grid(2), fills: ["blur"], evidence: "thorough" })
    expect(Object.keys(record.evidence!.calls)).toHaveLength(8)
    await expectTheSame(record)
  })

  it("however the class was chosen", async () => {
    const records = await explainTargets(model, photo, { regions: grid(2), evidence: "quick", targets: { top: 3 } })
    expect(records.map(({ target }) => target.chosenBy)).toEqual(["top", "top", "top"])
    for (const record of records) await expectTheSame(record)
  })

  it("whatever the size of calls", async () => {
    const record = await explain(model, photo, { regions: grid(3), evidence: "quick" })
    for (const batchSize of [1, 7]) expect(await repeatExplanation(model, photo, { record, batchSize })).toEqual(record)
  })

  it("with effects alone in front, for which the command asks about every region", async () => {
    const { level: _, ...plan } = planEvidence("quick", { regions: 12, fills: 3, grid: { rows: 3, columns: 4 } })
    const evidence = { ...plan, alone: { most: 12, fills: "first" } } as const
    const regions = grid({ rows: 3, columns: 4 })
    const record = { ...(await explain(model, photo, { regions, evidence })), shown: "one-at-a-time" }
    await expectTheSame(record)
  })

  it("with what was named of the picture", async () => {
    const picture = { name: "noise.png", fileSha256: "ab".repeat(32) }
    const record = await explain(model, photo, { ...none, regions: grid(2), picture })
    expect(await repeatExplanation(model, photo, { record, picture })).toEqual(record)
  })
})

describe("what a record cannot hold", () => {
  const brighter: FillFunction = (_, { box }) => new Uint8Array(box.width * box.height).fill(200)
  const sum = { name: "sum", score: (scores: readonly number[]) => scores[0]! + scores[1]! }

  it("is asked for, and taken: a fill", async () => {
    const record = await explain(model, photo, { ...none, regions: grid(2), fill: brighter })
    await expect(repeatExplanation(model, photo, { record })).rejects.toThrow("give the fill itself")
    expect(await repeatExplanation(model, photo, { record, fills: [brighter] })).toEqual(record)
  })

  it("is not replaced by another fill", async () => {
    const record = await explain(model, photo, { ...none, regions: grid(2), fill: "cell-mean" })
    const problem = 'fills must be those of the record, [{"name":"cell-mean"}], got [{"name":"custom"}]'
    await expect(repeatExplanation(model, photo, { record, fills: [brighter] })).rejects.toThrow(problem)
  })

  it("is asked for, and taken: a score function", async () => {
    const record = await explain(model, photo, { ...none, regions: grid(2), target: sum })
    const problem = 'the record explains the score function "sum", which it cannot hold: give it as target, got nothing'
    await expect(repeatExplanation(model, photo, { record })).rejects.toThrow(new RangeError(problem))
    expect(await repeatExplanation(model, photo, { record, target: sum })).toEqual(record)
  })

  it("is asked for, and taken: a method", async () => {
    const method: Method = {
      name: "first half",
      means: "alone",
      design: { size: () => 2, rounds: () => [[{ hidden: [0] }, { hidden: [1] }]] },
      estimator: fallAlone,
    }
    const record = await explain(model, photo, { ...none, regions: grid(2), method })
    const problem = 'the record was made by the method "first half", which it cannot hold: give the method itself'
    await expect(repeatExplanation(model, photo, { record })).rejects.toThrow(new RangeError(problem))
    expect(await repeatExplanation(model, photo, { record, method })).toEqual(record)
  })

  it("does not hold for a plan of one's own, which a record holds", async () => {
    const evidence = { average: { masks: 40, randomShare: 0.7 }, sets: { budget: 8 } }
    await expectTheSame(await explain(model, photo, { regions: grid(3), fills: [0], evidence }))
  })

  it("is refused where it is not needed", async () => {
    const record = await explain(model, photo, { ...none, regions: grid(2), target: 0 })
    const problem = 'target is for records of a score function, got "sum" for one of class 0'
    await expect(repeatExplanation(model, photo, { record, target: sum })).rejects.toThrow(new RangeError(problem))
  })
})

describe("another model", () => {
  const calls: number[] = []
  const ofTwo = functionModel(
    (images) => {
      calls.push(images.length)
      return images.map(() => [0.5, 0.5])
    },
    { name: "two" },
  )

  it("of another number of classes is refused after one question", async () => {
    const record = await explain(model, photo, { ...none, regions: grid(2), target: 0 })
    const problem = 'expected a model of 3 classes, as in the record, got 2 of "two"'
    await expect(repeatExplanation(ofTwo, photo, { record })).rejects.toThrow(new RangeError(problem))
    expect(calls).toEqual([1])
  })

  it("of another size is refused", async () => {
    const record = await explain(model, photo, { ...none, regions: grid(2) })
    const small = { ...model, inputSize: { width: 4, height: 4 } }
    const problem =
      'expected a model that takes pictures of 12 x 8 pixels, as in the record, got 4 x 4 of model "function"'
    await expect(repeatExplanation(small, photo, { record })).rejects.toThrow(new RangeError(problem))
    const smaller = { ...photo, height: 7, data: photo.data.slice(0, 84) }
    await expect(repeatExplanation(model, smaller, { record })).rejects.toThrow(
      new RangeError("expected a picture of 12 x 8 pixels, as in the record, got 12 x 7"),
    )
  })

  it("that answers otherwise is not said to have chosen the class", async () => {
    const record = await explain(model, photo, { ...none, regions: grid(2) })
    const turned = functionModel((images) => images.map(() => [0.2, 0.7, 0.1]))
    expect(record.target).toMatchObject({ index: 0, chosenBy: "predicted" })
    const { target } = await repeatExplanation(turned, photo, { record })
    expect(target).toEqual({ index: 0, label: "class 0", score: 0.2, chosenBy: "index" })
  })
})

it("a record of a run that was stopped is asked for all stages", async () => {
  const stop = new AbortController()
  const onStage = (stage: string): void => {
    if (stage === "sets") stop.abort()
  }
  const chosen = { regions: grid(3), evidence: "quick" } as const
  const partial = await explain(model, photo, { ...chosen, signal: stop.signal, onStage })
  expect(partial.evidence!.missing).toEqual(["sets"])
  const whole = await explain(model, photo, chosen)
  expect(await repeatExplanation(model, photo, { record: partial })).toEqual(whole)
})
