import { describe, expect, test } from "vitest"
import { ninety, normalLimit } from "../../src/math/normal-limit.ts"

describe("normalLimit", () => {
  // As Python's statistics.NormalDist().inv_cdf(chance / 2) gives them, without the sign.
  test.each([
    [1, 0],
    [0.9, 0.125661346855074],
    [0.5, 0.6744897501960817],
    [0.31731050786291415, 1],
    [0.2, 1.2815515655446008],
    [0.15, 1.4395314709384557],
    [0.1, 1.6448536269514726],
    [0.05, 1.9599639845400538],
    [0.001, 3.2905267314918945],
    [1e-5, 4.417173413469022],
    [1e-9, 6.1094102048693975],
    [1e-12, 7.130506848171323],
    [1e-40, 13.36260663610875],
    [1e-300, 37.06578788077212],
  ])("of a chance of %d is %d, to 14 digits", (chance, expected) => {
    expect(Math.abs(normalLimit(chance) - expected)).toBeLessThanOrEqual(1e-14 * Math.max(1, expected))
  })

  test("knows the number behind intervals of 90 %", () => {
    expect(ninety).toBeCloseTo(1.6448536269514726, 14)
  })

  test.each([0, -0.1, 1.1, Number.NaN])("refuses a chance of %d", (chance) => {
    expect(() => normalLimit(chance)).toThrow(new RangeError(`chance must be above 0 and at most 1, got ${chance}`))
  })
})
