import { describe, expect, test } from "vitest"
import { compareShifted } from "../../src/evidence/compare-shifted.ts"
import { featureMask } from "../../src/regions/feature-mask.ts"
import { grid } from "../../src/regions/grid.ts"
import { shiftedGrid } from "../../src/regions/shifted-grid.ts"
import { closedAsk } from "./closed-ask.ts"

const image = { width: 6, height: 2, channels: 1, data: new Uint8Array(12) } as const
// Three cells side by side; shifted: two rows of four, the columns at pixels 0, 1-2, 3-4 and 5.
const regions = grid({ rows: 1, columns: 3 })(image)
const shifted = shiftedGrid(regions)
const given = { regions, shifted, untouched: 0.5, floor: 0.1 }
const asking = (effects: readonly number[]) => closedAsk({ ofSet: ([id]) => 0.5 - effects[id!]! })

describe("compareShifted", () => {
  test("hides each shifted cell alone", async () => {
    const { ask, calls } = asking([0, 0.25, 0, 0, 0, 0, 0, -0.25])
    const found = await compareShifted(ask, { ...given, effects: [0, 0, 0] })
    expect(found).toEqual({ rows: 2, columns: 4, effects: [0, 0.25, 0, 0, 0, 0, 0, -0.25], vanished: [] })
    expect(calls).toEqual([{ pictures: 8, options: undefined }])
  })

  test("names cells whose effect no shifted cell over them has", async () => {
    // Column 1 of the second row lies over cells 0 and 1, none of it over cell 2.
    const { ask } = asking([0, 0, 0, 0, 0, 0.125, 0, 0])
    const { vanished } = await compareShifted(ask, { ...given, effects: [0.25, 0.25, 0.25] })
    expect(vanished).toEqual([2])
  })

  test("takes an effect of the other sign, or one under the floor, for none", async () => {
    const { ask } = asking([0.05, 0, 0, -0.25, 0, 0, 0, 0])
    const { vanished } = await compareShifted(ask, { ...given, effects: [0.25, 0, 0.25] })
    expect(vanished).toEqual([0, 2])
    const negative = await compareShifted(ask, { ...given, effects: [0, 0, -0.25] })
    expect(negative.vanished).toEqual([])
  })

  test("says nothing of cells under the floor or not asked about", async () => {
    const { ask } = asking([0, 0, 0, 0, 0, 0, 0, 0])
    const { vanished } = await compareShifted(ask, { ...given, effects: [0.09, null, -0.2] })
    expect(vanished).toEqual([2])
  })

  test("says nothing of a constant model, whose floor is 0", async () => {
    const { ask } = asking([0, 0, 0, 0, 0, 0, 0, 0])
    expect((await compareShifted(ask, { ...given, floor: 0, effects: [0, 0, 0] })).vanished).toEqual([])
    expect((await compareShifted(ask, { ...given, floor: 0, effects: [0, 0.01, 0] })).vanished).toEqual([1])
  })

  test("refuses shifted regions that are no grid", async () => {
    const masks = featureMask(Array.from({ length: 12 }, () => 0))(image)
    await expect(compareShifted(closedAsk({}).ask, { ...given, shifted: masks, effects: [] })).rejects.toThrow(
      new RangeError("shifted regions must be a grid, got mask"),
    )
  })
})
