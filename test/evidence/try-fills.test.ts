import { describe, expect, test } from "vitest"
import { openRun } from "../../src/asking/open-run.ts"
import { withFillFirst } from "../../src/asking/with-fill-first.ts"
import { tryFills } from "../../src/evidence/try-fills.ts"
import { functionModel } from "../../src/models/function-model.ts"
import { grid } from "../../src/regions/grid.ts"
import type { Image } from "../../src/types.ts"

/** Two bright columns of a 4 x 2 picture; classes: bright, grey, dark, and what a flat picture is called. */
const image: Image = { width: 4, height: 2, channels: 1, data: Uint8Array.of(200, 200, 90, 90, 200, 200, 90, 90) }
const labels = ["bright", "1", "2", "3", "4", "flat"]

/** Says "bright" by the lightest level, or "flat", with `odd`, where all levels are between `from` and `to`. */
function model({ odd, from, to }: { readonly odd: number; readonly from: number; readonly to: number }) {
  return functionModel(
    (images) =>
      images.map(({ data }) => {
        const isFlat = Array.from(data).every((level) => level >= from && level <= to)
        const bright = Math.max(...data) / 255
        return isFlat ? [0, 0, 0, 0, 0, odd] : [bright, 0.4, 0.04, 0.03, 0.02, 0.01]
      }),
    { labels },
  )
}
const open = (of: Parameters<typeof model>[0], fills: readonly number[]) =>
  openRun(model(of), image, { regions: grid({ rows: 2, columns: 4 }), fills, targets: ["predicted"] })

describe("trying fills", () => {
  test("takes the first that hides, and of which the model makes nothing", async () => {
    const {
      place,
      trials: [trials = []],
    } = await tryFills(await open({ odd: 0.2, from: 0, to: 10 }, [150, 0]))
    // Everything at level 150 is still called bright, at 0 nothing is.
    expect(trials.map(({ everything }) => everything.answer.label)).toEqual(["bright", "flat"])
    expect(place).toBe(1)
    // The left half hidden by 0 leaves 90, the right half 200.
    expect(trials[1]!.halves.map(({ score }) => score)).toEqual([90 / 255, 200 / 255])
  })

  test("passes over one that is surely called an odd thing", async () => {
    expect((await tryFills(await open({ odd: 0.9, from: 0, to: 10 }, [0, 40]))).place).toBe(1)
    expect((await tryFills(await open({ odd: 0.2, from: 0, to: 10 }, [0, 40]))).place, "0.2 is not sure").toBe(0)
  })

  test("takes the least of evils where all fills keep the answer, the first of equals", async () => {
    expect((await tryFills(await open({ odd: 0.9, from: 0, to: 10 }, [150, 160]))).place).toBe(0)
  })
})

describe("a run with another fill in front", () => {
  test("asks with that one by default, and with the others after it", async () => {
    const run = withFillFirst(await open({ odd: 0.9, from: 0, to: 10 }, [150, 0, 100]), 1)
    expect(run.record.fills.map(({ options }) => options!.color)).toEqual([
      [0, 0, 0],
      [150, 150, 150],
      [100, 100, 100],
    ])
    const hidden = [{ hidden: [0, 1, 4, 5] }]
    const scores = await Promise.all([0, 1, 2].map(async (fill) => (await run.ask(hidden, { fill }))[0]!.scores[0]))
    expect(scores).toEqual([90 / 255, 150 / 255, 100 / 255])
    expect(() => run.ask(hidden, { fill: 3 })).toThrow("fill must be from 0 to 2, got 3")
  })

  test("or with that one only", async () => {
    const run = withFillFirst(await open({ odd: 0.9, from: 0, to: 10 }, [150, 0]), 1, { only: true })
    expect(run.subject.fills).toBe(1)
    expect(run.fills).toHaveLength(1)
    expect(() => run.ask([{ hidden: [0] }], { fill: 1 })).toThrow("fill must be from 0 to 0, got 1")
  })
})
