import { describe, expect, test } from "vitest"
import { studentT } from "../../src/math/student-t.ts"

describe("studentT", () => {
  test.each([
    [0.95, 1, 12.706],
    [0.95, 2, 4.303],
    [0.95, 5, 2.571],
    [0.95, 10, 2.228],
    [0.95, 30, 2.042],
    [0.9, 4, 2.132],
    [0.99, 7, 3.499],
    [0.999, 1, 636.619],
    [0.999, 4, 8.61],
    [0.999, 9, 4.781],
    [0.95, 100000, 1.96],
  ])("is what the printed tables say: %d with %d degrees of freedom is %d", (confidence, degrees, printed) => {
    expect(studentT(confidence, degrees)).toBeCloseTo(printed, 3)
  })

  test("has a closed form for 1 and 2 degrees of freedom", () => {
    // Cauchy: tan(pi * confidence / 2). Two degrees: P(|t| < x) = x / sqrt(2 + x^2), so x = c * sqrt(2 / (1 - c^2)).
    const confidence = 1 - 0.05 / 64
    expect(studentT(confidence, 1) / Math.tan((Math.PI * confidence) / 2)).toBeCloseTo(1, 9)
    expect(studentT(confidence, 2) / (confidence * Math.sqrt(2 / (1 - confidence ** 2)))).toBeCloseTo(1, 9)
  })

  test("refuses what has no quantile", () => {
    expect(() => studentT(1, 5)).toThrow(new RangeError("confidence must be between 0 and 1, got 1"))
    expect(() => studentT(0.9, 0)).toThrow(new RangeError("degrees of freedom must be an integer of at least 1, got 0"))
  })
})
