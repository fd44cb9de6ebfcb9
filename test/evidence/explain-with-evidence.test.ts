import { describe, expect, test } from "vitest"
import {
  callsOf,
  explain,
  featureMask,
  functionModel,
  type Image,
  planEvidence,
  slidingWindow,
} from "../../src/index.ts"
import { parse, serialize } from "../../src/report/index.ts"

/** A bright square at row 3, column 4 of 8 on noise; the model looks at nothing else. */
const image: Image = {
  width: 16,
  height: 16,
  channels: 1,
  data: Uint8Array.from({ length: 256 }, (_, i) =>
    Math.floor(i / 32) === 2 && Math.floor((i % 16) / 2) === 3 ? 255 : (i * 37) % 50,
  ),
}
const cell = 2 * 8 + 3
const spot = functionModel((images) =>
  images.map(({ data }) => {
    const light = ([70, 71, 86, 87].reduce((sum, at) => sum + data[at]!, 0) - 100) / 1000
    const share = Math.min(1, Math.max(0, light))
    return [share, 1 - share]
  }),
)
const subject = { regions: 64, fills: 3, grid: { rows: 8, columns: 8 }, side: 2 } as const

describe("explain with evidence", () => {
  test("finds the one square that a model looks at: alone in front, and first in the order", async () => {
    const { evidence, shown, attributions } = await explain(spot, image, { fills: [0] })
    const [alone, search] = attributions
    expect(shown).toBe("one-at-a-time")
    expect(alone!.effects.findIndex((effect) => effect !== null && effect > 0.5)).toBe(cell)
    expect(search).toMatchObject({ method: "random-masks", means: "average" })
    expect(search!.order![0]).toBe(cell)
    expect(search!.low, "an estimate claims no interval").toBeUndefined()
    expect(evidence!.sets!.needed!.regions).toEqual([cell])
    expect(evidence!.missing).toEqual([])
  })

  test("shows regions with those around them where no single one has an effect, the same picture asked about once", async () => {
    const corner = (data: ArrayLike<number>): number => [0, 2, 32, 34].filter((at) => data[at]! > 0).length
    const anyOfFour = functionModel((images) => images.map(({ data }) => [corner(data) > 0 ? 0.9 : 0.1, 0.1]))
    const bright: Image = { ...image, data: new Uint8Array(256).fill(200) }
    const { shown, attributions, evidence } = await explain(anyOfFour, bright, { fills: [0], evidence: "quick" })
    expect(shown).toBe("with-neighbours")
    const around = attributions.find(({ method }) => method === shown)!
    expect(
      around.effects.flatMap((effect, id) => (effect! > 0.5 ? [id] : [])),
      "3 x 3 in the corner",
    ).toEqual([...[0, 1, 8, 9]])
    expect(around.answers![0]!.index).toBe(0)
    expect(evidence!.calls.around, "36 places, and 3 in each of two shifted pictures").toBe(36 + 6)
  })

  test("hides in turn first what lowers the score alone, as the map shows it, and then what the search found", async () => {
    const [small, ...either] = [9, 27, 28]
    const isLit = (data: ArrayLike<number>, id: number): boolean => data[32 * Math.floor(id / 8) + 2 * (id % 8)]! > 0
    const model = functionModel((images) =>
      images.map(({ data }) => {
        const score = 0.3 + (either.some((id) => isLit(data, id)) ? 0.5 : 0) + (isLit(data, small) ? 0.1 : 0)
        return [score, 1 - score]
      }),
    )
    const bright: Image = { ...image, data: new Uint8Array(256).fill(200) }
    const { evidence, attributions } = await explain(model, bright, { fills: [0] })
    const search = attributions.find(({ means }) => means === "average")!
    expect(either, "what half of the pictures without it lose says more to the search").toContain(search.order![0])
    expect(evidence!.strip!.regions[0], "alone only this one lowers the score").toBe(small)
    expect(evidence!.strip!.said[0]!.score).toBeCloseTo(0.8)
    expect(evidence!.strip!.regions.slice(1, 3).sort()).toEqual([...either].sort())
  })

  test("leaves out sets where the model gives the very same picture other scores", async () => {
    let call = 0
    const unsteady = functionModel((images) => images.map(() => [0.5 + 0.3 * Math.sin(call++), 0.2]))
    const { evidence } = await explain(unsteady, image, { fills: [0] })
    expect(evidence!.noise!.repeat).toBeGreaterThan(0.01)
    expect(evidence!.sets).toBeUndefined()
  })

  test.each(["none", "quick", "standard", "thorough"] as const)(
    "%s asks no more than its plan says, and its record can be read back",
    async (level) => {
      const record = await explain(spot, image, { evidence: level })
      expect(record.asked).toBeLessThanOrEqual(callsOf(planEvidence(level, subject), subject).total)
      expect(record.asked).toBe(1 + Object.values(record.evidence!.calls).reduce((sum, calls) => sum + calls, 0))
      expect(parse(serialize(record))).toEqual(record)
    },
  )

  test("quick stays within 140 pictures on an 8 x 8 grid, standard within 400", () => {
    expect(callsOf(planEvidence("quick", subject), subject).total).toBeLessThanOrEqual(140)
    expect(callsOf(planEvidence("standard", subject), subject).total).toBeLessThanOrEqual(400)
  })

  test("every level measures the same of each region, whatever the seed", async () => {
    const records = await Promise.all(
      (["quick", "standard", "thorough"] as const).flatMap((evidence) =>
        [0, 1].map((seed) => explain(spot, image, { evidence, seed })),
      ),
    )
    const said = records.map(({ attributions: [alone], fills, shown, evidence }) => ({
      ...{ effects: alone!.effects, fill: fills[0], shown, floor: evidence!.noise!.alone },
    }))
    for (const one of said) expect(one).toEqual(said[0])
  })

  test("gives the same bytes for the same seed, whatever the size of calls", async () => {
    const texts = await Promise.all(
      [undefined, 1, 7].map(async (batchSize) => serialize(await explain(spot, image, { seed: 5, batchSize }))),
    )
    expect(new Set(texts).size).toBe(1)
    expect(serialize(await explain(spot, image, { seed: 6 }))).not.toBe(texts[0])
  })

  test("keeps what is done when it is stopped after each region was hidden, and says what is missing", async () => {
    const stop = new AbortController()
    const record = await explain(spot, image, {
      signal: stop.signal,
      onStage: (stage) => {
        if (stage === "average") stop.abort()
      },
    })
    expect(record.evidence!.missing).toEqual(["average", "strip", "sets", "pairs", "faithfulness"])
    expect(record.attributions.map(({ method }) => method)).toEqual(["one-at-a-time"])
    expect(parse(serialize(record))).toEqual(record)
  })

  test("is rejected when it is stopped before", async () => {
    const stop = new AbortController()
    const run = explain(spot, image, {
      signal: stop.signal,
      onStage: (stage) => {
        if (stage === "alone") stop.abort()
      },
    })
    await expect(run).rejects.toThrow("aborted")
  })

  test("takes windows, masks and a lead of one class over another", async () => {
    const windows = slidingWindow({ size: { width: 4, height: 4 } })
    const halves = featureMask(Array.from({ length: 256 }, (_, i) => (i < 128 ? 0 : 1)))
    for (const regions of [windows, halves]) {
      const record = await explain(spot, image, {
        regions,
        evidence: "quick",
        target: { target: 0, against: 1 },
      })
      expect(parse(serialize(record))).toEqual(record)
    }
  })
})
