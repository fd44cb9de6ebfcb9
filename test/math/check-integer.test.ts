import { describe, expect, test } from "vitest"
import { checkInteger } from "../../src/math/check-integer.ts"

describe("checkInteger", () => {
  test("passes whole numbers in the range, its ends included", () => {
    expect(() => checkInteger("rows", 1)).not.toThrow()
    expect(() => checkInteger("rows", 9, { most: 9 })).not.toThrow()
    expect(() => checkInteger("class", 0, { least: 0, most: 0 })).not.toThrow()
  })

  test.each([
    [0, {}, "rows must be an integer of at least 1, got 0"],
    [-1, { least: 0 }, "rows must be an integer of at least 0, got -1"],
    [2.5, { most: 3 }, "rows must be an integer from 1 to 3, got 2.5"],
    [4, { most: 3 }, "rows must be an integer from 1 to 3, got 4"],
    [Number.NaN, {}, "rows must be an integer of at least 1, got NaN"],
    [Number.POSITIVE_INFINITY, {}, "rows must be an integer of at least 1, got Infinity"],
    [2 ** 53, {}, "rows must be an integer of at least 1, got 9007199254740992"],
    ["3" as unknown as number, {}, "rows must be an integer of at least 1, got 3"],
  ])("refuses %s of %j", (value, range, message) => {
    expect(() => checkInteger("rows", value, range)).toThrow(new RangeError(message))
  })
})
