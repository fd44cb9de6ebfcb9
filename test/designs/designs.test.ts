import { describe, expect, test } from "vitest"
import { allButOne } from "../../src/designs/all-but-one.ts"
import { oneAtATime } from "../../src/designs/one-at-a-time.ts"

describe("designs", () => {
  test("one at a time hides each region once, in order", () => {
    expect([...oneAtATime(4)].map(({ hidden }) => hidden)).toEqual([[0], [1], [2], [3]])
  })

  test("all but one begins with everything hidden and shows each region once", () => {
    expect([...allButOne(3)]).toEqual([
      { hidden: [0, 1, 2] },
      { hidden: [1, 2], shown: [0] },
      { hidden: [0, 2], shown: [1] },
      { hidden: [0, 1], shown: [2] },
    ])
  })
})
