import { describe, expect, test } from "vitest"
import { hiddenPixels } from "../../src/evidence/hidden-pixels.ts"
import { largestPixels } from "../../src/evidence/largest-pixels.ts"
import { smoothEffects } from "../../src/evidence/smooth-effects.ts"
import { imageMeanFill } from "../../src/fills/image-mean.ts"
import { applyEdits } from "../../src/image/apply-edits.ts"
import { featureMask } from "../../src/regions/feature-mask.ts"
import { grid } from "../../src/regions/grid.ts"
import { slidingWindow } from "../../src/regions/sliding-window.ts"
import type { Image } from "../../src/types.ts"

const blank = (width: number, height: number): Image => ({
  width,
  height,
  channels: 1,
  data: new Uint8Array(width * height),
})

describe("smoothEffects", () => {
  test("goes straight from the middle of one cell to the next, and stays level beyond the outer ones", () => {
    const regions = grid({ rows: 1, columns: 2 })(blank(8, 1))
    // Middles of the cells at 2 and 6; middles of the pixels at .5, 1.5, ...
    expect(Array.from(smoothEffects(regions, [0, 8]))).toEqual([0, 0, 1, 3, 5, 7, 8, 8])
  })

  test("goes both ways at once", () => {
    const map = smoothEffects(grid(2)(blank(4, 4)), [0, 16, 32, 48])
    expect(Array.from(map)).toEqual([
      ...[0, 4, 12, 16], //
      ...[8, 12, 20, 24],
      ...[24, 28, 36, 40],
      ...[32, 36, 44, 48],
    ])
  })

  test("takes the middles of uneven cells and of windows where they are", () => {
    // Cells of 2 and 3 pixels: middles 1 and 3.5.
    expect(Array.from(smoothEffects(grid({ rows: 1, columns: 2 })(blank(5, 1)), [0, 5]))).toEqual([0, 1, 3, 5, 5])
    const windows = slidingWindow({ size: { width: 2, height: 1 }, stride: 1 })(blank(3, 1))
    expect(Array.from(smoothEffects(windows, [0, 4]))).toEqual([0, 2, 4])
  })

  test("refuses masks, which have no neighbours", () => {
    expect(() => smoothEffects(featureMask([0, 1])(blank(2, 1)), [1, 2])).toThrow(
      new RangeError("smooth effects need a grid or windows, got masks"),
    )
  })
})

describe("largestPixels", () => {
  test("marks the largest values, signs included, of equal ones the first", () => {
    const map = Float64Array.of(1, 10, -20, 9, 9, 9)
    expect(Array.from(largestPixels(map, 1))).toEqual([0, 1, 0, 0, 0, 0])
    expect(Array.from(largestPixels(map, 3))).toEqual([0, 1, 0, 1, 1, 0])
    expect(Array.from(largestPixels(map, 5))).toEqual([1, 1, 0, 1, 1, 1])
    expect(Array.from(largestPixels(map, 6))).toEqual([1, 1, 1, 1, 1, 1])
    expect(Array.from(largestPixels(map, 0))).toEqual([0, 0, 0, 0, 0, 0])
  })
})

describe("hiddenPixels", () => {
  const image: Image = { width: 8, height: 1, channels: 1, data: Uint8Array.of(0, 1, 2, 3, 4, 5, 6, 11) }
  const regions = grid({ rows: 1, columns: 4 })(image)
  const paint = imageMeanFill().prepare(image, { seed: 0 })
  const pictures = hiddenPixels(regions, { image, paint, effects: [0, 4, 8, 2], hidden: [1, 2] }).map((edits) =>
    Array.from(applyEdits(image, edits).data),
  )

  test("hide the pixels of the largest smooth effects, as many as so many regions have", () => {
    // The smooth map is 0, 1, 3, 5, 7, 6.5, 3.5, 2; the image mean 4.
    expect(pictures.slice(0, 2)).toEqual([
      [0, 1, 2, 3, 4, 4, 6, 11],
      [0, 1, 2, 4, 4, 4, 4, 11],
    ])
  })

  test("then those of the smallest", () => {
    expect(pictures.slice(2)).toEqual([
      [4, 4, 2, 3, 4, 5, 6, 11],
      [4, 4, 4, 3, 4, 5, 6, 4],
    ])
  })
})
