import { describe, expect, it } from "vitest"
import { strongestArea } from "../../src/reading/strongest-area.ts"

const areaOf = (values: readonly number[]): readonly boolean[] => values.map((_, i) => strongestArea(values)(i))

describe("strongestArea", () => {
  it("takes what has at least half of the largest", () => {
    expect(areaOf([0.4, 0.2, 0.19, 0, -0.1])).toEqual([true, true, false, false, false])
  })

  it("takes the sign of the largest, be it minus, and leaves the other", () => {
    expect(areaOf([0.3, -0.4, -0.2, 0.39])).toEqual([false, true, true, false])
  })

  it("is empty where all are zero, or none is a number", () => {
    expect(areaOf([0, -0, 0])).toEqual([false, false, false])
    expect(areaOf([Number.NaN, Number.POSITIVE_INFINITY])).toEqual([false, false])
  })

  it("does not count what is no number", () => {
    expect(areaOf([Number.POSITIVE_INFINITY, 0.4, Number.NaN, 0.1])).toEqual([false, true, false, false])
  })
})
