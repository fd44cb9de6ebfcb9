import { describe, expect, it } from "vitest"
import type { Explanation } from "../../src/explanation.ts"
import { compareRuns } from "../../src/reading/compare-runs.ts"
import type { Preprocessing } from "../../src/types.ts"
import { withEvidence } from "../render/make-evidence.ts"
import { makeExplanation, withFront } from "../render/make-explanation.ts"

const espresso = { index: 967, label: "espresso", score: 0.75 }
const cup = { index: 968, label: "cup", score: 0.125 }
const plain = makeExplanation({ effects: [0.25, -0.125, 0], score: 0.75, top: [espresso, cup] })
const floors = { floor: 0.01, floorAlone: 0.04 }
const sure = withEvidence(plain, { ...floors, alone: { effects: [0.5, null, 0.25], answers: [cup, null, cup] } })

/** The record as another run might find it. */
const withEffects = (record: Explanation, effects: readonly number[]): Explanation => withFront(record, { effects })
const withTop = (record: Explanation, top: Explanation["top"]): Explanation => ({ ...record, top })

describe("two runs", () => {
  it("are the same where no number differs", () => {
    const { verdict, score, effects, unfinished } = compareRuns(plain, plain)
    expect(verdict).toBe("same")
    expect(score).toEqual({ label: "espresso", before: 0.75, again: 0.75, difference: 0 })
    expect(effects).toEqual([
      { method: "one-at-a-time", means: "alone", region: 0, before: 0.25, again: 0.25, difference: 0 },
    ])
    expect(unfinished).toEqual([])
  })

  it("differ most where an effect has moved furthest, beside the floor of its kind", () => {
    const { verdict, effects } = compareRuns(sure, withEffects(sure, [0.25, -0.12, 0.007]))
    expect(verdict).toBe("within-noise")
    expect(effects).toEqual([
      { method: "random-masks", means: "average", region: 2, before: 0, again: 0.007, difference: 0.007, floor: 0.01 },
      { method: "one-at-a-time", means: "alone", region: 0, before: 0.5, again: 0.5, difference: 0, floor: 0.04 },
    ])
  })

  it("differ where an effect has moved further than its floor", () => {
    expect(compareRuns(sure, withEffects(sure, [0.25, -0.1, 0])).verdict).toBe("differs")
  })

  it("are compared by effects alone as well, where both were asked about them", () => {
    const alone = { effects: [null, 0.25, 0.2], answers: [null, cup, cup] }
    const again = withEvidence(plain, { ...floors, alone })
    expect(compareRuns(sure, again)).toMatchObject({
      verdict: "differs",
      effects: [
        { difference: 0 },
        { method: "one-at-a-time", means: "alone", region: 2, before: 0.25, again: 0.2, floor: 0.04 },
      ],
    })
    const others = withEvidence(plain, {
      ...floors,
      alone: { effects: [null, 0.25, null], answers: [null, cup, null] },
    })
    expect(compareRuns(sure, others).effects).toHaveLength(1)
  })

  it("are told apart by arithmetic only where nothing was measured and the difference is above 0.0001", () => {
    expect(compareRuns(plain, withEffects(plain, [0.25, -0.12501, 0])).verdict).toBe("within-noise")
    expect(compareRuns(plain, withEffects(plain, [0.25, -0.1252, 0])).verdict).toBe("differs")
    const large = { ...plain, target: { ...plain.target, score: -40 } } as Explanation
    expect(compareRuns(large, withEffects(large, [0.25, -0.1252, 0])).verdict).toBe("within-noise")
  })

  it("differ where the score of one of the best classes does, though the effects agree", () => {
    const again = withTop(sure, [espresso, { ...cup, score: 0.0625 }])
    expect(compareRuns(sure, again)).toMatchObject({
      verdict: "differs",
      score: { label: "cup", before: 0.125, again: 0.0625, difference: 0.0625, floor: 0.04 },
    })
  })

  it("differ where the first answer does, though all numbers agree", () => {
    const level = withTop(plain, [espresso, { ...cup, score: 0.75 }])
    const { verdict, answer, score } = compareRuns(level, withTop(plain, [{ ...cup, score: 0.75 }, espresso]))
    expect(verdict).toBe("differs")
    expect(answer).toEqual({ before: espresso, again: { ...cup, score: 0.75 } })
    expect(score.difference).toBe(0)
  })

  it("name the stages that one of them did not finish", () => {
    const partial = withEvidence(plain, { missing: ["alone", "faithfulness"] })
    const { unfinished, effects } = compareRuns(partial, sure)
    expect(unfinished).toEqual(["alone", "faithfulness"])
    expect(effects.map(({ method }) => method)).toEqual(["random-masks"])
  })

  it("are of the same questions", () => {
    const problem = (again: Explanation) => () => compareRuns(plain, again)
    expect(problem(makeExplanation({ effects: [0.25] }))).toThrow(
      "expected two runs of the same questions, got 3 one-at-a-time effects on class 967 and 1 one-at-a-time effects",
    )
    const onCup = { ...plain, target: { ...plain.target, ...cup, chosenBy: "index" } } as Explanation
    expect(problem(onCup)).toThrow("effects on class 967 and 3 one-at-a-time effects on class 968")
    expect(problem(sure)).toThrow("and 3 random-masks effects on class 967")
  })
})

describe("the set-up of two runs", () => {
  const preprocessing: Preprocessing = {
    ...{ size: { width: 64, height: 64 }, fit: "squash", filter: "bilinear", layout: "NCHW" },
    ...{ order: "RGB", range: [0, 1], mean: [0], std: [1] },
  }
  const made: Explanation = {
    ...plain,
    picture: { ...plain.picture, fileSha256: "aa", pixelsSha256: "bb" },
    model: { ...plain.model, sha256: "cc", runtime: "onnxruntime-node 1.30.0 (cpu)", preprocessing },
  }
  const setUpOf = (again: Explanation) => compareRuns(made, again).setUp
  const stateOf = (again: Explanation) => Object.fromEntries(setUpOf(again).map(({ part, state }) => [part, state]))

  it("is the same, part by part", () => {
    expect(stateOf(made)).toEqual({
      "picture-file": "same",
      "picture-pixels": "same",
      model: "same",
      "model-file": "same",
      runtime: "same",
      "input-size": "same",
      preprocessing: "same",
      fit: "same",
      version: "same",
    })
  })

  it("is unknown where a record does not say", () => {
    expect(stateOf(plain)).toMatchObject({
      "picture-file": "unknown",
      "model-file": "unknown",
      preprocessing: "unknown",
    })
    expect(setUpOf(plain)[0]).toEqual({ part: "picture-file", state: "unknown", a: "aa", b: null })
  })

  it("differs in what is told, of preprocessing field by field", () => {
    const model = { ...made.model, preprocessing: { ...preprocessing, order: "BGR", mean: [1, 2, 3] } } as const
    const again = { ...made, model, versions: { gridexplainer: "9.0.0" } }
    expect(setUpOf(again).filter(({ state }) => state === "differs")).toEqual([
      { part: "preprocessing", state: "differs", a: { order: "RGB", mean: [0] }, b: { order: "BGR", mean: [1, 2, 3] } },
      { part: "version", state: "differs", a: "0.1.0", b: "9.0.0" },
    ])
  })
})
