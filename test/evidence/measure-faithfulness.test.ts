import { describe, expect, test } from "vitest"
import { faithfulnessCalls, measureFaithfulness } from "../../src/evidence/measure-faithfulness.ts"
import { randomOrder } from "../../src/evidence/reference-orders.ts"
import { random } from "../../src/random.ts"
import { grid } from "../../src/regions/grid.ts"
import type { Image } from "../../src/types.ts"
import { closedAsk } from "./closed-ask.ts"

const image: Image = { width: 4, height: 1, channels: 1, data: Uint8Array.of(10, 20, 30, 40) }
const regions = grid({ rows: 1, columns: 4 })(image)
/** What each of four cells is worth; all together .8. */
const worth = [0.4, 0.1, 0.2, 0.1]
const left = (hidden: readonly number[]): number => hidden.reduce((score, id) => score - worth[id]!, 0.8)
const options = {
  order: [0, 2, 1, 3],
  regions,
  untouched: 0.8,
  scale: "probability",
  hidden: [1, 2],
  fill: { name: "blur" },
  randomOrders: 4,
  seed: 3,
} as const

describe("measureFaithfulness", () => {
  test("follows the score while the first, and while the last of the order are hidden", async () => {
    const { own, hidden, fill, unit } = await measureFaithfulness(closedAsk({ ofSet: left }).ask, options)
    expect(own.mostFirst).toEqual([expect.closeTo(0.4), expect.closeTo(0.2)])
    expect(own.leastFirst).toEqual([expect.closeTo(0.7), expect.closeTo(0.6)])
    // Means .65 and .3, of .8.
    expect(own.gain).toBeCloseTo(0.35 / 0.8, 12)
    expect({ hidden, fill, unit }).toEqual({ hidden: [1, 2], fill: { name: "blur" }, unit: 0.8 })
  })

  test("does the same from the middle outwards", async () => {
    const { centreFirst } = await measureFaithfulness(closedAsk({ ofSet: left }).ask, options)
    // Cells 1, 2, 0, 3.
    expect(centreFirst.mostFirst).toEqual([expect.closeTo(0.7), expect.closeTo(0.5)])
    expect(centreFirst.leastFirst).toEqual([expect.closeTo(0.7), expect.closeTo(0.3)])
    expect(centreFirst.gain).toBeCloseTo(-0.1 / 0.8, 12)
  })

  test("and in random orders, each with its reverse, whose gain is the opposite", async () => {
    const found = await measureFaithfulness(closedAsk({ ofSet: left }).ask, options)
    const next = random(3)
    const order = randomOrder(4, next)
    const again = { ...options, order, randomOrders: 0 }
    const reverse = { ...again, order: order.toReversed() }
    const gainOf = async (given: typeof again): Promise<number> =>
      (await measureFaithfulness(closedAsk({ ofSet: left }).ask, given)).own.gain
    expect(found.random).toHaveLength(4)
    expect(found.random[0]).toBeCloseTo(await gainOf(again), 12)
    expect(found.random[1]).toBeCloseTo(await gainOf(reverse), 12)
    expect(found.random[3]).toBe(0 - found.random[2]!)
  })

  test("asks about as many pictures as it says, in one go, with the fill that it is told", async () => {
    const { ask, calls } = closedAsk({ ofSet: left })
    await measureFaithfulness(ask, { ...options, fillIndex: 2 })
    // Two steps, both ends, of own, centre and two drawn orders.
    expect(calls).toEqual([{ pictures: 16, options: { fill: 2 } }])
    expect(faithfulnessCalls(options)).toBe(16)
  })

  test("hides pixels of the smooth map, where that is asked for", async () => {
    const pixels = { image, paint: () => Uint8Array.of(0), effects: worth }
    // Score: the levels' share of 100. The map 0.4, .1, .2, .1 puts pixel 0 and then 2 first, of the last two pixel 1 first.
    const ofEdits = (edits: readonly { readonly mask?: Uint8Array }[]): number =>
      Array.from(image.data).reduce((sum, level, i) => sum + (edits[0]!.mask![i] === 1 ? 0 : level / 100), 0)
    const { ask, calls } = closedAsk({ ofSet: left, ofEdits })
    const found = await measureFaithfulness(ask, { ...options, untouched: 1, pixels })
    expect(found.pixels?.mostFirst).toEqual([expect.closeTo(0.9), expect.closeTo(0.6)])
    expect(found.pixels?.leastFirst).toEqual([expect.closeTo(0.6), expect.closeTo(0.4)])
    expect(calls.map(({ pictures }) => pictures)).toEqual([16, 4])
    expect(faithfulnessCalls({ ...options, pixels })).toBe(20)
  })

  test("gives gains in points where the score has no natural zero", async () => {
    const logit = closedAsk({ ofSet: (hidden) => left(hidden) - 1 })
    const { own, unit } = await measureFaithfulness(logit.ask, { ...options, untouched: -0.2, scale: "logit" })
    expect(unit).toBe(1)
    expect(own.gain).toBeCloseTo(0.35, 12)
  })

  test("refuses orders and steps that cannot be", async () => {
    const { ask } = closedAsk({})
    await expect(measureFaithfulness(ask, { ...options, order: [0, 2, 2, 3] })).rejects.toThrow(
      new RangeError("order must name each of 4 regions once, got 3 of them in 4"),
    )
    await expect(measureFaithfulness(ask, { ...options, hidden: [1, 5] })).rejects.toThrow(
      new RangeError("hidden must be steps from 1 to 4 regions, got 5"),
    )
    await expect(measureFaithfulness(ask, { ...options, hidden: [] })).rejects.toThrow(RangeError)
    await expect(measureFaithfulness(ask, { ...options, randomOrders: 3 })).rejects.toThrow(
      new RangeError("random orders must be an even number from 0 up, got 3"),
    )
  })
})
