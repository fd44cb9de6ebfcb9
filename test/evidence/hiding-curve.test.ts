import { describe, expect, test } from "vitest"
import { clippedMean, gainUnit, hidingCurve, hidingSets } from "../../src/evidence/hiding-curve.ts"

describe("hidingSets", () => {
  test("hide the first of the order, then the last", () => {
    expect(hidingSets([2, 0, 3, 1], [1, 3])).toEqual([
      { hidden: [2] },
      { hidden: [2, 0, 3] },
      { hidden: [1] },
      { hidden: [0, 3, 1] },
    ])
  })
})

describe("hidingCurve", () => {
  test("has the mean of least first minus most first, as shares of the untouched score, for its gain", () => {
    const curve = hidingCurve([0.4, 0.1, 0.8, 0.6], { untouched: 0.8, unit: 0.8 })
    expect(curve.mostFirst).toEqual([0.4, 0.1])
    expect(curve.leastFirst).toEqual([0.8, 0.6])
    // Shares .5, .125 and 1, .75.
    expect(curve.gain).toBeCloseTo(0.875 - 0.3125, 12)
  })

  test("counts no score above the untouched one", () => {
    expect(clippedMean([0.9, 0.15], { untouched: 0.3, unit: 0.3 })).toBeCloseTo(0.75, 12)
  })

  test("does not divide logits, whose scores may be negative", () => {
    const unit = gainUnit("logit", 2)
    expect(unit).toBe(1)
    // Clipped at 2: (2 + 1) / 2 and (-1 + -2) / 2.
    expect(hidingCurve([-1, -2, 5, 1], { untouched: 2, unit }).gain).toBe(3)
    expect(hidingCurve([-3, -5], { untouched: -4, unit }).gain).toBe(-1)
  })

  test("does not divide by a probability of zero", () => {
    expect(gainUnit("probability", 0.25)).toBe(0.25)
    expect(hidingCurve([0.5, 0], { untouched: 0, unit: gainUnit("probability", 0) }).gain).toBe(0)
  })
})
