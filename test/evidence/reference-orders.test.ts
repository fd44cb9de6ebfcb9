import { describe, expect, test } from "vitest"
import { centreFirst, randomOrder } from "../../src/evidence/reference-orders.ts"
import { random } from "../../src/random.ts"
import { grid } from "../../src/regions/grid.ts"

describe("centreFirst", () => {
  test("goes outwards from the middle of the picture, ties by their number", () => {
    const regions = grid(3)({ width: 9, height: 9, channels: 1, data: new Uint8Array(81) })
    expect(centreFirst(regions)).toEqual([4, 1, 3, 5, 7, 0, 2, 6, 8])
  })

  test("measures from the middle of each cell, whatever the cell's size", () => {
    const regions = grid({ rows: 1, columns: 3, split: "original" })({
      width: 8,
      height: 1,
      channels: 1,
      data: new Uint8Array(8),
    })
    expect(regions.list.map(({ box }) => box.width)).toEqual([2, 2, 4])
    // Middles 1, 3 and 6 around 4.
    expect(centreFirst(regions)).toEqual([1, 2, 0])
  })
})

describe("randomOrder", () => {
  test("draws from the end, each place with one of those before it", () => {
    // 4 places: 0.5 swaps the last with place 2, 0 the third with place 0, 0.9 the second with itself.
    const numbers = [0.5, 0, 0.9]
    expect(randomOrder(4, () => numbers.shift()!)).toEqual([3, 1, 0, 2])
  })

  test("names every region once and comes out alike for a seed", () => {
    const order = randomOrder(64, random(5))
    expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: 64 }, (_, id) => id))
    expect(order).toEqual(randomOrder(64, random(5)))
    expect(order).not.toEqual(randomOrder(64, random(6)))
  })
})
