import { describe, expect, it } from "vitest"
import { rankCorrelation } from "../../src/math/rank-correlation.ts"
import type { Scores } from "../../src/types.ts"
import { affinity } from "../../src/wiring/affinity.ts"
import { asProbabilities } from "../../src/wiring/as-probabilities.ts"
import { checkAnswers, checkScale, checkSoftmax } from "../../src/wiring/check-answers.ts"
import { layerDistance } from "../../src/wiring/layer-distance.ts"
import { pairedDifference } from "../../src/wiring/paired.ts"
import { spread, spreadDifference } from "../../src/wiring/spread.ts"

function scores(...rows: readonly (readonly number[])[]): Scores {
  return { rows: rows.length, columns: rows[0]!.length, data: Float64Array.from(rows.flat()) }
}

/** Eight rows, four times the same two. */
function eight(one: readonly number[], other: readonly number[]): Scores {
  return scores(one, other, one, other, one, other, one, other)
}

function softmax(row: readonly number[]): readonly number[] {
  const powers = row.map(Math.exp)
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}

describe("asProbabilities", () => {
  it("takes a softmax of logits", () =>
    expect([...asProbabilities(scores([Math.log(3), 0]), "logit").data].map((x) => x.toFixed(3))).toEqual([
      "0.750",
      "0.250",
    ]))
  it("divides probabilities by their sum, as a sigmoid gives them one by one", () =>
    expect(asProbabilities(scores([0.6, 0.2]), "probability").data).toEqual(Float64Array.of(0.6 / 0.8, 0.2 / 0.8)))
  it("shares alike where all are 0", () =>
    expect(asProbabilities(scores([0, 0]), "probability").data).toEqual(Float64Array.of(0.5, 0.5)))
})

describe("affinity", () => {
  it("is 1 for what was expected and 0 for anything else", () =>
    expect([...affinity(scores([0, 1], [1, 0]), [new Map([[1, 1]]), new Map([[1, 1]])])]).toEqual([1, 0]))
  it("is the root of the share of the one expected class", () =>
    expect([...affinity(scores([0.75, 0.25]), [new Map([[1, 1]])])]).toEqual([0.5]))
  it("reads answers one place further on", () =>
    expect([...affinity(scores([0, 1]), [new Map([[0, 1]])], { shift: 1 })]).toEqual([1]))
})

describe("spread", () => {
  it("is 0 where all pictures get one answer, and ln 2 where two classes share them surely", () => {
    expect(spread(scores([1, 0], [1, 0]))).toBe(0)
    expect(spread(scores([1, 0], [0, 1]))).toBeCloseTo(Math.log(2))
  })
  it("is 0 for answers that are all unsure", () => expect(spread(scores([0.5, 0.5], [0.5, 0.5]))).toBeCloseTo(0))
  it("differs clearly between sure and constant answers", () => {
    const { mean, t } = spreadDifference(eight([1, 0], [0, 1]), eight([0.6, 0.4], [0.6, 0.4]))
    expect(mean).toBeCloseTo(Math.log(2))
    expect(t).toBeGreaterThan(10)
  })
  it("is worked by hand: leaving one of two sure pictures out leaves nothing", () =>
    // Spread ln 2; without either picture 0: the jackknife sees no difference between the two, so the error is 0.
    expect(spreadDifference(scores([1, 0], [0, 1]), scores([1, 0], [1, 0]))).toEqual({
      mean: Math.log(2),
      t: Number.POSITIVE_INFINITY,
    }))
})

describe("pairedDifference", () => {
  it("is the mean over its standard error", () =>
    // Differences 1, 2, 3: mean 2, deviation 1, error 1 / sqrt(3).
    expect(pairedDifference([1, 2, 3], [0, 0, 0])).toEqual({ mean: 2, t: 2 / Math.sqrt(1 / 3) }))
  it("is 0 for the same lists", () => expect(pairedDifference([1, 2], [1, 2])).toEqual({ mean: 0, t: 0 }))
})

