import { describe, expect, test } from "vitest"
import { resolveTargets, type TargetOption, type TargetsOption } from "../../src/scoring/resolve-targets.ts"
import { targetScore } from "../../src/scoring/target-score.ts"
import type { Classifier } from "../../src/types.ts"

const model: Classifier = {
  name: "toy",
  scale: "probability",
  labels: ["tabby", "Egyptian cat", "tiger cat", "lynx"],
  score: () => Promise.reject(new Error("not asked")),
}
const { labels: _, ...nameless } = model
const scores = { rows: 1, columns: 4, data: Float64Array.of(0.2, 0.5, 0.2, 0.1) }
const resolve = (targets: TargetsOption) => resolveTargets(model, scores, targets).map(({ record }) => record)

describe("resolveTargets", () => {
  test("takes the model's own answer", () => {
    expect(resolve(["predicted"])).toEqual([{ index: 1, label: "Egyptian cat", score: 0.5, chosenBy: "predicted" }])
  })

  test("takes an index or a label, whose case does not matter", () => {
    expect(resolve([3])).toEqual([{ index: 3, label: "lynx", score: 0.1, chosenBy: "index" }])
    expect(resolve(["TIGER cat"])).toEqual([{ index: 2, label: "tiger cat", score: 0.2, chosenBy: "label" }])
  })

  test("prefers the label that is written just so", () => {
    const cranes = { ...model, labels: ["crane", "Crane", "tiger", "lynx"] }
    expect(resolveTargets(cranes, scores, ["Crane"])[0]!.record.index).toBe(1)
  })

  test.each([
    { labels: ["crane", "tiger", "crane", "lynx"], wanted: "crane", classes: "0 and 2" },
    { labels: ["crane", "tiger", "crane", "lynx"], wanted: "Crane", classes: "0 and 2" },
    { labels: ["Crane", "crane", "CRANE", "lynx"], wanted: "cRANE", classes: "0, 1 and 2" },
  ])("says where $wanted is the label of several classes", ({ labels, wanted, classes }) => {
    for (const target of [wanted, { target: wanted, against: 3 }])
      expect(() => resolveTargets({ ...model, labels }, scores, [target])).toThrow(
        new RangeError(
          `target must name one class of model "toy", but "${wanted}" is the label of classes ${classes}: give the index of one of them instead`,
        ),
      )
    expect(resolveTargets({ ...model, labels }, scores, [2])[0]!.record.index).toBe(2)
  })

  test("takes the best few; of equal scores the lower index comes first", () => {
    expect(resolve({ top: 3 }).map(({ label }) => label)).toEqual(["Egyptian cat", "tabby", "tiger cat"])
  })

  test("names a class without a label by its index", () => {
    expect(resolveTargets(nameless, scores, [0])[0]!.record.label).toBe("class 0")
  })

  test.each<[TargetsOption, string]>([
    [[4], "target class must be an integer from 0 to 3, got 4"],
    [[-1], "target class must be an integer from 0 to 3, got -1"],
    [[1.5], "target class must be an integer from 0 to 3, got 1.5"],
    [{ top: 0 }, "top must be an integer from 1 to 4, got 0"],
    [{ top: 5 }, "top must be an integer from 1 to 4, got 5"],
    [[], "targets must name at least one class, got none"],
    [["cat"], 'target must be a label of model "toy", got "cat"; did you mean Egyptian cat, tiger cat?'],
    [["dog"], 'target must be a label of model "toy", got "dog"; its labels run from tabby to lynx'],
  ])("refuses %j", (targets, message) => {
    expect(() => resolve(targets)).toThrow(new RangeError(message))
  })

  test("refuses a label where the model has none", () => {
    expect(() => resolveTargets(nameless, scores, ["lynx"])).toThrow(
      new RangeError('target "lynx" is a label, but model "toy" has none: give a class index instead'),
    )
  })
})

