import { describe, expect, test } from "vitest"
import type { Attribution, HiddenSet, Observation } from "../../src/index.ts"
import { randomMasks } from "../../src/methods/random-masks.ts"

const positions = Array.from({ length: 16 }, (_, id) => [id % 4, Math.floor(id / 4)] as const)
/** Squares 5 and 6 take .3 and .2; with the third fill nothing does. */
const worth: Readonly<Record<number, number>> = { 5: 0.3, 6: 0.2 }
const score = ({ hidden }: HiddenSet, fill: number): number =>
  fill === 2 ? 0.5 : hidden.reduce((sum, id) => sum - (worth[id] ?? 0), 0.8)
const best = { index: 0, label: "thing", score: 0.5 }

interface Asked {
  readonly masks?: number
  readonly seed?: number
  readonly scale?: "probability" | "logit"
  readonly randomShare?: number
  /** One formula a target. */
  readonly scores?: readonly (typeof score)[]
}

/** Asks what the method wants to know, with formulas instead of a model. */
function measured({ masks = 120, seed = 1, scale = "logit", randomShare = 0.5, scores = [score] }: Asked = {}): {
  readonly average: Omit<Attribution, "method" | "means">
  readonly answers: readonly Observation[]
} {
  const { design, estimator } = randomMasks({ randomShare })
  const context = { count: 16, positions, fills: 3, seed }
  const targets = scores.map((of) => ({ of, untouched: 0.8, scale, answers: [] as Observation[] }))
  for (const round of design.rounds({ ...context, budget: masks, targets }))
    for (const mask of round)
      for (const { of, answers } of targets) answers.push({ mask, score: of(mask, mask.fill!), best })
  const { answers } = targets[0]!
  return { average: estimator(answers, { ...context, untouched: 0.8, scale }), answers }
}

describe("random masks", () => {
  test("find the order of the regions, and about how much each takes, as the mean of the fills", () => {
    const { average } = measured()
    expect(average.effects[5]).toBeCloseTo(0.2, 1)
    expect(average.low, "an estimate claims no interval").toBeUndefined()
    expect(average.order!.slice(0, 2)).toEqual([5, 6])
  })

  test("are as many as the budget, the first half drawn at random with all fills in turn, the rest chosen with the first two", () => {
    const { average, answers } = measured()
    expect(average.masks).toMatchObject({ total: 120, random: 60 })
    const fillsOf = (kind: string): ReadonlySet<number | undefined> =>
      new Set(answers.filter(({ mask }) => mask.kind === kind).map(({ mask }) => mask.fill))
    expect(fillsOf("random")).toEqual(new Set([0, 1, 2]))
    expect(fillsOf("first-hidden")).toEqual(new Set([0, 1]))
    expect(fillsOf("first-shown")).toEqual(new Set([0, 1]))
  })

  test("are chosen so that they hide, or show, what matters", () => {
    const last = (kind: string): readonly Observation[] =>
      measured()
        .answers.filter(({ mask }) => mask.kind === kind)
        .slice(-10)
    const hiding = (some: readonly Observation[]): number => some.filter(({ mask }) => mask.hidden.includes(5)).length
    expect(hiding(last("first-hidden"))).toBeGreaterThanOrEqual(9)
    expect(hiding(last("first-shown"))).toBeLessThanOrEqual(1)
  })

  test("that two targets share are chosen for them in turn", () => {
    const other = ({ hidden }: HiddenSet): number => (hidden.includes(10) ? 0.1 : 0.9)
    const { answers } = measured({ scores: [score, other] })
    const chosen = answers.filter(({ mask }) => mask.kind === "first-hidden").slice(-10)
    const hiding = (id: number, place: number): number =>
      chosen.filter(({ mask }, i) => i % 2 === place && mask.hidden.includes(id)).length
    expect(answers).toHaveLength(120)
    expect(hiding(5, 0)).toBe(5)
    expect(hiding(10, 1)).toBe(5)
  })

  test("give effects by those that were drawn at random alone", () => {
    const all = measured({ masks: 60, randomShare: 1 })
    const half = measured({ masks: 120, randomShare: 0.5 })
    expect(half.average.effects).toEqual(all.average.effects)
  })

  test("are the same for the same seed, and others for another", () => {
    expect(measured().answers).toEqual(measured().answers)
    expect(measured({ seed: 2 }).answers).not.toEqual(measured().answers)
  })

  test("order by points where the score is high and by factors where it is low, scaled to the same size", () => {
    const { average } = measured({ scale: "probability" })
    expect(new Set(average.order!.slice(0, 2))).toEqual(new Set([5, 6]))
  })
})
