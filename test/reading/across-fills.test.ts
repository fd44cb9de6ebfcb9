import { describe, expect, it } from "vitest"
import { acrossFills } from "../../src/reading/across-fills.ts"
import { withEvidence } from "../render/make-evidence.ts"
import { makeExplanation, withFront } from "../render/make-explanation.ts"

const record = withEvidence(makeExplanation({ effects: [0.04, -0.02], rows: 1 }), { half: 0.01, floor: 0.003 })
const fill = (effects: readonly number[]) => ({
  effects,
  low: effects.map((effect) => effect - 0.01),
  high: effects.map((effect) => effect + 0.01),
})
const three = {
  // The second fill finds nothing in the first region; the third finds the opposite in the second.
  ...withFront(record, { perFill: [fill([0.06, -0.04]), fill([0.005, -0.04]), fill([0.055, 0.02])] }),
  fills: [{ name: "blur" }, { name: "image-mean" }, { name: "cell-mean" }],
}

describe("how far the fills agree", () => {
  it("is the range of their effects, and on how many a measurable effect has the sign of the mean", () => {
    expect(acrossFills(three, 0)).toEqual({ lowest: 0.005, highest: 0.06, agree: 2, of: 3 })
    expect(acrossFills(three, 1)).toEqual({ lowest: -0.04, highest: 0.02, agree: 2, of: 3 })
  })

  it("is nothing to speak of with one fill, or without evidence", () => {
    expect(acrossFills(withFront(three, { perFill: [fill([0.06, -0.04])] }), 0)).toBeUndefined()
    expect(acrossFills(makeExplanation({ effects: [0.1] }), 0)).toBeUndefined()
  })
})