describe("layerDistance", () => {
  it("is 0 where each channel has mean 0 and mean square 1", () =>
    expect(layerDistance(scores([0.5, 0, 1, 1], [-0.5, 0, 1, 1]), [2])).toBe(0))
  it("takes the middle channel of a layer, and the mean over layers", () => {
    // First layer: variance e, so (e - 1 - 1) / 2. Second layer: mean 2, variance 1, so 4 / 2.
    const statistics = scores([0, 2, Math.E, 5])
    expect(layerDistance(statistics, [1, 1])).toBeCloseTo(((Math.E - 2) / 2 + 2) / 2)
  })
})

describe("rankCorrelation", () => {
  it("is 1 for the same order, -1 for the opposite one", () => {
    expect(rankCorrelation([1, 5, 30], [2, 3, 4])).toBe(1)
    expect(rankCorrelation([1, 5, 30], [4, 3, 2])).toBe(-1)
  })
  it("shares ranks among equal values", () =>
    // Ranks -1.5 -0.5 0.5 1.5 and -1.5 0 0 1.5: 4.5 / sqrt(5 * 4.5).
    expect(rankCorrelation([1, 2, 3, 4], [0, 7, 7, 9])).toBeCloseTo(4.5 / Math.sqrt(22.5)))
  it("is 0 where one list is constant", () => expect(rankCorrelation([1, 2, 3], [4, 4, 4])).toBe(0))
  it("refuses lists of two lengths", () =>
    expect(() => rankCorrelation([1, 2], [1])).toThrow(
      new RangeError("lists must be of one length, at least 2, got 2 and 1"),
    ))
})

describe("checkAnswers", () => {
  it("flags a model that answers all views alike", () =>
    expect(checkAnswers(eight([0.9, 0.1], [0.9, 0.1]), "probability")).toMatchObject({ state: "flagged" }))
  it("accepts one that does not", () =>
    expect(checkAnswers(eight([0.9, 0.1], [0.1, 0.9]), "probability")).toMatchObject({ state: "ok" }))
  it("judges nothing on fewer than 8 views", () =>
    expect(checkAnswers(scores([1, 0]), "probability")).toMatchObject({ state: "untold" }))
})

describe("checkScale", () => {
  it("flags numbers above 1 that are said to be probabilities", () =>
    expect(checkScale(scores([2.5, -1]), "probability")).toMatchObject({
      state: "flagged",
      remedy: { scale: "logit" },
    }))
  it("flags probabilities that are said to be logits", () =>
    expect(checkScale(eight([0.9, 0.1], [0.2, 0.8]), "logit")).toMatchObject({
      state: "flagged",
      remedy: { scale: "probability" },
    }))
  it("accepts what is said rightly, several sigmoids too", () => {
    expect(checkScale(scores([0.9, 0.9]), "probability").state).toBe("ok")
    expect(checkScale(scores([2.5, -1]), "logit").state).toBe("ok")
    expect(checkScale(scores([0.9, 0.9]), "logit").state).toBe("ok")
  })
})

describe("checkSoftmax", () => {
  const [sure, other] = [
    [0.9, 0.05, 0.05],
    [0.1, 0.8, 0.1],
  ] as const
  it("flags a softmax of probabilities, and tells how sure the first one was", () => {
    // The best classes had 90 % and 80 %: 85 % on average.
    const { state, finding } = checkSoftmax(eight(softmax(sure), softmax(other)))
    expect(state).toBe("flagged")
    expect(finding).toMatchObject({ kind: "two-softmaxes", inner: expect.closeTo(0.85, 6) as number, classes: 3 })
  })
  it("accepts one softmax", () => expect(checkSoftmax(eight(sure, other)).state).toBe("ok"))
  it("does not blame a model that knows nothing", () =>
    expect(checkSoftmax(eight([0.34, 0.33, 0.33], [0.33, 0.34, 0.33])).state).toBe("untold"))
  it("does not blame two classes that are unsure once", () =>
    expect(checkSoftmax(eight([0.7, 0.3], [0.4, 0.6])).state).toBe("untold"))
  it("takes a probability of 0 for one softmax", () => expect(checkSoftmax(eight([1, 0], [0, 1])).state).toBe("ok"))
})
