import { describe, expect, test } from "vitest"
import { explain, featureMask, functionModel, grid, type Image, type Regions, slidingWindow } from "../../src/index.ts"
import { recordBounds } from "../../src/report/record-bounds.ts"

/** Four pixels in a row; the model is never to be asked in vain. */
const line: Image = { width: 4, height: 1, channels: 1, data: Uint8Array.of(1, 2, 3, 4) }
let asked = 0
const model = functionModel((images) => {
  asked += images.length
  return images.map(() => [0.5])
})

const box = (left: number, width: number) => ({ left, top: 0, width, height: 1 })
const size = { width: 4, height: 1 }
const mask = (list: Regions["list"], layout: Regions["layout"] = { kind: "mask" }): Regions => ({ size, layout, list })
const halves = [
  { id: 0, box: box(0, 2) },
  { id: 1, box: box(2, 2) },
]

/** What a caller's own segmenter may get wrong. */
const wrong: readonly (readonly [string, Regions, string])[] = [
  ["no region", mask([]), "a picture must have at least one region, got none"],
  [
    "more regions than a record can hold",
    mask(Array.from({ length: recordBounds.list + 1 }, (_, id) => ({ id, box: box(0, 4) }))),
    "a picture can have at most 65536 regions, got 65537",
  ],
  [
    "another picture's size",
    { ...mask(halves), size: { width: 8, height: 1 } },
    "regions must be of the picture that was given, 4 x 1 pixels, got 8 x 1",
  ],
  [
    "ids from 1",
    mask(halves.map(({ id, ...rest }) => ({ id: id + 1, ...rest }))),
    "the id of region 0 must be its place, 0, got 1",
  ],
  [
    "the same id twice",
    mask(halves.map((half) => ({ ...half, id: 0 }))),
    "the id of region 1 must be its place, 1, got 0",
  ],
  [
    "a box beyond the edge",
    mask([halves[0]!, { id: 1, box: box(2, 3) }]),
    "the box of region 1 must lie in the picture, 4 x 1 whole pixels, got 3 x 1 at 2, 0",
  ],
  [
    "a box before the edge",
    mask([{ id: 0, box: box(-1, 3) }, halves[1]!]),
    "the box of region 0 must lie in the picture, 4 x 1 whole pixels, got 3 x 1 at -1, 0",
  ],
  [
    "half pixels",
    mask([{ id: 0, box: box(0, 1.5) }, halves[1]!]),
    "the box of region 0 must lie in the picture, 4 x 1 whole pixels, got 1.5 x 1 at 0, 0",
  ],
  ["an empty box", mask([{ id: 0, box: box(0, 0) }, halves[1]!]), "the box of region 0 must lie in the picture"],
  [
    "a mask of another size",
    mask([{ ...halves[0]!, mask: Uint8Array.of(1) }, halves[1]!]),
    "the mask of region 0 must have one value per pixel, 2, got 1",
  ],
  [
    "an empty mask",
    mask([{ ...halves[0]!, mask: Uint8Array.of(0, 0) }, halves[1]!]),
    "the mask of region 0 must hold at least one pixel, got none",
  ],
  [
    "a mask of levels",
    mask([{ ...halves[0]!, mask: Uint8Array.of(1, 255) }, halves[1]!]),
    "the mask of region 0 must be made of 0 and 1, got 255",
  ],
  ["a pixel in no region", mask([halves[0]!]), "regions must cover the whole picture, got none at pixel 2, 0"],
  [
    "a pixel in two boxes",
    mask([{ id: 0, box: box(0, 3) }, halves[1]!]),
    "regions must not overlap, got pixel 2, 0 in regions 0 and 1",
  ],
  [
    "a pixel in two masks",
    mask([
      { id: 0, box: box(0, 4), mask: Uint8Array.of(1, 1, 1, 0) },
      { id: 1, box: box(0, 4), mask: Uint8Array.of(0, 0, 1, 1) },
    ]),
    "regions must not overlap, got pixel 2, 0 in regions 0 and 1",
  ],
  [
    "fewer regions than a grid has cells",
    mask(halves, { kind: "grid", rows: 1, columns: 3 }),
    "a grid of 1 rows and 3 columns must have 3 regions, got 2",
  ],
]

describe("regions of a caller's own", () => {
  test.each(wrong)("are refused for %s, before the model is asked", async (_, regions, problem) => {
    asked = 0
    await expect(explain(model, line, { regions: () => regions })).rejects.toThrow(problem)
    await expect(explain(model, line, { regions: () => regions })).rejects.toThrow(RangeError)
    expect(asked).toBe(0)
  })

  test.each([
    ["a grid", grid({ rows: 1, columns: 4 })],
    ["masks", featureMask([7, 3, 3, 7])],
    ["windows, which may overlap", slidingWindow({ size: { width: 2, height: 1 }, stride: 1 })],
    ["boxes of one's own", () => mask(halves)],
  ])("are taken where they are right: %s", async (_, regions) => {
    expect((await explain(model, line, { regions, evidence: "none" })).asked).toBeGreaterThan(2)
  })
})