describe("a margin", () => {
  const lynx = { index: 3, label: "lynx", score: 0.1 }

  test("is the score of one class minus that of the other, which is named with its own score", () => {
    expect(resolve([{ target: "egyptian cat", against: "lynx" }])).toEqual([
      { index: 1, label: "Egyptian cat", score: 0.4, chosenBy: "margin", against: lynx },
    ])
    expect(resolve([{ target: 0, against: "predicted" }])[0]).toMatchObject({
      score: -0.3,
      against: { label: "Egyptian cat", score: 0.5 },
    })
  })

  test("takes the best other class as runner-up; of equal scores the lower index comes first", () => {
    const other = (target: number | string) => resolve([{ target, against: "runner-up" }])[0]
    expect(other("predicted")).toMatchObject({ index: 1, against: { index: 0 } })
    expect(other("lynx")).toMatchObject({ index: 3, against: { index: 1 } })
    expect(other(0)).toMatchObject({ index: 0, against: { index: 1 } })
  })

  test.each<[TargetOption, string]>([
    [{ target: "lynx", against: 3 }, "against must be another class than target, got lynx for both"],
    [{ target: "lynx", against: 4 }, "against class must be an integer from 0 to 3, got 4"],
    [
      { target: "lynx", against: "cat" },
      'against must be a label of model "toy", got "cat"; did you mean Egyptian cat, tiger cat?',
    ],
    [
      { target: "dog", against: "lynx" },
      'target must be a label of model "toy", got "dog"; its labels run from tabby to lynx',
    ],
  ])("refuses %j", (target, message) => {
    expect(() => resolve([target])).toThrow(new RangeError(message))
  })

  test("needs two classes", () => {
    const one = { rows: 1, columns: 1, data: Float64Array.of(0.5) }
    expect(() => resolveTargets(nameless, one, [{ target: 0, against: "runner-up" }])).toThrow(
      new RangeError('against "runner-up" needs a model of at least 2 classes, "toy" has 1'),
    )
  })
})

describe("a score function", () => {
  const cats = (row: readonly number[]) => row[0]! + row[1]! + row[2]!

  test("has a name and a number, and is no class", () => {
    expect(resolve([{ name: "any cat", score: (row) => 10 * row.length }])).toEqual([
      { label: "any cat", score: 40, chosenBy: "function", scale: "number" },
    ])
    expect(resolve([{ name: "any cat", score: cats, scale: "probability" }])[0]).toEqual({
      label: "any cat",
      score: expect.closeTo(0.9, 12),
      chosenBy: "function",
      scale: "probability",
    })
  })

  test("gets a copy, so that sorting it changes no score", () => {
    const own = { ...scores, data: Float32Array.of(0.25, 0.5, 0.25, 0) }
    const best = { name: "best", score: (row: readonly number[]) => (row as number[]).sort((a, b) => b - a)[0]! }
    expect(resolveTargets(model, own, [best])[0]!.record.score).toBe(0.5)
    expect([...own.data]).toEqual([0.25, 0.5, 0.25, 0])
  })

  test.each<[TargetOption, Error]>([
    [
      { name: "odds", score: () => Number.POSITIVE_INFINITY },
      new RangeError('score function "odds" must answer a finite number, got Infinity'),
    ],
    [
      { name: "none", score: () => undefined as never },
      new RangeError('score function "none" must answer a finite number, got undefined'),
    ],
    [
      { name: "sum", score: () => 1.2, scale: "probability" },
      new RangeError('score function "sum" must answer probabilities, from 0 to 1, got 1.2'),
    ],
    [
      { name: "sum", score: () => 1, scale: "percent" as never },
      new RangeError('scale of "sum" must be probability, logit or number, got percent'),
    ],
    [{ name: " ", score: () => 1 }, new TypeError('the name of a score function must be a text, got " "')],
    [
      { name: "sum" } as never,
      new TypeError('target must be a class, { target, against } or { name, score }, got {"name":"sum"}'),
    ],
  ])("refuses %j", (target, error) => {
    expect(() => resolve([target])).toThrow(error)
  })
})

describe("targetScore", () => {
  const rows = { rows: 2, columns: 4, data: Float64Array.of(0.2, 0.5, 0.2, 0.1, 0.25, 0, 0.75, 0) }
  const second = (target: TargetOption) => targetScore(resolveTargets(model, rows, [target])[0]!, rows, 1)

  test("reads one row of the model's reply", () => {
    expect(second("tiger cat")).toBe(0.75)
    expect(second({ target: "tabby", against: "tiger cat" })).toBe(-0.5)
    expect(second({ name: "largest", score: (row) => Math.max(...row) })).toBe(0.75)
  })

  test("knows no minus zero, which JSON cannot hold", () => {
    expect(Object.is(second({ name: "zero", score: () => -0 }), 0)).toBe(true)
  })
})
