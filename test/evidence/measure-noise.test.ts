import { describe, expect, test } from "vitest"
import { changedPictures } from "../../src/evidence/changed-pictures.ts"
import { measureNoise, noiseChecks } from "../../src/evidence/measure-noise.ts"
import { resolveFill } from "../../src/fills/resolve-fill.ts"
import { applyEdits } from "../../src/image/apply-edits.ts"
import type { Edit, Image } from "../../src/types.ts"
import { closedAsk } from "./closed-ask.ts"

const image: Image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(100, 140) }
/** A hundredth of the level of the first pixel. */
const first = (edits: readonly Edit[]): number => applyEdits(image, edits).data[0]! / 100
const changed = changedPictures(image, { fill: resolveFill(0), seed: 1 })
const options = { changed, untouched: 1, masks: 100 }

describe("measureNoise", () => {
  test("asks for the same pixels alone and in the second place of a batch, and for every change", async () => {
    const { ask, calls } = closedAsk({ ofEdits: first })
    const { noise, asked } = await measureNoise(ask, options)
    expect(calls).toEqual([
      { pictures: 1, options: { batchSize: 1 } },
      { pictures: 7, options: undefined },
    ])
    expect(asked).toBe(8)
    expect(noise.checks).toEqual([
      { name: "again", score: 1 },
      { name: "shift-left", score: 1.2 },
      { name: "again-in-a-batch", score: 1 },
      { name: "shift-right", score: 1 },
      { name: "shift-up", score: 1 },
      { name: "shift-down", score: 1 },
      { name: "level-up", score: 1.01 },
      { name: "level-down", score: 0.99 },
    ])
  })

  test("takes three times the root mean square of the changes for a region hidden alone", async () => {
    const { noise } = await measureNoise(closedAsk({ ofEdits: first }).ask, options)
    // Changes .2, 0, 0, 0, .01, -.01: the squares add up to .0402.
    const floor = 3 * Math.sqrt(0.0402 / 6)
    expect(noise.repeat).toBe(0)
    expect(noise.alone).toBeCloseTo(floor, 12)
    // The difference of two means of 50 pictures each: 2 / sqrt(100) of it.
    expect(noise.average).toBeCloseTo(floor / 5, 12)
  })

  test("takes four times what the same pixels differ by, where that is more", async () => {
    const batchMatters = closedAsk({ ofEdits: (_edits, { batchSize }) => (batchSize === 1 ? 0.97 : 1) })
    const { noise } = await measureNoise(batchMatters.ask, { ...options, checks: ["again", "again-in-a-batch"] })
    expect(noise.repeat).toBeCloseTo(0.03, 12)
    expect(noise.alone).toBeCloseTo(0.12, 12)
  })

  test("finds a model whose answer depends on the place in the batch", async () => {
    const placeMatters = closedAsk({ ofEdits: (_edits, { index }) => 1 + index / 10 })
    const { noise } = await measureNoise(placeMatters.ask, options)
    expect(noise.repeat).toBeCloseTo(0.1, 12)
  })

  test("counts from the untouched score, too: one that comes out different the second time is noise", async () => {
    const { noise } = await measureNoise(closedAsk({ ofEdits: () => 1 }).ask, {
      ...options,
      untouched: 0.5,
      checks: ["again"],
    })
    expect(noise.repeat).toBe(0.5)
  })

  test("shows the picture of the other filter as it is given", async () => {
    const otherFilter: Image = { ...image, data: Uint8Array.of(103, 140) }
    const { ask } = closedAsk({ ofEdits: first })
    const changed = changedPictures(image, { fill: resolveFill(0), seed: 1, otherFilter })
    const { noise, asked } = await measureNoise(ask, { ...options, changed, checks: ["other-filter"] })
    expect(noise.checks).toEqual([{ name: "other-filter", score: 1.03 }])
    expect(asked).toBe(1)
  })

  test("is zero for a constant model", async () => {
    const { noise } = await measureNoise(closedAsk({ ofEdits: () => 1 }).ask, options)
    expect([noise.repeat, noise.alone, noise.average]).toEqual([0, 0, 0])
  })

  test("refuses a floor for nothing", async () => {
    const { ask } = closedAsk({})
    await expect(measureNoise(ask, { ...options, masks: 0 })).rejects.toThrow(
      new RangeError("a noise floor needs at least 1 mask, got 0"),
    )
  })
})

describe("noiseChecks", () => {
  test("says beforehand what is asked: a picture a name", () => {
    expect(noiseChecks({ changed, checks: ["level-up", "again"] })).toEqual(["again", "level-up"])
    expect(noiseChecks({ changed })).toHaveLength(8)
    expect(noiseChecks({ changed: { hasOtherFilter: true } })).toHaveLength(9)
  })
})
