import { describe, expect, it } from "vitest"
import type { Explanation } from "../../src/explanation.ts"
import { viewOf } from "../../src/reading/view.ts"
import { showAlone, withEvidence } from "../render/make-evidence.ts"
import { makeExplanation, withFront } from "../render/make-explanation.ts"

/** An effect, half of its 90 % interval, in one region. */
type Measured = readonly [effect: number, half: number]

function average(mean: Measured, fills: readonly Measured[] = [mean], floor = 0.003): Explanation {
  const [effect, half] = mean
  const record = withEvidence(makeExplanation({ effects: [effect] }), { half, floor })
  const perFill = fills.map(([own, width]) => ({ effects: [own], low: [own - width], high: [own + width] }))
  return withFront(record, { perFill })
}

function alone(effects: readonly (number | null)[], otherFills?: readonly (readonly (number | null)[])[]): Explanation {
  const record = withEvidence(makeExplanation({ effects: effects.map((one) => one ?? 0) }), { floorAlone: 0.03 })
  const perFill = [effects, ...(otherFills ?? [])].map((own) => ({ effects: own }))
  return showAlone(record, { effects, ...(otherFills === undefined ? {} : { perFill }) })
}

const verdictOf = (record: Explanation, region: number): string => viewOf(record).regions[region]!.verdict

describe("of an effect on average it can be said that it", () => {
  it("supports or opposes where it is above the floor and its interval holds no zero", () => {
    expect(verdictOf(average([0.04, 0.01]), 0)).toBe("supports")
    expect(verdictOf(average([-0.04, 0.01]), 0)).toBe("opposes")
  })

  it("is not measurable under the floor, or with an interval that holds zero", () => {
    expect(verdictOf(average([0.002, 0.001]), 0)).toBe("none")
    expect(verdictOf(average([0.04, 0.041]), 0)).toBe("none")
    expect(verdictOf(average([0, 0], [[0, 0]], 0), 0)).toBe("none")
  })

  it("depends on the fill where two fills say different things, too far apart for chance", () => {
    // Each deviation is .01 / 1.645, that of the difference .0086, and 3.5 of those are .03.
    expect(
      verdictOf(
        average(
          [0.02, 0.01],
          [
            [0.04, 0.01],
            [0.005, 0.01],
          ],
        ),
        0,
      ),
    ).toBe("depends")
    expect(
      verdictOf(
        average(
          [0.02, 0.01],
          [
            [0.03, 0.01],
            [0.005, 0.01],
          ],
        ),
        0,
      ),
    ).toBe("supports")
    expect(
      verdictOf(
        average(
          [0.04, 0.01],
          [
            [0.07, 0.01],
            [0.02, 0.01],
          ],
        ),
        0,
      ),
    ).toBe("supports")
  })

  it("is not measurable where one fill has made it and most others are sure of less", () => {
    const sure = [0, 0.003] as const
    expect(verdictOf(average([0.016, 0.01], [[0.048, 0.029], sure, sure]), 0)).toBe("none")
    expect(verdictOf(average([-0.016, 0.01], [[-0.048, 0.029], sure, sure]), 0)).toBe("none")
    const unsure = [0.01, 0.02] as const
    expect(verdictOf(average([0.016, 0.01], [[0.048, 0.029], unsure, unsure]), 0)).toBe("supports")
  })
})

describe("of an effect alone it can be said that it", () => {
  it("is measurable above the floor", () => {
    const record = alone([0.05, -0.05, 0.02, null])
    expect([0, 1, 2, 3].map((id) => verdictOf(record, id))).toEqual(["supports", "opposes", "none", "unknown"])
  })

  it("is what was measured with the first fill, whatever others do", () => {
    const record = alone([0.05, 0.02], [[-0.05, 0.09]])
    expect([0, 1].map((id) => verdictOf(record, id))).toEqual(["supports", "none"])
  })
})

describe("nothing can be said", () => {
  it("without evidence, without a value, and of regions hidden all but one", () => {
    expect(verdictOf(makeExplanation({ effects: [0.5] }), 0)).toBe("unknown")
    expect(verdictOf(withFront(average([0.04, 0.01]), { effects: [Number.NaN] }), 0)).toBe("unknown")
    expect(verdictOf(makeExplanation({ effects: [0.5], method: "all-but-one", hiddenScore: 0 }), 0)).toBe("unknown")
  })
})
