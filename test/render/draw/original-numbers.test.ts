import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { originalNumbers } from "../../../src/render/index.ts"

describe("originalNumbers", () => {
  it("cuts the share of the largest to a whole per cent: it does not round", () => {
    expect(originalNumbers([0.5, 0.25, 0.0499, 0.004, 0.499])).toEqual([100, 50, 9, 0, 99])
  })

  it("loses the sign", () => expect(originalNumbers([-0.2, 0.1, -0.05])).toEqual([100, 50, 25]))

  it("stretches whatever there is: the largest is 100, however small", () => {
    expect(originalNumbers([0.0001, 0.00005, 0])).toEqual([100, 50, 0])
  })

  it("is all zeros where nothing changes", () => expect(originalNumbers([0, -0, 0])).toEqual([0, 0, 0]))

  it("gives no number to what is none, and no scale either", () => {
    expect(originalNumbers([Number.NaN, 0.2, Number.POSITIVE_INFINITY, 0.1])).toEqual([Number.NaN, 100, Number.NaN, 50])
    expect(originalNumbers([Number.NaN, Number.NEGATIVE_INFINITY])).toEqual([Number.NaN, Number.NaN])
  })

  it("never misses 100 by rounding, nor goes beyond it, and keeps the order", () => {
    const effect = fc.double({ min: -1, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(effect, { minLength: 1 }), (effects) => {
        const numbers = originalNumbers(effects)
        const largest = Math.max(...effects.map(Math.abs))
        for (const [i, number] of numbers.entries()) {
          expect(Number.isInteger(number) && number >= 0 && number <= 100).toBe(true)
          if (Math.abs(effects[i]!) === largest) expect(number).toBe(largest === 0 ? 0 : 100)
          expect(number).toBeLessThanOrEqual((100 * Math.abs(effects[i]!)) / (largest || 1) + 1e-9)
        }
      }),
    )
  })
})
