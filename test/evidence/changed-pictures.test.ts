import { describe, expect, test } from "vitest"
import { changedPictures } from "../../src/evidence/changed-pictures.ts"
import { imageMeanFill } from "../../src/fills/image-mean.ts"
import { grid } from "../../src/regions/grid.ts"
import type { Fill, Image } from "../../src/types.ts"

const image: Image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(100, 140) }
const regions = grid({ rows: 1, columns: 2 })(image)

describe("changedPictures", () => {
  test("makes each picture once", () => {
    const changed = changedPictures(image, { fill: imageMeanFill(), seed: 0 })
    expect(changed.of("level-up").data).toEqual(Uint8ClampedArray.of(101, 141))
    expect(changed.of("level-up")).toBe(changed.of("level-up"))
  })

  test("paints with what the fill makes of the changed picture", () => {
    const changed = changedPictures(image, { fill: imageMeanFill(), seed: 0 })
    expect([...changed.paint("level-up")(regions.list[0]!)]).toEqual([121])
    expect([...changed.paint("level-down")(regions.list[0]!)]).toEqual([119])
  })

  test("keeps what a fill painted that uses its memory again for the next region", () => {
    const memory = new Uint8Array(1)
    const fill: Fill = {
      name: "number",
      options: {},
      prepare:
        () =>
        ({ id }) =>
          memory.fill(id + 1),
    }
    const paint = changedPictures(image, { fill, seed: 0 }).paint("shift-up")
    const painted = regions.list.map(paint)
    expect(painted.map(([level]) => level)).toEqual([1, 2])
  })

  test("shows the picture of the other filter as it is given", () => {
    const otherFilter: Image = { ...image, data: Uint8Array.of(103, 140) }
    expect(changedPictures(image, { fill: imageMeanFill(), seed: 0, otherFilter }).of("other-filter")).toBe(otherFilter)
  })
})
