import { describe, expect, it } from "vitest"
import { fitNumbers } from "../../../src/render/draw/fit-numbers.ts"

describe("fitNumbers", () => {
  const write = (decimals: number): readonly string[] => [decimals === 1 ? "+32.9" : "+33", "0"]
  const limits = { least: 8, most: 18, decimals: 1 }

  it("grows to the most, keeps decimals while they are legible, then drops them, then gives up", () => {
    expect(fitNumbers(write, { width: 300, height: 300 }, limits)).toEqual({
      size: 18,
      texts: ["+32.9", "0"],
      decimals: 1,
    })
    expect(fitNumbers(write, { width: 42, height: 40 }, limits)?.texts).toEqual(["+32.9", "0"])
    expect(fitNumbers(write, { width: 26, height: 40 }, limits)).toMatchObject({ texts: ["+33", "0"], decimals: 0 })
    expect(fitNumbers(write, { width: 12, height: 40 }, limits)).toBeUndefined()
    expect(fitNumbers(write, { width: 300, height: 10 }, limits)).toBeUndefined()
  })

  it("gives every number the size that the widest one can have", () => {
    // "+32.9" is 0.838 + 3 * 0.636 + 0.318 = 3.064 wide, and takes 73 of 100 parts of the square.
    expect(fitNumbers(write, { width: 50, height: 100 }, limits)?.size).toBeCloseTo((0.73 * 50) / 3.064, 9)
  })

  it("keeps room for an edge round the digits", () => {
    const tight = { width: 50, height: 100 }
    expect(fitNumbers(write, tight, { ...limits, edge: 0.3 })?.size).toBeCloseTo((0.73 * 50) / 3.364, 9)
  })
})
