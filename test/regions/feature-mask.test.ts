import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { featureMask } from "../../src/regions/feature-mask.ts"
import { recordRegions } from "../../src/regions/record-regions.ts"
import { coverage } from "./coverage.ts"

const picture = (width: number, height: number) =>
  ({ width, height, channels: 1, data: new Uint8Array(width * height) }) as const

describe("featureMask", () => {
  test("makes one region a label, ordered by label, with gaps and negative labels allowed", () => {
    const labels = [
      [5, 5, 0],
      [5, -2, 0],
    ].flat()
    const { list } = featureMask(labels)(picture(3, 2))
    expect(list).toEqual([
      { id: 0, box: { left: 1, top: 1, width: 1, height: 1 }, mask: Uint8Array.of(1) },
      { id: 1, box: { left: 2, top: 0, width: 1, height: 2 }, mask: Uint8Array.of(1, 1) },
      { id: 2, box: { left: 0, top: 0, width: 2, height: 2 }, mask: Uint8Array.of(1, 1, 1, 0) },
    ])
  })

  test("is written down as run lengths of region numbers", () => {
    const regions = featureMask([7, 7, 3, 3, 3, 7])(picture(3, 2))
    expect(recordRegions(regions).runs).toEqual([1, 2, 0, 3, 1, 1])
  })

  test("covers every pixel exactly once", () => {
    const labels = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 12, maxLength: 12 })
    fc.assert(
      fc.property(labels, (values) => {
        const regions = featureMask(values)(picture(4, 3))
        expect(coverage(regions).every((times) => times === 1)).toBe(true)
      }),
    )
  })

  test("refuses a mask of another size, and labels that are not whole", () => {
    expect(() => featureMask([1, 2, 3])(picture(2, 2))).toThrow(
      new RangeError("feature mask must have one label per pixel, 2 x 2 = 4, got 3"),
    )
    expect(() => featureMask([1, 2, 0.5, 1])(picture(2, 2))).toThrow(
      new RangeError("feature mask labels must be whole numbers, got 0.5 at pixel 2"),
    )
  })
})
