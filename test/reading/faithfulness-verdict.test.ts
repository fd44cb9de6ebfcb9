import { describe, expect, it } from "vitest"
import { faithfulnessVerdict } from "../../src/reading/faithfulness-verdict.ts"
import { faithfulness } from "../render/make-evidence.ts"

describe("whether a map does better than chance", () => {
  it("holds where it beats every random order", () => {
    expect(faithfulnessVerdict(faithfulness(0.6, 0.3))).toEqual({ better: 10, of: 10, beatsCentre: true, holds: true })
  })

  it("does not where one random order does as well", () => {
    // Random gains are 0.1 to 0.5 and their opposites.
    expect(faithfulnessVerdict(faithfulness(0.5, 0.3))).toEqual({ better: 9, of: 10, beatsCentre: true, holds: false })
    expect(faithfulnessVerdict(faithfulness(0.25, 0.3))).toEqual({
      better: 7,
      of: 10,
      beatsCentre: false,
      holds: false,
    })
  })

  it("counts an equal gain as no better", () => {
    expect(faithfulnessVerdict(faithfulness(0.6, 0.6)).beatsCentre).toBe(false)
  })

  it("cannot hold where nothing was compared", () => {
    expect(faithfulnessVerdict({ ...faithfulness(0.6), random: [] })).toMatchObject({ of: 0, holds: false })
  })
})
