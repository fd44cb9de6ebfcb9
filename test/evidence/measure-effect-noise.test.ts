import { describe, expect, test } from "vitest"
import { changedPictures } from "../../src/evidence/changed-pictures.ts"
import { type EffectNoiseOptions, measureEffectNoise } from "../../src/evidence/measure-effect-noise.ts"
import { measureNoise } from "../../src/evidence/measure-noise.ts"
import { type FillOption, resolveFill } from "../../src/fills/resolve-fill.ts"
import { applyEdits } from "../../src/image/apply-edits.ts"
import { grid } from "../../src/regions/grid.ts"
import type { Edit, Image } from "../../src/types.ts"
import { closedAsk } from "./closed-ask.ts"

const image: Image = { width: 3, height: 1, channels: 1, data: Uint8Array.of(100, 140, 60) }
const regions = grid({ rows: 1, columns: 3 })(image)
/** A hundredth of the sum of the levels, and one more than that for the lightest pixel. */
const score = (edits: readonly Edit[]): number => {
  const { data } = applyEdits(image, edits)
  return (data[0]! + data[1]! + data[2]! + Math.max(...data)) / 100
}
const checks = ["level-up", "shift-left"] as const

async function measure({ fill = 0, ...other }: Partial<EffectNoiseOptions> & { readonly fill?: FillOption } = {}) {
  const closed = closedAsk({ ofEdits: score })
  const changed = changedPictures(image, { fill: resolveFill(fill), seed: 1 })
  const { noise } = await measureNoise(closed.ask, { changed, untouched: 4.4, masks: 100, checks })
  const found = await measureEffectNoise(closed.ask, {
    ...{ noise, changed, regions },
    // Hidden by 0: 440 without 100; 140 and its lead of 40; 60.
    effects: [1, 1.8, 0.6],
    perChange: 3,
    ...other,
  })
  return { before: noise, again: found?.again, floor: found?.floor, calls: closed.calls }
}

describe("measureEffectNoise", () => {
  test("hides regions alone in the changed pictures", async () => {
    const { again, calls } = await measure()
    expect(calls.at(-1)).toEqual({ pictures: 6, options: undefined })
    const found = [...again!].sort(
      (a, b) => checks.indexOf(a.name as "level-up") - checks.indexOf(b.name as "level-up") || a.region - b.region,
    )
    // One level up: 101, 141, 61. Half a pixel to the left: 120, 100, 60, whose lightest is now the first.
    expect(found.map(({ name, region }) => [name, region])).toEqual([
      ["level-up", 0],
      ["level-up", 1],
      ["level-up", 2],
      ["shift-left", 0],
      ["shift-left", 1],
      ["shift-left", 2],
    ])
    for (const [i, effect] of [1.01, 1.81, 0.61, 1.4, 1, 0.6].entries())
      expect(found[i]!.effect).toBeCloseTo(effect, 12)
  })

  test("takes the floor from how far effects moved, not from the scores", async () => {
    const { floor, before } = await measure()
    // They moved by .01, .01, .01, .4, -.8 and 0: three times their root mean square.
    expect(floor).toBeCloseTo(3 * Math.sqrt((3 * 0.0001 + 0.16 + 0.64) / 6), 12)
    expect(floor).not.toBeCloseTo(before.alone, 3)
  })

  test("hides regions together with others, where that is asked for", async () => {
    const together = [
      [0, 1],
      [0, 1],
      [1, 2],
    ]
    const { again } = await measure({ together, effects: [2.8, 2.8, 2.4], changes: ["level-up"] })
    // One level up: 101 + 141 + 61 and the lightest, 141. Without the first two 61 twice is left, without the last two 101 twice.
    const expected = [0, 1, 2].map((region) => [region, region === 2 ? 4.44 - 2.02 : 4.44 - 1.22])
    for (const [region, effect] of expected)
      expect(again!.find((one) => one.region === region)!.effect).toBeCloseTo(effect!, 12)
  })

  test("is no smaller than the least size of an effect", async () => {
    expect((await measure({ least: 7 })).floor).toBe(7)
  })

  test("is zero where each region counts on its own, whatever the scores do", async () => {
    // The level of the first pixel, up or down with the whole picture when all but it changes.
    const flat: Image = { ...image, data: Uint8Array.of(50, 50, 50) }
    const brighter: Image = { ...image, data: Uint8Array.of(50, 90, 90) }
    const ofEdits = (edits: readonly Edit[]): number => {
      const { data } = applyEdits(flat, edits)
      return data[0]! / 100 + (data[1] === 90 || data[2] === 90 ? 5 : 0)
    }
    const { ask } = closedAsk({ ofEdits })
    const changed = changedPictures(flat, { fill: resolveFill(0), seed: 0, otherFilter: brighter })
    const { noise } = await measureNoise(ask, {
      changed,
      untouched: 0.5,
      masks: 4,
      checks: ["other-filter"],
    })
    expect(noise.alone).toBeGreaterThan(5)
    const found = await measureEffectNoise(ask, {
      ...{ changed, noise, regions, effects: [0.5, 0, 0], perChange: 3 },
    })
    expect(found!.floor).toBeCloseTo(0, 12)
  })

  test("hides with the fill of the changed picture", async () => {
    const { again } = await measure({ fill: "image-mean" })
    // One level up the mean is 101, which the first pixel has already; the mean of the untouched picture, 100, would take .01.
    expect(again!.find(({ name, region }) => name === "level-up" && region === 0)!.effect).toBe(0)
  })

  test("hides other regions in each changed picture", async () => {
    const { again } = await measure({ perChange: 1 })
    const [one, other] = again!
    expect(again).toHaveLength(2)
    expect(one!.region).not.toBe(other!.region)
  })

  test("keeps four times what the same pixels differ by", async () => {
    const { floor } = await measure({
      noise: { checks: [{ name: "level-up", score: 4.44 }], repeat: 1, alone: 9, average: 9 },
    })
    expect(floor).toBe(4)
  })

  test("takes only regions whose effect is known, in turn", async () => {
    const { again } = await measure({ effects: [null, 1.8, null], perChange: 2 })
    expect(again!.map(({ region }) => region)).toEqual([1, 1])
  })

  test("says nothing where no effect is known", async () => {
    const { floor, calls } = await measure({ effects: [null, null, null] })
    expect(floor).toBeUndefined()
    expect(calls, "only the pictures of the score's own noise").toHaveLength(1)
  })
})
