import { describe, expect, test } from "vitest"
import type { AskOptions, TargetAnswer, TargetAsk } from "../../../src/asking/ask.ts"
import { type FindSetsOptions, findSets } from "../../../src/evidence/sets/find-sets.ts"
import { random } from "../../../src/random.ts"
import type { HiddenSet, RegionId } from "../../../src/types.ts"

/** The score with these regions shown and all others hidden; above one half the answer is kept. */
type Formula = (isShown: (id: RegionId) => boolean, batchSize: number | undefined) => number

interface Asked {
  readonly set: HiddenSet
  readonly batchSize: number | undefined
}

const find = async (formula: Formula, options: Partial<FindSetsOptions> = {}) => {
  const { regions = 9, budget = 100, ...rest } = options
  const asked: Asked[] = []
  const answer = async (sets: readonly HiddenSet[], { batchSize }: AskOptions<TargetAnswer> = {}) => {
    asked.push(...sets.map((set) => ({ set, batchSize })))
    return sets.map(({ hidden, shown = [] }) =>
      answerOf(formula((id) => !hidden.includes(id) || shown.includes(id), batchSize)),
    )
  }
  const ask: TargetAsk = Object.assign(answer, { edits: () => Promise.reject(new Error("this was not to be asked")) })
  const order = Array.from({ length: regions }, (_, id) => id)
  const found = await findSets(ask, { regions, order, holds, budget, seed: 0, ...rest })
  return { ...found, pictures: asked }
}

const holds = ({ score }: TargetAnswer): boolean => score > 0.5
const answerOf = (score: number): TargetAnswer => ({
  score,
  best: { index: score > 0.5 ? 0 : 1, label: score > 0.5 ? "thing" : "nothing", score: Math.max(score, 1 - score) },
})
const found = (regions: readonly RegionId[], score: number) => ({
  ...{ regions, score, answer: answerOf(score).best },
  ...{ exact: true, confirmed: true },
})
const sizes = ({ enough, needed }: Awaited<ReturnType<typeof find>>) => [enough?.regions.length, needed?.regions.length]

