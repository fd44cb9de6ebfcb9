import { describe, expect, it } from "vitest"
import { checkLabelCount, labelNamesCheck } from "../../src/wiring/check-labels.ts"
import { expectedFromLabels, expectedFromReference } from "../../src/wiring/expected-answers.ts"
import { labelPlaces } from "../../src/wiring/label-places.ts"

describe("labelPlaces", () => {
  const places = labelPlaces(["n02123045 tabby, tabby cat", "Egyptian_cat", "tabby cat"])

  it.each([
    ["tabby", 0],
    ["Tabby Cat", 2],
    ["egyptian cat", 1],
    ["n02124075 Egyptian-cat", 1],
    ["1", 1],
  ])("finds %s", (label, place) => expect(places.find(label)).toBe(place))

  it.each(["dog", "3", "", "cat"])("does not find %j", (label) => expect(places.find(label)).toBeUndefined())
})

describe("expectedFromReference", () => {
  const referenceLabels = ["cat", "dog", "bird"]
  const row = (...shares: number[]) => ({ rows: 1, columns: 3, data: Float64Array.from(shares) })

  it("moves shares to the places that the model's labels give those names", () =>
    expect(expectedFromReference(row(0.1, 0.7, 0.2), { referenceLabels, labels: ["dog", "fish", "cat"] })).toEqual([
      new Map([
        [2, 0.1],
        [0, 0.7],
      ]),
    ]))

  it("expects nothing where the answer is about classes that the model has not", () =>
    expect(expectedFromReference(row(0.1, 0.2, 0.7), { referenceLabels, labels: ["dog", "cat"] })).toEqual([new Map()]))

  it("takes a model without labels for one with the same classes", () =>
    expect(expectedFromReference(row(0, 1, 0), { referenceLabels })).toEqual([new Map([[1, 1]])]))
})

describe("expectedFromLabels", () => {
  it("expects the class of the label, and nothing without one", () =>
    expect(expectedFromLabels(["dog", undefined, "fish"], ["cat", "Dog"])).toEqual([
      new Map([[1, 1]]),
      new Map(),
      new Map(),
    ]))
})

describe("checkLabelCount", () => {
  it("wants one label a class", () => {
    expect(checkLabelCount(["a", "b"], 2).state).toBe("ok")
    expect(checkLabelCount(undefined, 2).state).toBe("untold")
    expect(checkLabelCount(["a"], 2)).toEqual({
      name: "label-count",
      state: "flagged",
      finding: { kind: "label-count", labels: 1, classes: 2 },
      remedy: { labels: "one-a-class", classes: 2 },
    })
  })
})

describe("labelNamesCheck", () => {
  const facts = { by: "labels", labels: ["a", "b"], columns: 2 } as const

  it("says which way labels are shifted", () => {
    // The answer for "a" is found at place 1: the list needs one more name in front.
    expect(labelNamesCheck({ state: "fit", shift: 1, agreement: 0.8, inPlace: 0.2 }, facts)).toEqual({
      name: "label-names",
      state: "flagged",
      finding: { kind: "names", shift: 1, agreement: 0.8, inPlace: 0.2, authority: "labels", labels: true, classes: 2 },
      remedy: { labels: "one-more-in-front", classes: 2 },
    })
    expect(labelNamesCheck({ state: "fit", shift: -1, agreement: 0.8 }, facts).remedy).toEqual({
      labels: "without-first",
      classes: 2,
    })
  })

  it("flags labels that do not fit, and nothing where there are none", () => {
    const misfit = { state: "misfit", shift: null, agreement: 0 } as const
    expect(labelNamesCheck(misfit, facts).state).toBe("flagged")
    expect(labelNamesCheck(misfit, { ...facts, labels: undefined }).state).toBe("untold")
    expect(labelNamesCheck({ state: "fit", shift: 0, agreement: 1 }, facts).state).toBe("ok")
  })
})
