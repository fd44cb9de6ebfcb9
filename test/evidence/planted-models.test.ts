import { describe, expect, test } from "vitest"
import { askFor } from "../../src/asking/ask.ts"
import { createAsk } from "../../src/asking/create-ask.ts"
import { changedPictures } from "../../src/evidence/changed-pictures.ts"
import { compareShifted } from "../../src/evidence/compare-shifted.ts"
import { findMissingness } from "../../src/evidence/find-missingness.ts"
import { measureNoise } from "../../src/evidence/measure-noise.ts"
import { randomOrder } from "../../src/evidence/reference-orders.ts"
import { resolveFill } from "../../src/fills/resolve-fill.ts"
import { random } from "../../src/random.ts"
import { grid } from "../../src/regions/grid.ts"
import { shiftedGrid } from "../../src/regions/shifted-grid.ts"
import type { RegionId, Regions, Segmenter } from "../../src/types.ts"
import { type Planted, plantedModels } from "./planted-models.ts"

const seeds = Array.from({ length: 20 }, (_, seed) => seed)
const fills = ["blur", "cell-mean", "image-mean"] as const
const blur = 0
const cells: readonly RegionId[] = Array.from({ length: 64 }, (_, id) => id)

function askOf({ image, model }: Planted, segment: Segmenter = grid(8)) {
  const regions: Regions = segment(image)
  const painters = fills.map((name) => resolveFill(name).prepare(image, { seed: 0 }))
  const targets = [{ scoreOf: (row: ArrayLike<number>) => row[0]! }]
  return { regions, ask: askFor(createAsk(model, { image, regions, painters, targets, batchSize: 8 }), 0) }
}

/** Falls of the score of "thing", the noise floor, and what the answer was. */
async function look(planted: Planted, { fill = blur }: { readonly fill?: number } = {}) {
  const { ask, regions } = askOf(planted)
  const [whole, nothing] = await ask([{ hidden: [] }, { hidden: cells }], { fill })
  const changed = changedPictures(planted.image, { fill: resolveFill(0), seed: 0 })
  const { noise } = await measureNoise(ask, { changed, untouched: whole!.score, masks: 190 })
  const alone = await ask(
    cells.map((id) => ({ hidden: [id] })),
    { fill },
  )
  const effects = alone.map(({ score }) => whole!.score - score)
  return { ask, regions, whole: whole!, nothing: nothing!, noise, effects }
}

function model(name: string) {
  return plantedModels.find((one) => one.name === name)!
}

describe.each(plantedModels)("the planted model $name", ({ make }) => {
  test("is the same for the same seed, and another for another", () => {
    expect(make(4).image).toEqual(make(4).image)
    expect(make(4).truth).toEqual(make(4).truth)
    expect(make(4).image).not.toEqual(make(5).image)
  })

  test("says in numbers what is true: deciding cells hidden alone take what they are said to, others less than the noise", async () => {
    for (const seed of seeds) {
      const planted = make(seed)
      const { finding, cells: deciding, alone } = planted.truth
      const { effects, noise, whole } = await look(planted)
      if (finding !== "nothing") expect(whole.best.label).toBe("thing")
      for (const id of cells)
        if (deciding.includes(id)) expect(Math.abs(effects[id]! - alone)).toBeLessThan(0.02)
        else expect(Math.abs(effects[id]!)).toBeLessThanOrEqual(noise.alone)
      if (alone > 0) expect(noise.alone).toBeLessThan(alone / 20)
    }
  })

  test("has the smallest sets that it is said to have", async () => {
    for (const seed of seeds) {
      const planted = make(seed)
      const { truth } = planted
      if (truth.enough === undefined || truth.needed === undefined) continue
      const { ask } = askOf(planted)
      const others = cells.filter((id) => !truth.cells.slice(0, truth.enough).includes(id))
      const [enough, needed, short, kept] = await ask([
        { hidden: others },
        { hidden: truth.cells.slice(0, truth.needed) },
        { hidden: [...others, truth.cells[0]!] },
        { hidden: truth.cells.slice(0, truth.needed - 1) },
      ])
      expect([enough, needed, short, kept].map((one) => one!.best.label)).toEqual([
        "thing",
        "nothing",
        "nothing",
        "thing",
      ])
    }
  })
})

