import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { featureMask } from "../../src/regions/feature-mask.ts"
import { grid } from "../../src/regions/grid.ts"
import { recordRegions } from "../../src/regions/record-regions.ts"
import { recordedRegions } from "../../src/regions/recorded-regions.ts"
import { slidingWindow } from "../../src/regions/sliding-window.ts"
import type { Image, Regions } from "../../src/types.ts"

/** What is left of regions once they were written down and read again. */
function readBack(regions: Regions): Regions {
  const source = { left: 0, top: 0, ...regions.size }
  const written = JSON.stringify({ regions: recordRegions(regions), seen: { size: regions.size, source } })
  return recordedRegions(JSON.parse(written) as Parameters<typeof recordedRegions>[0])
}

const picture = (width: number, height: number): Image => ({
  width,
  height,
  channels: 1,
  data: new Uint8Array(width * height),
})

describe("recordedRegions", () => {
  it("gives boxes their numbers", () => {
    const seen = { size: { width: 5, height: 1 }, source: { left: 0, top: 0, width: 5, height: 1 } }
    const boxes = [
      { left: 0, top: 0, width: 2, height: 1 },
      { left: 2, top: 0, width: 3, height: 1 },
    ]
    const layout = { kind: "grid", rows: 1, columns: 2 } as const
    expect(recordedRegions({ regions: { layout, boxes }, seen })).toEqual({
      size: { width: 5, height: 1 },
      layout,
      list: [
        { id: 0, box: boxes[0] },
        { id: 1, box: boxes[1] },
      ],
    })
  })

  it("makes masks of run lengths, each in its own box", () => {
    // 0 1 1
    // 0 0 1
    const seen = { size: { width: 3, height: 2 }, source: { left: 0, top: 0, width: 3, height: 2 } }
    const boxes = [
      { left: 0, top: 0, width: 2, height: 2 },
      { left: 1, top: 0, width: 2, height: 2 },
    ]
    const regions = { layout: { kind: "mask" }, boxes, runs: [0, 1, 1, 2, 0, 2, 1, 1] } as const
    expect(recordedRegions({ regions, seen }).list.map(({ mask }) => Array.from(mask!))).toEqual([
      [1, 0, 1, 1],
      [1, 1, 0, 1],
    ])
  })

  const side = fc.integer({ min: 1, max: 12 })

  it("is the way back from recordRegions, for every grid and window", () => {
    fc.assert(
      fc.property(side, side, side, side, (width, height, a, b) => {
        const [columns, rows] = [Math.min(a, width), Math.min(b, height)]
        for (const segment of [grid({ rows, columns }), slidingWindow({ size: { width: columns, height: rows } })]) {
          const regions = segment(picture(width, height))
          expect(readBack(regions)).toEqual(regions)
        }
      }),
    )
  })

  it("is the way back from recordRegions, for every mask", () => {
    const labels = fc
      .tuple(side, side)
      .chain(([width, height]) =>
        fc
          .array(fc.integer({ min: -2, max: 3 }), { minLength: width * height, maxLength: width * height })
          .map((values) => ({ width, height, values })),
      )
    fc.assert(
      fc.property(labels, ({ width, height, values }) => {
        const regions = featureMask(values)(picture(width, height))
        expect(readBack(regions)).toEqual(regions)
      }),
    )
  })
})
