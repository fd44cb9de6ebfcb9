import { describe, expect, test } from "vitest"
import {
  callsOf,
  explainWithEvidence,
  featureMask,
  functionModel,
  type Image,
  planEvidence,
  slidingWindow,
} from "../../src/index.ts"
import { viewOf } from "../../src/reading/view.ts"
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
const subject = { regions: 64, fills: 3, grid: { rows: 8, columns: 8 } } as const

describe("explainWithEvidence", () => {
  test("finds the one square that a model looks at, alone and on average", async () => {
    const record = await explainWithEvidence(spot, image, { fills: [0] })
    const { evidence } = record
    const { means, effects, attribution } = viewOf(record)
    expect(means).toBe("average")
    expect(attribution.order![0]).toBe(cell)
    expect(
      viewOf(record, "one-at-a-time").attribution.effects.findIndex((effect) => effect !== null && effect > 0.5),
    ).toBe(cell)
    expect(effects[cell]!).toBeGreaterThan(0.3)
    expect(evidence!.sets!.needed!.regions).toEqual([cell])
    expect(evidence!.missing).toEqual([])
  })

  test.each(["quick", "standard", "thorough"] as const)(
    "%s asks no more than its plan says, and its record can be read back",
    async (level) => {
      const record = await explainWithEvidence(spot, image, { evidence: level })
      expect(record.asked).toBeLessThanOrEqual(callsOf(planEvidence(level, subject), subject).total)
      expect(record.asked).toBe(1 + Object.values(record.evidence!.calls).reduce((sum, calls) => sum + calls, 0))
      expect(parse(serialize(record))).toEqual(record)
    },
  )

  test("standard stays within 400 pictures on an 8 x 8 grid", () => {
    expect(callsOf(planEvidence("standard", subject), subject).total).toBeLessThanOrEqual(400)
  })

  test("gives the same bytes for the same seed, whatever the size of calls", async () => {
    const texts = await Promise.all(
      [undefined, 1, 7].map(async (batchSize) =>
        serialize(await explainWithEvidence(spot, image, { evidence: "quick", seed: 5, batchSize })),
      ),
    )
    expect(new Set(texts).size).toBe(1)
    expect(serialize(await explainWithEvidence(spot, image, { evidence: "quick", seed: 6 }))).not.toBe(texts[0])
  })

  test("keeps what is done when it is stopped after the effects on average, and says what is missing", async () => {
    const stop = new AbortController()
    const record = await explainWithEvidence(spot, image, {
      signal: stop.signal,
      onStage: (stage) => {
        if (stage === "alone") stop.abort()
      },
    })
    expect(record.evidence!.missing).toContain("alone")
    expect(record.evidence!.missing).toContain("faithfulness")
    expect(record.attributions.map(({ method }) => method)).toEqual(["random-masks"])
    expect(record.attributions[0]!.order![0]).toBe(cell)
    expect(parse(serialize(record))).toEqual(record)
  })

  test("is rejected when it is stopped before", async () => {
    const stop = new AbortController()
    const run = explainWithEvidence(spot, image, {
      signal: stop.signal,
      onStage: (stage) => {
        if (stage === "average") stop.abort()
      },
    })
    await expect(run).rejects.toThrow("aborted")
  })

  test("takes windows, masks and a lead of one class over another", async () => {
    const windows = slidingWindow({ size: { width: 4, height: 4 } })
    const halves = featureMask(Array.from({ length: 256 }, (_, i) => (i < 128 ? 0 : 1)))
    for (const regions of [windows, halves]) {
      const record = await explainWithEvidence(spot, image, {
        regions,
        evidence: "quick",
        target: { target: 0, against: 1 },
      })
      expect(parse(serialize(record))).toEqual(record)
    }
  })
})