describe("findSets", () => {
  test("finds the one region that decides, and says what the model answers then", async () => {
    const { enough, needed } = await find((isShown) => (isShown(5) ? 0.75 : 0.25))
    expect(enough).toEqual(found([5], 0.75))
    expect(needed).toEqual(found([5], 0.25))
  })

  test("finds that either of two is enough, and that both must be hidden", async () => {
    const { enough, needed } = await find((isShown) => (isShown(2) || isShown(7) ? 0.75 : 0.25))
    expect(enough?.regions).toHaveLength(1)
    expect(needed).toEqual(found([2, 7], 0.25))
  })

  test("finds that two are enough only together, and that hiding one changes the answer", async () => {
    const { enough, needed } = await find((isShown) => (isShown(2) && isShown(7) ? 0.75 : 0.25))
    expect(enough).toEqual(found([2, 7], 0.75))
    expect(needed?.regions).toHaveLength(1)
    expect([2, 7]).toContain(needed?.regions[0])
  })

  test("finds what is needed where hiding more brings the answer back", async () => {
    // Both shown or both hidden: the answer is kept.
    const { enough, needed } = await find((isShown) => (isShown(2) === isShown(7) ? 0.75 : 0.25))
    expect(enough).toEqual(found([], 0.75))
    expect(needed?.regions).toHaveLength(1)
    expect([2, 7]).toContain(needed?.regions[0])
  })

  test("needs nothing shown, and can change nothing, where the answer is always the same", async () => {
    const { enough, needed } = await find(() => 0.75)
    expect(enough).toEqual(found([], 0.75))
    expect(needed).toBeNull()
  })

  test("says nothing where the untouched picture has another answer", async () => {
    expect(await find(() => 0.25)).toMatchObject({ enough: null, needed: null, asked: 2 })
  })

  test("finds the smallest sets of any formula over few regions, and says that they are", async () => {
    for (let seed = 0; seed < 40; seed++) {
      const next = random(seed)
      const table = Array.from({ length: 64 }, () => next())
      const formula: Formula = (isShown) =>
        table[[0, 1, 2, 3, 4, 5].reduce((sum, id) => sum + (isShown(id) ? 2 ** id : 0), 0)]!
      table[63] = 0.9
      const { enough, needed } = await find(formula, { regions: 6, budget: 70 })
      const works = (shown: number) => table[shown]! > 0.5
      const masks = [...table.keys()]
      const smallest = (of: readonly number[]) => Math.min(...of.map(bits))
      expect(enough).toMatchObject({ exact: true, confirmed: true })
      expect(enough?.regions).toHaveLength(smallest(masks.filter(works)))
      expect(needed).toMatchObject({ exact: true, confirmed: true })
      expect(needed?.regions).toHaveLength(smallest(masks.filter((hidden) => !works(63 - hidden))))
    }
  })

  test("does not call a size exact while smaller sets were not asked about", async () => {
    // Any 20 of 64 regions: 35 alone could not be counted out.
    const shown = (isShown: (id: RegionId) => boolean) =>
      Array.from({ length: 64 }, (_, id) => isShown(id)).filter(Boolean).length
    const result = await find((isShown) => shown(isShown) / 39, { regions: 64, budget: 120 })
    expect(sizes(result)).toEqual([20, 45])
    expect(result.enough?.exact).toBe(false)
    expect(result.needed?.exact).toBe(false)
  })

  test("finds two regions that the order puts last", async () => {
    const result = await find((isShown) => (isShown(62) && isShown(63) ? 0.75 : 0.25), { regions: 64, budget: 200 })
    expect(sizes(result)).toEqual([2, 1])
  })

  test("asks about no picture twice but to confirm, and never more than it may", async () => {
    for (const budget of [4, 7, 30, 100]) {
      const formula: Formula = (isShown) => [1, 3, 4, 8, 20, 40].filter(isShown).length / 8
      const { pictures, asked } = await find(formula, { regions: 64, budget })
      expect(pictures).toHaveLength(asked)
      expect(asked).toBeLessThanOrEqual(budget)
      const searched = pictures.filter(({ batchSize }) => batchSize === undefined)
      expect(new Set(searched.map(({ set }) => set.hidden.join())).size).toBe(searched.length)
      expect(pictures.slice(searched.length).map(({ batchSize }) => batchSize)).toEqual([1, 1])
    }
  })

  test("keeps the best sets that it has when the budget ends", async () => {
    const result = await find((isShown) => [0, 1, 2, 3].filter(isShown).length / 7, { regions: 64, budget: 4 })
    expect(sizes(result)).toEqual([64, 64])
    expect(result).toMatchObject({ enough: { confirmed: true, exact: false }, asked: 4 })
  })

  test("takes what is known for nothing, and learns both questions from each picture", async () => {
    const known = Array.from({ length: 9 }, (_, id) => ({
      set: { hidden: [id] },
      answer: answerOf(id === 5 ? 0.25 : 0.75),
    }))
    const { needed, pictures } = await find((isShown) => (isShown(5) ? 0.75 : 0.25), { known })
    expect(needed).toEqual(found([5], 0.25))
    const searched = pictures.filter(({ batchSize }) => batchSize === undefined)
    expect(searched.filter(({ set }) => set.hidden.length === 1)).toEqual([])
  })

  test("names shown regions where regions share pixels", async () => {
    const { enough, pictures } = await find((isShown) => (isShown(5) ? 0.75 : 0.25), { disjoint: false })
    expect(enough).toEqual(found([5], 0.75))
    expect(pictures).toContainEqual({ set: { hidden: [0, 1, 2, 3, 4, 6, 7, 8], shown: [5] }, batchSize: 1 })
  })

  test("gives the same sets for the same seed", async () => {
    const formula: Formula = (isShown) => [1, 9, 33, 34, 50].filter(isShown).length / 6
    const [one, again] = await Promise.all([7, 7].map((seed) => find(formula, { regions: 64, budget: 60, seed })))
    expect(again).toEqual(one)
  })

  test.each<[Partial<FindSetsOptions>, string]>([
    [{ budget: 3 }, "the budget for sets must be an integer of at least 4, got 3"],
    [{ regions: 3, order: [0, 1, 1] }, "an order must hold each of the 3 regions once, got 0, 1, 1"],
    [{ regions: 3, order: [0, 1] }, "an order must hold each of the 3 regions once, got 0, 1"],
    [{ regions: 3, order: [0, 1, 3] }, "an order must hold each of the 3 regions once, got 0, 1, 3"],
  ])("refuses %j", async (options, message) => {
    await expect(find(() => 0.75, options)).rejects.toThrow(new RangeError(message))
  })
})

describe("a set that falls when it is asked again alone", () => {
  test("gives way to the next one that stands", async () => {
    // Region 2 is enough only in company, region 7 always.
    const formula: Formula = (isShown, batchSize) => (isShown(7) ? 0.75 : isShown(2) && batchSize !== 1 ? 0.875 : 0.25)
    const { enough } = await find(formula)
    expect(enough).toEqual(found([7], 0.75))
  })

  test("grows by the next region of the order where no other is known", async () => {
    // Half of what region 0 gives is gone when it is asked alone.
    const formula: Formula = (isShown, batchSize) =>
      (isShown(0) ? (batchSize === 1 ? 0.25 : 0.625) : 0) + (isShown(1) ? 0.375 : 0)
    const { enough } = await find(formula, { regions: 40, budget: 60 })
    expect(enough).toMatchObject({ regions: [0, 1], score: 0.625, confirmed: true, exact: false })
  })

  test("is reported as not confirmed when no more may be asked", async () => {
    const formula: Formula = (isShown, batchSize) => (isShown(5) && batchSize !== 1 ? 0.75 : 0.25)
    const { enough, needed, asked } = await find(formula, { regions: 9, budget: 30 })
    expect(enough).toMatchObject({ regions: [5], score: 0.75, confirmed: false })
    expect(needed).toMatchObject({ regions: [5], confirmed: true })
    expect(asked).toBeLessThanOrEqual(30)
  })
})

function bits(mask: number): number {
  return mask.toString(2).replaceAll("0", "").length
}
