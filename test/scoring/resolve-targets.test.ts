import { describe, expect, test } from "vitest"
import { resolveTargets, type TargetsOption } from "../../src/scoring/resolve-targets.ts"
import type { Classifier } from "../../src/types.ts"

const model: Classifier = {
  name: "toy",
  scale: "probability",
  labels: ["tabby", "Egyptian cat", "tiger cat", "lynx"],
  score: () => Promise.reject(new Error("not asked")),
}
const { labels: _, ...nameless } = model
const scores = { rows: 1, columns: 4, data: Float64Array.of(0.2, 0.5, 0.2, 0.1) }
const resolve = (targets: TargetsOption) => resolveTargets(model, scores, targets)

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
    expect(resolveTargets(cranes, scores, ["Crane"])[0]!.index).toBe(1)
  })

  test("takes the best few; of equal scores the lower index comes first", () => {
    expect(resolve({ top: 3 }).map(({ label }) => label)).toEqual(["Egyptian cat", "tabby", "tiger cat"])
  })

  test("names a class without a label by its index", () => {
    expect(resolveTargets(nameless, scores, [0])[0]!.label).toBe("class 0")
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
