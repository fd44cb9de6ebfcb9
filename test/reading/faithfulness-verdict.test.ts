import { describe, expect, it } from "vitest"
import { random } from "../../src/random.ts"
import { faithfulnessVerdict } from "../../src/reading/faithfulness-verdict.ts"
import { faithfulness } from "../render/make-evidence.ts"

describe("whether a map does better than chance", () => {
  // Random gains are 0.1 to 0.5 and their opposites.
  it("holds where it beats every random order", () => {
    expect(faithfulnessVerdict(faithfulness(0.6, 0.3))).toEqual({
      ...{ better: 10, equal: 0, of: 10, beatsCentre: true, holds: true },
    })
  })

  it("holds where few random orders do as well, as they may where one region decides", () => {
    expect(faithfulnessVerdict(faithfulness(0.5))).toMatchObject({ better: 9, equal: 1, holds: true })
    expect(faithfulnessVerdict(faithfulness(0.495))).toMatchObject({ better: 9, equal: 1, holds: true })
  })

  it("does not where many do as well", () => {
    const random = [0.5, -0.5, 0.5, -0.5, 0.5, -0.5, 0.1, -0.1, 0.2, -0.2]
    expect(faithfulnessVerdict({ ...faithfulness(0.5), random })).toMatchObject({ better: 7, equal: 3, holds: false })
  })

  it("does not where one random order does better", () => {
    expect(faithfulnessVerdict(faithfulness(0.45, 0.45))).toEqual({
      ...{ better: 9, equal: 0, of: 10, beatsCentre: false, holds: false },
    })
  })

  it("does not for a constant model, whose gains are all alike", () => {
    expect(faithfulnessVerdict({ ...faithfulness(0, 0), random: [0, 0] })).toEqual({
      ...{ better: 0, equal: 2, of: 2, beatsCentre: false, holds: false },
    })
  })

  it("cannot hold where nothing was compared", () => {
    expect(faithfulnessVerdict({ ...faithfulness(0.6), random: [] })).toMatchObject({ of: 0, holds: false })
  })

  it("comes out by chance 1 time in n + 2, as its description says", () => {
    const next = random(1)
    const gain = (): number => 100 * (next() - 0.5)
    const runs = 20_000
    let held = 0
    for (let run = 0; run < runs; run++) {
      const orders = [gain(), gain()].flatMap((one) => [one, -one])
      if (faithfulnessVerdict({ ...faithfulness(gain()), random: orders }).holds) held++
    }
    expect(held / runs).toBeGreaterThan(1 / 6 - 0.01)
    expect(held / runs).toBeLessThan(1 / 6 + 0.01)
  })
})
