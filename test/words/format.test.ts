import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { formatEffect, formatScore, plainText } from "../../src/render/index.ts"

describe("formatScore", () => {
  it.each([
    [0.9412, "94.1 %"],
    [0.0625, "6.3 %"],
    [1, "100.0 %"],
    [0, "0.0 %"],
    [0.99999, ">99.9 %"],
    [0.0000001, "<0.1 %"],
    [-1e-18, "<0.1 %"],
  ])("writes the probability %d as %s", (score, words) => expect(formatScore(score, "probability")).toBe(words))

  it.each([
    [7.314, "7.31"],
    [-2.5, "−2.50"],
    [-0.001, "0.00"],
    [999_999_999, "999999999.00"],
    [1_000_000_000, "1.00e9"],
    [-3.456e30, "−3.46e30"],
    [Number.MAX_VALUE, "1.80e308"],
  ])("writes the logit %d as %s", (score, words) => expect(formatScore(score, "logit")).toBe(words))

  it("writes other numbers with three decimals", () => {
    expect(formatScore(-0.87951, "number")).toBe("−0.880")
    expect(formatEffect(0.0371, "number")).toBe("+0.037")
  })

  it("refuses what is not a number", () => {
    expect(() => formatScore(Number.NaN, "probability")).toThrow(RangeError)
    expect(() => formatScore(Number.POSITIVE_INFINITY, "logit")).toThrow("expected a finite number, got Infinity")
  })
})

describe("formatEffect", () => {
  it.each([
    [0.329, 1, "+32.9"],
    [0.329, 0, "+33"],
    [-0.0142, 1, "−1.4"],
    [-0.0142, 0, "−1"],
    [0.0004, 1, "0.0"],
    [-0.0004, 1, "0.0"],
    [-0.004, 0, "0"],
    [1, 1, "+100.0"],
  ])("writes %d with %d decimals as %s points", (effect, decimals, words) =>
    expect(formatEffect(effect, "probability", { decimals })).toBe(words),
  )

  it("counts logits as they are, with two decimals", () => expect(formatEffect(-1.234, "logit")).toBe("−1.23"))

  it("writes a huge effect with a power of ten, never with its thirty digits", () => {
    expect(formatEffect(4.2e29, "logit")).toBe("+4.20e29")
    expect(formatEffect(-4.2e29, "number")).toBe("−4.20e29")
  })

  it("writes an effect and its opposite alike but for the sign", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 0, max: 2 }), (effect, decimals) => {
        const plus = formatEffect(effect, "probability", { decimals })
        expect(formatEffect(-effect, "probability", { decimals })).toBe(plus.replace("+", "−"))
      }),
    )
  })
})

describe("plainText", () => {
  it.each([
    ["tabby\u001b[31m\n cat", "tabby[31m cat"],
    ["  two\t\tspaces\u200b ", "two spaces"],
    ["gpj.\u202ecat", "gpj.cat"],
    ["\u2066isolate\u2069", "isolate"],
    ["half a pair \ud83d", "half a pair"],
    ["a whole pair \ud83d\ude00", "a whole pair 😀"],
    ["\u009b2J\u0000\u0007bell", "2Jbell"],
    ["crème brûlée, 寿司, قطة", "crème brûlée, 寿司, قطة"],
    ["\ufffe\uffff", ""],
  ])("makes of %j %j", (text, plain) => expect(plainText(text)).toBe(plain))

  it("leaves no control character, line break or broken pair of anything", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(plainText(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u)
      }),
    )
  })
})
