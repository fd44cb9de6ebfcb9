import { describe, expect, test } from "vitest"
import { hasNeighbourhoods, neighbourhoodCount, neighbourhoods } from "../../src/regions/neighbourhoods.ts"

describe("regions with those around them", () => {
  const grid = { rows: 6, columns: 7 }
  const all = neighbourhoods(grid)

  test("are the 3 x 3 of which each is the middle", () => {
    // Row 3, column 3 of seven columns.
    expect(all[2 * 7 + 2]).toEqual([8, 9, 10, 15, 16, 17, 22, 23, 24])
  })

  test("lie inside the grid at its edges, and hold the region", () => {
    expect(all[0]).toEqual([0, 1, 2, 7, 8, 9, 14, 15, 16])
    expect(all[41]).toEqual([25, 26, 27, 32, 33, 34, 39, 40, 41])
    for (const [id, around] of all.entries()) expect(around).toContain(id)
  })

  test("are as many different ones as there are places for 3 x 3", () => {
    expect(new Set(all.map((around) => around.join())).size).toBe(neighbourhoodCount(grid))
    expect(neighbourhoodCount({ rows: 8, columns: 8 })).toBe(36)
  })

  test("need a grid of which they are a small part", () => {
    expect(hasNeighbourhoods(undefined)).toBe(false)
    expect(hasNeighbourhoods({ rows: 5, columns: 9 })).toBe(false)
    expect(() => neighbourhoods({ rows: 4, columns: 4 })).toThrow(
      new RangeError("regions with those around them need a grid of at least 6 x 6, got 4 x 4"),
    )
  })
})
