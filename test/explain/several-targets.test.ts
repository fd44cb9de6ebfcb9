import { describe, expect, test } from "vitest"
import {
  type Classifier,
  callsOf,
  type EvidenceLevel,
  type Explanation,
  explain,
  explainTargets,
  functionModel,
  type Image,
  type TargetsOption,
} from "../../src/index.ts"

const image: Image = {
  width: 32,
  height: 32,
  channels: 1,
  data: Uint8Array.from({ length: 1024 }, (_, i) => (i * 89 + 13 + Math.floor(i / 32) * 7) % 256),
}

/** Four classes that look at the same four places with other weights. */
const model = functionModel((images) =>
  images.map(({ data }) => {
    const weights = [0, 1, 2, 3].map((k) =>
      Math.exp([100, 411, 722, 933].reduce((sum, at, j) => sum + (3 * data[at]! * (((j + k) % 3) - 0.7)) / 255, 0)),
    )
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    return weights.map((weight) => weight / total)
  }),
)

/** Records, and how many pictures the model was shown for them. */
async function counted(ask: (model: Classifier) => Promise<readonly Explanation[]>) {
  let calls = 0
  const score: Classifier["score"] = (...question) => {
    calls += question[1].length
    return model.score(...question)
  }
  return { records: await ask({ ...model, score }), calls }
}

const classes = { top: 3 } as const
/** Each has an answer of its own that sets keep or change. */
const leads = [
  { target: 0, against: 1 },
  { target: 0, against: 2 },
  { target: 2, against: 3 },
] as const

describe("three targets", () => {
  test.each<[EvidenceLevel, string, TargetsOption]>([
    ["quick", "classes", classes],
    ["standard", "classes", classes],
    ["standard", "leads", leads],
  ])("with %s evidence on %s cost at most 1.3 times what one costs", async (evidence, _, targets) => {
    const one = await counted(async (counter) => [await explain(counter, image, { evidence })])
    const three = await counted((counter) => explainTargets(counter, image, { evidence, targets }))
    expect(three.records).toHaveLength(3)
    expect(three.calls).toBeLessThanOrEqual(1.3 * one.calls)
    expect(three.records.map(({ asked }) => asked)).toEqual([three.calls, three.calls, three.calls])
  })

  test("are planned for as many pictures as they take at most", async () => {
    const subject = { regions: 64, fills: 3, grid: { rows: 8, columns: 8 } }
    const { records, calls } = await counted((counter) => explainTargets(counter, image, { targets: leads }))
    const plan = records[0]!.plan
    expect(calls).toBeLessThanOrEqual(callsOf(plan, { ...subject, targets: 3 }).total)
    expect(callsOf(plan, { ...subject, targets: 3 }).total).toBeLessThanOrEqual(1.3 * callsOf(plan, subject).total)
  })

  test("have the same random masks, noise checks and regions alone as each by itself", async () => {
    const targets = [0, 1, 2]
    const together = await explainTargets(model, image, { evidence: "standard", targets })
    for (const target of targets) {
      const { attributions, evidence } = await explain(model, image, { evidence: "standard", target })
      const record = together[target]!
      expect(record.attributions[0]).toEqual(attributions[0])
      const search = (of: typeof attributions) => of.find(({ means }) => means === "average")!
      expect(search(record.attributions).effects).toEqual(search(attributions).effects)
      const { around: _, againAround: __, ...noise } = record.evidence!.noise!
      expect(evidence!.noise).toMatchObject(noise)
      expect(record.evidence!.faithfulness!.random).toEqual(evidence!.faithfulness!.random)
    }
  })

  test("know each other, so that one of them can be asked again", async () => {
    const records = await explainTargets(model, image, { evidence: "quick", targets: classes })
    expect(records.map(({ together }) => together!.place)).toEqual([0, 1, 2])
    expect(records[2]!.together!.targets).toEqual(records.map(({ target }) => target))
    expect((await explain(model, image, { evidence: "quick" })).together).toBeUndefined()
  })
})
