import { describe, expect, test } from "vitest"
import { measureAverage } from "../../src/evidence/measure-average.ts"
import type { HiddenSet } from "../../src/types.ts"
import { closedAsk } from "./closed-ask.ts"

const positions = Array.from({ length: 16 }, (_, id) => [id % 4, Math.floor(id / 4)] as const)
/** Squares 5 and 6 take .3 and .2; with the third fill nothing does. */
const worth: Readonly<Record<number, number>> = { 5: 0.3, 6: 0.2 }
const score = ({ hidden }: HiddenSet, fill: number): number =>
  fill === 2 ? 0.5 : hidden.reduce((sum, id) => sum - (worth[id] ?? 0), 0.8)
const options = { positions, masks: 120, fills: 3, seed: 1, factors: false }

function measured(more: Partial<typeof options> & { readonly randomShare?: number } = {}) {
  return measureAverage(closedAsk({ ofSet: (hidden, fill) => score({ hidden }, fill) }).ask, { ...options, ...more })
}

describe("measureAverage", () => {
  test("finds the effect of each region, as the mean of the fills and with each", async () => {
    const { average } = await measured()
    expect(average.effects[5]).toBeCloseTo(0.2, 1)
    expect(average.perFill![0]!.effects[5]).toBeCloseTo(0.3, 1)
    expect(average.perFill![2]!.effects[5]).toBeCloseTo(0, 2)
    expect(average.order.slice(0, 2)).toEqual([5, 6])
  })

  test("asks about as many pictures as it was told to, the first half drawn at random with all fills in turn, the rest chosen with the first two", async () => {
    const { average, answers } = await measured()
    expect(average.masks).toMatchObject({ total: 120, random: 60 })
    const fillsOf = (kind: "random" | "first-hidden" | "first-shown"): ReadonlySet<number> =>
      new Set(answers.filter((one) => one.kind === kind).map(({ fill }) => fill))
    expect(fillsOf("random")).toEqual(new Set([0, 1, 2]))
    expect(fillsOf("first-hidden")).toEqual(new Set([0, 1]))
    expect(fillsOf("first-shown")).toEqual(new Set([0, 1]))
  })

  test("chooses masks that hide, or show, what matters", async () => {
    const { answers } = await measured()
    const chosen = answers.filter(({ kind }) => kind === "first-hidden").slice(-10)
    expect(chosen.filter(({ set }) => set.hidden.includes(5)).length).toBeGreaterThanOrEqual(9)
    const shown = answers.filter(({ kind }) => kind === "first-shown").slice(-10)
    expect(shown.filter(({ set }) => set.hidden.includes(5)).length).toBeLessThanOrEqual(1)
  })

  test("takes effects from the masks that were drawn at random alone", async () => {
    const all = await measured({ masks: 60, randomShare: 1 })
    const half = await measured({ masks: 120, randomShare: 0.5 })
    expect(half.average.effects).toEqual(all.average.effects)
  })

  test("gives the same for the same seed, and other masks for another", async () => {
    expect((await measured()).answers).toEqual((await measured()).answers)
    expect((await measured({ seed: 2 })).answers).not.toEqual((await measured()).answers)
  })

  test("orders by points where the score is high and by factors where it is low, scaled to the same size", async () => {
    const { average } = await measured({ factors: true })
    expect(new Set(average.order.slice(0, 2))).toEqual(new Set([5, 6]))
  })
})
