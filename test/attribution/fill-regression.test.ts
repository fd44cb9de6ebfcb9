import { describe, expect, test } from "vitest"
import { fillRegression } from "../../src/attribution/fill-regression.ts"
import { smoothMasks } from "../../src/designs/smooth-masks.ts"
import { gaussian } from "../../src/math/gaussian.ts"
import { random } from "../../src/random.ts"

const positions = Array.from({ length: 16 }, (_, id) => [id % 4, Math.floor(id / 4)] as const)
const masks = smoothMasks(positions, { count: 60, seed: 2 })
/** Pairs of masks take the two fills in turn. */
const fills = masks.map((_, i) => Math.floor(i / 2) % 2)
/** With the first fill square 5 takes .4 and square 6 .2; with the second square 5 takes .1, square 6 still .2. */
const worth = [
  { 5: 0.4, 6: 0.2 },
  { 5: 0.1, 6: 0.2 },
] as const
const worthOf = (fill: number, id: number): number => (worth[fill] as Record<number, number>)[id] ?? 0
const scores = masks.map(({ hidden }, i) => hidden.reduce((score, id) => score - worthOf(fills[i]!, id), 0.7))

describe("fillRegression", () => {
  test("finds what each fill takes, and the mean of the fills", () => {
    const { effects, perFill } = fillRegression({ positions, masks, scores, fills })
    for (const id of positions.keys()) {
      expect(effects[id]).toBeCloseTo((worthOf(0, id) + worthOf(1, id)) / 2, 2)
      expect(perFill[0]!.effects[id]).toBeCloseTo(worthOf(0, id), 2)
      expect(perFill[1]!.effects[id]).toBeCloseTo(worthOf(1, id), 2)
    }
  })

  test("finds the same where each fill has a level of its own", () => {
    const shifted = scores.map((score, i) => score + 3 * fills[i]!)
    const { effects } = fillRegression({ positions, masks, scores: shifted, fills })
    expect(effects[5]).toBeCloseTo(0.25, 2)
    expect(effects[6]).toBeCloseTo(0.2, 2)
  })

  test("finds one region among many that do nothing from fewer masks than regions", () => {
    const many = Array.from({ length: 64 }, (_, id) => [id % 8, Math.floor(id / 8)] as const)
    const few = smoothMasks(many, { count: 60, seed: 1 })
    const { effects, deviations } = fillRegression({
      positions: many,
      masks: few,
      scores: few.map(({ hidden }) => (hidden.includes(27) ? 0.1 : 0.9)),
      fills: few.map(() => 0),
    })
    expect(effects[27]).toBeCloseTo(0.8, 2)
    for (const id of many.keys()) if (id !== 27) expect(Math.abs(effects[id]!)).toBeLessThan(0.02)
    expect(deviations[27]).toBeLessThan(0.02)
  })

  test("goes by the fill with less noise, and is less sure of the other", () => {
    const next = random(4)
    const noisy = scores.map((score, i) => score + (fills[i] === 1 ? 0.2 : 0.002) * gaussian(next))
    const { perFill } = fillRegression({ positions, masks, scores: noisy, fills })
    expect(perFill[0]!.effects[5]).toBeCloseTo(0.4, 1)
    expect(perFill[1]!.deviations[5]!).toBeGreaterThan(2 * perFill[0]!.deviations[5]!)
  })

  test("says nothing of a constant model", () => {
    const { effects, deviations, perFill } = fillRegression({ positions, masks, scores: masks.map(() => 0.3), fills })
    expect(new Set([...effects, ...deviations, ...perFill.flatMap((one) => one.effects)])).toEqual(new Set([0]))
  })

  test("refuses what is too little or does not fit together", () => {
    const options = { positions, masks, scores, fills }
    expect(() => fillRegression({ ...options, masks: masks.slice(0, 3) })).toThrow(
      new RangeError("expected at least 4 masks, a score and a fill for each, got 3, 60 and 60"),
    )
    expect(() => fillRegression({ ...options, fills: [0] })).toThrow(RangeError)
  })
})
