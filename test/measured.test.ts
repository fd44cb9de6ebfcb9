import { describe, expect, test } from "vitest"
import { isBeyond, isRepeatable, leastSize, mapSize, saysLittle, saysMore } from "../src/measured.ts"

describe("an effect", () => {
  test("is one from the floor on, and nothing at all never is", () => {
    expect([0.1, -0.1, 0.09, 0].map((effect) => isBeyond(effect, 0.1))).toEqual([true, true, false, false])
    expect(isBeyond(0, 0)).toBe(false)
  })

  test.each([
    [0.9, "probability", 0.005],
    [0.0007, "probability", 0.005],
    [4, "logit", 0.02],
    [-50, "number", 1],
  ] as const)("of a score of %f (%s) is at least %f", (score, scale, least) => {
    expect(leastSize(score, scale)).toBeCloseTo(least, 12)
  })
})

test("a model is repeatable where the same picture moves by less than a point, or what that is in logits", () => {
  expect([0, 0.009, 0.01].map((repeat) => isRepeatable(repeat, "probability"))).toEqual([true, true, false])
  expect([0.03, 0.04].map((repeat) => isRepeatable(repeat, "logit"))).toEqual([true, false])
})

describe("a map of regions alone", () => {
  const size = (...effects: readonly (number | null)[]) => mapSize(effects, 0.1)

  test("is as large as its effects beyond the floor", () => {
    expect(size(0.2, -0.4, 0.05, null)).toEqual({ count: 2, largest: 0.4 })
    expect(size(0.05)).toEqual({ count: 0, largest: 0 })
  })

  test("says little with fewer than five of them, unless one takes half of the score", () => {
    expect(saysLittle(size(0.2, 0.2, 0.2, 0.2), 0.9)).toBe(true)
    expect(saysLittle(size(0.2, 0.2, 0.2, 0.2, 0.2), 0.9)).toBe(false)
    expect(saysLittle(size(0.45), 0.9)).toBe(false)
    expect(saysLittle(size(), 0)).toBe(true)
  })

  test("gives way to one of larger parts that has more of them, the largest at least twice as large", () => {
    expect(saysMore(size(0.4, 0.3), size(0.2))).toBe(true)
    expect(saysMore(size(0.3, 0.3), size(0.2))).toBe(false)
    expect(saysMore(size(0.8), size(0.2))).toBe(false)
    expect(saysMore(size(...Array<number>(9).fill(0.9)), size(0.2, 0.2, 0.2, 0.2, 0.2))).toBe(false)
  })
})
