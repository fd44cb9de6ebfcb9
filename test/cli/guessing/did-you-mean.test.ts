import { describe, expect, it } from "vitest"
import { didYouMean, listed } from "../../../src/cli/guessing/did-you-mean.ts"

describe("didYouMean", () => {
  it.each([
    ["besides", " Did you mean beside?"],
    ["Side-By", ""],
    ["overlap", " Did you mean overlay?"],
    ["pari", " Did you mean pair?"],
    ["BESIDE", " Did you mean beside?"],
    ["x", ""],
    ["", ""],
  ])("answers %j with %j", (word, answer) => expect(didYouMean(word, ["beside", "overlay", "pair"])).toBe(answer))

  it("knows letters of every script", () => {
    expect(didYouMean("tbby", ["猫", "tabby"])).toContain("tabby")
    expect(didYouMean("犬", ["猫猫猫"])).toBe("")
  })

  it("takes the nearest of several", () => expect(didYouMean("tabbi", ["tiger", "tabby", "rabbit"])).toContain("tabby"))
})

describe("listed", () => {
  it.each([
    [[], ""],
    [["one"], "one"],
    [["one", "two"], "one or two"],
    [["one", "two", "three"], "one, two or three"],
  ])("writes %j as %j", (names, words) => expect(listed(names)).toBe(words))
})
