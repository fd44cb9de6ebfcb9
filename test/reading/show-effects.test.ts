import { describe, expect, it } from "vitest"
import { showEffects } from "../../src/reading/show-effects.ts"
import { withEvidence } from "../render/make-evidence.ts"
import { makeExplanation } from "../render/make-explanation.ts"

const cup = { index: 968, label: "cup", score: 0.5 }
const both = withEvidence(makeExplanation({ effects: [0.05, 0.01] }), {
  alone: { effects: [0.3, 0.002], top: [cup, cup] },
})

describe("effects alone in front", () => {
  it("are those of the evidence, with the answers that the model then gave", () => {
    const shown = showEffects(both, "alone")
    expect(shown).toMatchObject({ design: "one-at-a-time", effects: [0.3, 0.002], topPerRegion: [cup, cup] })
    expect(shown.evidence).toBe(both.evidence)
  })

  it("can be turned back", () => {
    expect(showEffects(showEffects(both, "alone"), "average")).toEqual(both)
  })

  it("are there already in a record without evidence", () => {
    const plain = makeExplanation({ effects: [0.3] })
    expect(showEffects(plain, "alone")).toBe(plain)
  })

  it("need every region", () => {
    const some = withEvidence(makeExplanation({ effects: [0.05, 0.01] }), {
      alone: { effects: [0.3, null], top: [cup, null] },
    })
    const problem = "effects alone need every region to have been hidden alone, got 1 of 2"
    expect(() => showEffects(some, "alone")).toThrow(new RangeError(problem))
  })
})

it("effects on average need evidence", () => {
  const problem = "effects on average need evidence, and this record has none"
  expect(() => showEffects(makeExplanation({ effects: [0.3] }), "average")).toThrow(new RangeError(problem))
})
