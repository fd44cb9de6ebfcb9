import { describe, expect, test } from "vitest"
import { spatialRegression } from "../../src/attribution/spatial-regression.ts"
import { smoothMasks } from "../../src/designs/smooth-masks.ts"
import { gaussian } from "../../src/math/gaussian.ts"
import { random } from "../../src/random.ts"

const positions = Array.from({ length: 16 }, (_, id) => [id % 4, Math.floor(id / 4)] as const)
/** Two neighbours that matter, and one square that speaks against. */
const truth = positions.map((_, id) => ({ 5: 0.3, 6: 0.2, 15: -0.1 })[id] ?? 0)
const scoreOf = (hidden: readonly number[]): number => 0.6 - hidden.reduce((sum, id) => sum + truth[id]!, 0)

describe("spatialRegression", () => {
  const masks = smoothMasks(positions, { count: 120, seed: 2 })
  const scores = masks.map(({ hidden }) => scoreOf(hidden))

  test("finds the weights of a model that adds them up", () => {
    const { effects, spread } = spatialRegression({ positions, masks, scores })
    for (const [id, effect] of effects.entries()) expect(effect).toBeCloseTo(truth[id]!, 2)
    expect(spread).toBeLessThan(0.02)
  })

  test("finds the same where each fill has a level of its own", () => {
    const groups = masks.map((_, i) => i % 2)
    const shifted = scores.map((score, i) => score + 5 * groups[i]!)
    const { effects } = spatialRegression({ positions, masks, scores: shifted, groups })
    for (const [id, effect] of effects.entries()) expect(effect).toBeCloseTo(truth[id]!, 2)
  })

  test("says nothing of a constant model", () => {
    const { effects, deviations } = spatialRegression({ positions, masks, scores: masks.map(() => 0.3) })
    expect([...effects, ...deviations]).toEqual(Array.from({ length: 32 }, () => 0))
  })

  test("widens its intervals with the noise", () => {
    const next = random(1)
    const noisy = scores.map((score) => score + 0.2 * gaussian(next))
    const clear = spatialRegression({ positions, masks, scores })
    const blurred = spatialRegression({ positions, masks, scores: noisy })
    expect(blurred.deviations[0]!).toBeGreaterThan(3 * clear.deviations[0]!)
    expect(blurred.spread).toBeGreaterThan(0.1)
    expect(blurred.spread).toBeLessThan(0.3)
  })

  test("draws effects that spread as the deviations say", () => {
    const next = random(1)
    const noisy = scores.map((score) => score + 0.2 * gaussian(next))
    const { effects, deviations, draw } = spatialRegression({ positions, masks, scores: noisy })
    const draws = Array.from({ length: 400 }, () => draw(next)[5]!)
    const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length
    const deviation = Math.sqrt(draws.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws.length)
    expect(Math.abs(mean - effects[5]!)).toBeLessThan(deviations[5]!)
    expect(deviation / deviations[5]!).toBeGreaterThan(0.6)
    expect(deviation / deviations[5]!).toBeLessThan(1.4)
  })

  test("gives the same with more masks than regions as without compressing them", () => {
    const few = spatialRegression({ positions, masks: masks.slice(0, 16), scores: scores.slice(0, 16) })
    const doubled = spatialRegression({
      positions,
      masks: [...masks.slice(0, 16), ...masks.slice(0, 16)],
      scores: [...scores.slice(0, 16), ...scores.slice(0, 16)],
    })
    expect(Math.abs(few.effects[5]! - doubled.effects[5]!)).toBeLessThan(0.1)
  })

  test("needs four masks and a score for each", () => {
    expect(() => spatialRegression({ positions, masks: masks.slice(0, 3), scores: scores.slice(0, 3) })).toThrow(
      "expected at least 4 masks and a score for each, got 3 and 3",
    )
    expect(() => spatialRegression({ positions, masks, scores: [1] })).toThrow("got 120 and 1")
  })
})
