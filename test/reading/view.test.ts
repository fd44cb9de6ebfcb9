import { describe, expect, it } from "vitest"
import type { Explanation } from "../../src/explanation.ts"
import { inFront, viewAlone, viewMeaning, viewOf } from "../../src/reading/view.ts"
import type { ClassScore } from "../../src/types.ts"
import { withEvidence } from "../render/make-evidence.ts"
import { makeExplanation } from "../render/make-explanation.ts"

const cup = { index: 968, label: "cup", score: 0.5 }
const both = withEvidence(makeExplanation({ effects: [0.05, 0.01], score: 0.9 }), {
  ...{ floor: 0.02, floorAlone: 0.04, half: 0.03 },
  fills: [{ name: "blur" }, { name: "noise" }],
  alone: { effects: [0.3, null], answers: [cup, null] },
})

describe("the view of effects on average", () => {
  it("has intervals, the floor of its kind and all fills, and is a change of no single score", () => {
    expect(viewOf(both)).toMatchObject({
      means: "average",
      effects: [0.05, 0.01],
      floor: 0.02,
      path: "attributions[0]",
    })
    expect(viewOf(both)).toMatchObject({ judged: true, fills: [{ name: "blur" }, { name: "noise" }] })
    expect(viewOf(both).baseline).toBeUndefined()
    const [first, second] = viewOf(both).regions
    expect(first).toMatchObject({ verdict: "supports", effect: 0.05, after: undefined, answer: undefined })
    expect(first!.half).toBeCloseTo(0.03)
    expect(first!.colored).toBe(0.05)
    expect(second).toMatchObject({ verdict: "none", colored: 0 })
  })
})

describe("the view of effects alone", () => {
  it("has the floor, the first fill, and the score and the answer with the region hidden", () => {
    const view = viewOf(both, "one-at-a-time")
    expect(view).toMatchObject({ means: "alone", effects: [0.3, Number.NaN], floor: 0.04, path: "attributions[1]" })
    expect(view).toMatchObject({ judged: true, fills: [{ name: "blur" }], baseline: 0.9 })
    expect(view.regions).toMatchObject([
      { verdict: "supports", half: 0.04, answer: cup },
      { verdict: "unknown", effect: Number.NaN, answer: undefined },
    ])
    expect(view.regions[0]!.after).toBeCloseTo(0.6)
  })

  it("is judged by nothing where nothing was measured", () => {
    const view = viewOf(makeExplanation({ effects: [0.3], score: 0.9 }))
    expect(view).toMatchObject({ judged: false, floor: undefined, baseline: 0.9 })
    expect(view.regions).toMatchObject([{ verdict: "unknown", half: undefined, colored: 0.3 }])
  })
})

it("the view of regions shown alone begins with everything hidden", () => {
  const view = viewOf(makeExplanation({ effects: [0.3], method: "all-but-one", hiddenScore: 0.1 }))
  expect(view).toMatchObject({ means: "shown-alone", judged: false, baseline: 0.1 })
  expect(view.regions[0]!.after).toBeCloseTo(0.4)
})

describe("another view of the same record", () => {
  it("is had from a view as from the record", () => {
    expect(viewOf(viewOf(both), "one-at-a-time")).toEqual(viewOf(both, "one-at-a-time"))
    const view = viewOf(both)
    expect(viewOf(view)).toBe(view)
  })

  it("can be put in front", () => {
    expect(inFront(viewOf(both, "one-at-a-time"))).toEqual({ ...both, shown: "one-at-a-time" })
  })

  it("is found by what its effects mean, for every region where that is asked", () => {
    expect(viewMeaning(both, "alone")!.effects).toEqual([0.3, Number.NaN])
    expect(viewMeaning(both, "alone", { complete: true })).toBeUndefined()
    expect(viewMeaning(both, "shown-alone")).toBeUndefined()
  })

  it("must be one that the record holds", () => {
    const problem = "method must be one of the record's attributions (random-masks, one-at-a-time), got rise"
    expect(() => viewOf(both, "rise")).toThrow(new RangeError(problem))
  })
})

it("what single regions do is known to no record that hid none alone", () => {
  const average = withEvidence(makeExplanation({ effects: [0.05, 0.01] }))
  expect(viewAlone(average)).toMatchObject({ means: "alone", effects: [Number.NaN, Number.NaN] })
  expect(viewAlone(both).effects).toEqual([0.3, Number.NaN])
  const shown = makeExplanation({ effects: [0.3], method: "all-but-one", hiddenScore: 0.1 })
  expect(viewAlone(shown).means).toBe("shown-alone")
})

describe("an effect under the floor that changes the answer", () => {
  const quiet = { effects: [0.02, 0.02], floorAlone: 0.04 }
  const read = (part: Partial<Explanation>, answers: readonly ClassScore[]) =>
    viewOf(
      {
        ...withEvidence(makeExplanation({ effects: [0, 0] }), {
          floorAlone: quiet.floorAlone,
          alone: { effects: quiet.effects, answers },
        }),
        ...part,
      },
      "one-at-a-time",
    ).regions.map(({ verdict, turns }) => [verdict, turns])
  const espresso = { index: 967, label: "espresso", score: 0.4 }
  const margin = (score: number): Partial<Explanation> => ({
    target: { ...espresso, chosenBy: "margin", score, against: { ...cup, score: 0.4 - score } },
  })

  it("counts where another class comes first", () => {
    expect(read({}, [cup, espresso])).toEqual([
      ["supports", true],
      ["none", false],
    ])
  })

  it("counts for a margin where the lead is lost, and not where a third class comes first", () => {
    expect(read(margin(0.01), [cup, espresso])).toEqual([
      ["supports", true],
      ["supports", true],
    ])
    expect(read(margin(0.03), [{ index: 3, label: "tray", score: 0.5 }, cup])).toEqual([
      ["none", false],
      ["none", false],
    ])
  })

  it("counts for a model of one probability where it crosses one half", () => {
    const one = { index: 0, label: "yes", score: 0.51 }
    const part = {
      target: { ...one, chosenBy: "predicted" },
      top: [one],
      model: { name: "one", classes: 1, scale: "probability" },
    } as const
    expect(read(part, [one, one])).toEqual([
      ["supports", true],
      ["supports", true],
    ])
    expect(read({ ...part, target: { ...part.target, score: 0.55 } }, [one, one])).toEqual([
      ["none", false],
      ["none", false],
    ])
  })
})
