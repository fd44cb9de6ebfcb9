import { describe, expect, it } from "vitest"
import { halfInterval } from "../../src/reading/half-interval.ts"
import { agreeingFills, regionVerdict } from "../../src/reading/region-verdict.ts"
import { withEvidence } from "../render/make-evidence.ts"
import { makeExplanation } from "../render/make-explanation.ts"

/** One square, of this effect on average. */
function square(effect: number, wanted: Parameters<typeof withEvidence>[1] = {}) {
  return withEvidence(makeExplanation({ effects: [effect] }), wanted)
}

describe("the verdict on an effect on average", () => {
  it("supports or opposes where it is beyond the floor and its interval does not hold zero", () => {
    expect(regionVerdict(square(0.05, { half: 0.02, floor: 0.01 }), 0)).toBe("supports")
    expect(regionVerdict(square(-0.05, { half: 0.02, floor: 0.01 }), 0)).toBe("opposes")
  })

  it("is none under the floor, with an interval that holds zero, and for zero itself", () => {
    expect(regionVerdict(square(0.05, { half: 0.02, floor: 0.06 }), 0)).toBe("none")
    expect(regionVerdict(square(0.05, { half: 0.06, floor: 0.01 }), 0)).toBe("none")
    expect(regionVerdict(square(0.05, { half: 0.05, floor: 0.01 }), 0)).toBe("none")
    expect(regionVerdict(square(0, { half: 0, floor: 0 }), 0)).toBe("none")
  })

  it("depends where two fills say different things and lie too far apart for chance", () => {
    // Deviations are 0.01645 / 1.6449 = 0.01 each, so that 3.5 of their difference are 0.0495.
    const apart = { half: 0.01645, floor: 0.001 }
    expect(regionVerdict(square(0.02, { ...apart, perFill: [[0.06], [-0.02]] }), 0)).toBe("depends")
    expect(regionVerdict(square(0.02, { ...apart, perFill: [[0.05], [0.001]] }), 0)).toBe("supports")
    // Both support, however far apart.
    expect(regionVerdict(square(0.02, { ...apart, perFill: [[0.5], [0.1]] }), 0)).toBe("supports")
    // Apart, but less than the floor.
    expect(regionVerdict(square(0.02, { half: 0.001, floor: 0.1, perFill: [[0.06], [-0.02]] }), 0)).toBe("none")
  })
})

describe("the verdict on an effect alone", () => {
  const alone = (effects: readonly (number | null)[], others: readonly (readonly (number | null)[])[] = []) => {
    const top = effects.map(() => null)
    const fields = { effects, top, ...(others.length === 0 ? {} : { otherFills: others }) }
    const record = withEvidence(makeExplanation({ effects: effects.map((effect) => effect ?? 0) }), {
      floorAlone: 0.03,
      alone: fields,
    })
    return { ...record, design: "one-at-a-time" as const }
  }

  it("goes by the floor", () => {
    const record = alone([0.05, -0.05, 0.02])
    expect([0, 1, 2].map((region) => regionVerdict(record, region))).toEqual(["supports", "opposes", "none"])
  })

  it("depends where another fill has the other sign beyond the floor", () => {
    expect(regionVerdict(alone([0.05], [[-0.05]]), 0)).toBe("depends")
    expect(regionVerdict(alone([0.05], [[-0.02]]), 0)).toBe("supports")
  })

  it("is unknown where the region was not hidden alone", () => {
    expect(regionVerdict(alone([0.05, null]), 1)).toBe("unknown")
  })
})

it("is unknown without evidence, without a value, and for regions that were shown alone", () => {
  const plain = makeExplanation({ effects: [0.5] })
  expect(regionVerdict(plain, 0)).toBe("unknown")
  expect(regionVerdict({ ...square(0.5), effects: [Number.NaN] }, 0)).toBe("unknown")
  expect(regionVerdict({ ...square(0.5), design: "all-but-one" }, 0)).toBe("unknown")
})

it("refuses a region that is not there", () => {
  expect(() => regionVerdict(square(0.5), 1)).toThrow(new RangeError("region must be from 0 to 0, got 1"))
})

describe("by how much an effect may be off", () => {
  it("is half the interval on average, the floor alone, and unknown without evidence", () => {
    const record = square(0.5, { half: 0.125, floorAlone: 0.03 })
    expect(halfInterval(record, 0)).toBe(0.125)
    expect(halfInterval({ ...record, design: "one-at-a-time" }, 0)).toBe(0.03)
    expect(halfInterval({ ...record, design: "all-but-one" }, 0)).toBeUndefined()
    expect(halfInterval(makeExplanation({ effects: [0.5] }), 0)).toBeUndefined()
    expect(halfInterval(record, 1)).toBeUndefined()
  })
})

describe("fills that agree", () => {
  const fills = [{ name: "blur" }, { name: "image-mean" }, { name: "cell-mean" }]

  it("are those that are measurable and have the sign of the whole", () => {
    const record = square(0.05, { fills, half: 0.02, floor: 0.01, perFill: [[0.06], [0.01], [-0.06]] })
    expect(agreeingFills(record, 0)).toEqual({ agree: 1, of: 3 })
    expect(agreeingFills({ ...record, effects: [-0.05] }, 0)).toEqual({ agree: 1, of: 3 })
  })

  it("cannot be counted with one fill, and for effects alone", () => {
    expect(agreeingFills(square(0.05, { fills: [{ name: "blur" }] }), 0)).toBeUndefined()
    expect(agreeingFills({ ...square(0.05), design: "one-at-a-time" }, 0)).toBeUndefined()
  })
})
