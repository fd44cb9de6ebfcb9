import { describe, expect, test } from "vitest"
import { hiddenPixels } from "../../src/evidence/hidden-pixels.ts"
import { largestPixels } from "../../src/evidence/largest-pixels.ts"
import { imageMeanFill } from "../../src/fills/image-mean.ts"
import { applyEdits } from "../../src/image/apply-edits.ts"
import { grid } from "../../src/regions/grid.ts"
import type { Image } from "../../src/types.ts"

describe("largestPixels", () => {
  test("marks the largest values, signs included, of equal ones the first", () => {
    const largest = largestPixels(Float64Array.of(1, 10, -20, 9, 9, 9))
    expect(Array.from(largest(1))).toEqual([0, 1, 0, 0, 0, 0])
    expect(Array.from(largest(3))).toEqual([0, 1, 0, 1, 1, 0])
    expect(Array.from(largest(5))).toEqual([1, 1, 0, 1, 1, 1])
    expect(Array.from(largest(6))).toEqual([1, 1, 1, 1, 1, 1])
    expect(Array.from(largest(0))).toEqual([0, 0, 0, 0, 0, 0])
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