describe("what is special of a planted model", () => {
  test("either of two corners: both hidden take what neither takes alone", async () => {
    for (const seed of seeds) {
      const planted = model("either-of-two-corners").make(seed)
      const { ask } = askOf(planted)
      const [whole, both] = await ask([{ hidden: [] }, { hidden: planted.truth.cells }])
      expect(planted.truth.cells).toHaveLength(2)
      expect(whole!.score - both!.score).toBeGreaterThan(0.59)
    }
  })

  test("watermark: the score goes by the mark, whatever the rest", async () => {
    for (const seed of seeds) {
      const planted = model("watermark").make(seed)
      const { ask } = askOf(planted)
      const mark = planted.truth.cells[0]!
      const [only] = await ask([{ hidden: cells.filter((id) => id !== mark) }])
      expect(only!.best.label).toBe("thing")
    }
  })

  test("grey patches: any cell hidden by one colour takes nearly all, and the alarm sounds; with blur it does not", async () => {
    for (const seed of seeds) {
      const planted = model("grey-patches").make(seed)
      const { ask, regions } = askOf(planted)
      const next = random(seed)
      const half = Array.from({ length: 24 }, () => ({ hidden: randomOrder(64, next).slice(0, 32) }))
      for (const [fillIndex, name] of fills.entries()) {
        const { effects, whole } = await look(planted, { fill: fillIndex })
        if (fillIndex !== blur) expect(Math.min(...effects)).toBeGreaterThan(0.89 * whole.score)
        const answers = await ask(half, { fill: fillIndex })
        const hidden = answers.map(({ best }, i) => ({
          fill: fillIndex,
          share: half[i]!.hidden.length / regions.list.length,
          best,
        }))
        const row = [0, 1, 2, 3, 4].map((index) => ({ index, label: "", score: 0 }))
        const found = findMissingness(hidden, { untouched: row, fillIndex, fill: { name } })
        expect(found.alarm).toBe(fillIndex !== blur)
        if (found.alarm) expect(found.odd).toEqual({ index: 7, label: "grey patches", count: found.pictures })
      }
    }
  })

  test("texture everywhere: half of the cells keep the score, fewer do not", async () => {
    for (const seed of seeds) {
      const planted = model("texture-everywhere").make(seed)
      const { ask } = askOf(planted)
      const [whole, half, quarter] = await ask(
        [0, 32, 48].map((count) => ({ hidden: cells.filter((id) => (id * 37) % 64 < count) })),
      )
      expect(whole!.score - half!.score).toBeLessThan(0.02)
      expect(whole!.score - quarter!.score).toBeGreaterThan(0.29)
    }
  })

  test("constant: no floor and no effects", async () => {
    const { noise, effects } = await look(model("constant").make(1))
    expect(noise).toMatchObject({ repeat: 0, alone: 0, average: 0 })
    expect(new Set(effects)).toEqual(new Set([0]))
  })

  test("random: the same pixels give the same score, any other picture another", async () => {
    const { noise, effects } = await look(model("random").make(1))
    expect(noise.repeat).toBe(0)
    expect(new Set(effects).size).toBe(64)
  })

  test.each(["one-corner", "two-corners-together", "watermark"])(
    "%s: nothing vanishes when the grid is shifted",
    async (name) => {
      for (const seed of seeds) {
        const planted = model(name).make(seed)
        const { regions, effects, noise, whole } = await look(planted)
        const second = askOf(planted, (image) => shiftedGrid(grid(8)(image)))
        const found = await compareShifted(second.ask, {
          regions,
          effects,
          shifted: second.regions,
          untouched: whole.score,
          floor: noise.alone,
        })
        expect(found.vanished).toEqual([])
      }
    },
  )
})
