import { describe, expect, test } from "vitest"
import { parse } from "../../src/report/parse.ts"
import { versionOne } from "./version-one.ts"

const right = { index: 1, label: "right", score: 0.5 }
const blur = { name: "blur" }
const one = { effects: [0.4, 0.1], low: [0.3, 0], high: [0.5, 0.2] }

/** A record of version 2: two regions, evidence from two fills. */
function versionTwo(evidence: Record<string, unknown> = {}, more: Record<string, unknown> = {}): string {
  const { fill: _fill, design: _design, effects: _effects, topPerRegion: _top, ...start } = JSON.parse(versionOne)
  return JSON.stringify({
    ...start,
    version: 2,
    ...{ fill: blur, design: "random-masks", effects: one.effects },
    evidence: {
      level: "custom",
      fills: [blur, { name: "noise" }],
      noise: {
        ...{
          checks: [
            { name: "again", score: 0.8 },
            { name: "level-up", score: 0.5 },
          ],
          repeat: 0,
        },
        again: [0, 1].map((region) => ({ name: "level-up", region, effect: 0.1 })),
        ...{ alone: 0.04, average: 0.08 / Math.sqrt(40) },
      },
      average: {
        ...one,
        ...{
          design: "smooth-masks",
          masks: 40,
          random: 20,
          order: [0, 1],
          perFill: [one, one],
          length: 1,
          spread: 0.1,
        },
      },
      alone: { effects: [0.3, null], top: [right, null], otherFills: [[0.2, null]] },
      sets: { enough: null, needed: null },
      pairs: [],
      ...{ missingness: [], calls: { sets: 12, pairs: 3 }, missing: [] },
      ...evidence,
    },
    ...{ asked: 16, ...more },
  })
}

describe("a record of version 2", () => {
  test("becomes attributions by method, with the one in front that was", () => {
    const { version, attributions, shown, fills, evidence } = parse(versionTwo())
    expect({ version, shown, fills }).toEqual({ version: 3, shown: "random-masks", fills: [blur, { name: "noise" }] })
    expect(attributions).toEqual([
      {
        ...{ method: "random-masks", means: "average", ...one, order: [0, 1], perFill: [one, one] },
        masks: { total: 40, random: 20, length: 1, spread: 0.1 },
      },
      {
        ...{ method: "one-at-a-time", means: "alone", effects: [0.3, null], answers: [right, null] },
        perFill: [{ effects: [0.3, null] }, { effects: [0.2, null] }],
      },
    ])
    expect(evidence).not.toHaveProperty("average")
  })

  test("keeps effects alone in front where they were", () => {
    const alone = { effects: [0.3, 0.35], top: [right, right] }
    const { shown, attributions } = parse(
      versionTwo({ alone }, { design: "one-at-a-time", effects: alone.effects, topPerRegion: alone.top }),
    )
    expect(shown).toBe("one-at-a-time")
    expect(attributions.map(({ method }) => method)).toEqual(["random-masks", "one-at-a-time"])
    expect(attributions[1]).toMatchObject({ effects: [0.3, 0.35], answers: [right, right] })
  })

  test("has the plan that what was found tells, and its level where it had one", () => {
    expect(parse(versionTwo()).plan).toEqual({
      noise: { checks: ["again", "level-up"], effects: 2 },
      average: { masks: 40, randomShare: 0.5 },
      alone: { most: 1, fills: "all" },
      sets: { budget: 50 },
      pairs: { candidates: 3 },
    })
    expect(parse(versionTwo({ level: "quick" })).plan.level).toBe("quick")
  })

  test.each<[string, string]>([
    ["noise", versionTwo({ noise: 1 })],
    ["checks", versionTwo({ noise: { checks: "none", repeat: 0, alone: 0, average: 0 } })],
    ["attributions", versionTwo({ average: null }, { effects: [1] })],
    ["attributions", versionTwo({ alone: { effects: "none", top: [] } })],
    ["method", versionTwo({}, { design: "rise", effects: [1, 2] })],
    ["evidence", versionTwo({}, { evidence: 3 })],
    ["extra", versionTwo({ extra: true })],
    ["extra", versionTwo({ average: { ...one, extra: true } })],
  ])("that is damaged is refused: %s", (_, text) => {
    expect(() => parse(text)).toThrow(expect.objectContaining({ code: "RECORD_INVALID" }))
  })
})
