import { describe, expect, test } from "vitest"
import { findPairs } from "../../src/evidence/find-pairs.ts"
import type { RegionId } from "../../src/types.ts"
import { closedAsk } from "./closed-ask.ts"

/** The parts of the score that are lost with these regions hidden. */
type Loss = (isHidden: (id: RegionId) => boolean) => number

const find = (loss: Loss, options: Partial<Parameters<typeof findPairs>[1]> = {}) => {
  const { ask, calls } = closedAsk({ ofSet: (hidden) => 0.75 - loss((id) => hidden.includes(id)) })
  const found = findPairs(ask, { candidates: [4, 1, 2], alone: [], untouched: 0.75, floor: 0.0625, ...options })
  return found.then((result) => ({ ...result, calls }))
}

describe("findPairs", () => {
  test("finds two regions of which either is enough", async () => {
    const { pairs, asked } = await find((isHidden) => (isHidden(1) && isHidden(4) ? 0.5 : 0))
    expect(pairs).toEqual([{ regions: [1, 4], together: 0.5, alone: [0, 0] }])
    // Three regions alone and three pairs.
    expect(asked).toBe(6)
  })

  test("is silent where effects add up, or where both are needed together", async () => {
    expect((await find((isHidden) => (isHidden(1) ? 0.25 : 0) + (isHidden(4) ? 0.25 : 0))).pairs).toEqual([])
    expect((await find((isHidden) => (isHidden(1) || isHidden(4) ? 0.5 : 0))).pairs).toEqual([])
  })

  test("takes effects that are known from the list, and asks for the others", async () => {
    const alone = [9, 0.125, null, 9, 0]
    const { pairs, asked, calls } = await find((isHidden) => (isHidden(1) && isHidden(4) ? 0.5 : 0), { alone })
    expect(pairs).toEqual([{ regions: [1, 4], together: 0.5, alone: [0.125, 0] }])
    expect(asked).toBe(4)
    expect(calls.map(({ pictures }) => pictures)).toEqual([4])
  })

  test("puts the largest excess first", async () => {
    const loss: Loss = (isHidden) =>
      (isHidden(1) && isHidden(2) ? 0.125 : 0) + (isHidden(1) && isHidden(4) ? 0.25 : 0) + (isHidden(4) ? 0.25 : 0)
    const { pairs } = await find(loss)
    expect(pairs.map(({ regions }) => regions)).toEqual([
      [1, 4],
      [1, 2],
    ])
    expect(pairs[0]).toEqual({ regions: [1, 4], together: 0.5, alone: [0, 0.25] })
  })

  test("counts an excess only beyond the noise of the four scores that it is made of", async () => {
    const loss: Loss = (isHidden) => (isHidden(1) && isHidden(4) ? 0.125 : 0)
    expect((await find(loss, { floor: 0.0859375 })).pairs).toHaveLength(1) // 0.0859375 times the root of 2 is .1215.
    expect((await find(loss, { floor: 0.09375 })).pairs).toEqual([]) // And .1326.
  })

  test("takes no rounding for an excess where no noise was found", async () => {
    // 0.75 - 0.65 is not quite 0.1: both together take more than the sum by 1 part in 10 ^ 16.
    const loss: Loss = (isHidden) => (isHidden(1) ? 0.1 : 0) + (isHidden(4) ? 0.2 : 0) + (isHidden(2) ? 0.3 : 0)
    expect((await find(loss, { floor: 0 })).pairs).toEqual([])
    expect(
      (await find((isHidden) => loss(isHidden) + (isHidden(1) && isHidden(4) ? 1e-5 : 0), { floor: 0 })).pairs,
    ).toHaveLength(1)
  })

  test("is silent where hiding either raises the score and hiding both takes nothing", async () => {
    const loss: Loss = (isHidden) => (isHidden(1) || isHidden(4) ? -0.25 : 0)
    expect((await find(loss)).pairs).toEqual([])
  })

  test("asks nothing where there is no pair", async () => {
    const { ask, calls } = closedAsk({})
    const found = await findPairs(ask, { candidates: [3], alone: [], untouched: 1, floor: 0 })
    expect(found).toEqual({ pairs: [], asked: 0 })
    expect(calls).toEqual([])
  })

  test("refuses a candidate that is named twice", async () => {
    await expect(find(() => 0, { candidates: [1, 2, 1] })).rejects.toThrow(
      new RangeError("candidates must be named once each, got 1, 2, 1"),
    )
  })
})
