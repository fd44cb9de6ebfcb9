import { afterAll, describe, expect, inject, test } from "vitest"
import { explain } from "../../src/explain.ts"
import type { Explanation } from "../../src/explanation.ts"
import { viewOf } from "../../src/reading/view.ts"
import type { RegionId } from "../../src/types.ts"
import { evidenceWords } from "../../src/words/picture-words.ts"
import { type PlantedTruth, plantedModels } from "./planted-models.ts"

/** Null but for `npm run bench:planted`, which asks for a hundred and prints a table. */
const asked = inject("plantedSeeds")
const seeds = Array.from({ length: asked ?? 3 }, (_, seed) => seed)

/** Squares that one-at-a-time hiding with the mean of the square marks: those that take ten points. */
const MARKED = 0.1

interface Seen {
  readonly truth: PlantedTruth
  readonly record: Explanation
  /** Regions with a measurable effect. */
  readonly measurable: readonly RegionId[]
  /** All that is said, a sentence a line. */
  readonly said: string
  readonly warning: string | undefined
}

const table: string[] = []

describe.each(plantedModels)("of the planted model $name the report", ({ name, make }) => {
  test.each(seeds)("says what is true, seed %i", { timeout: 30_000 }, async (seed) => {
    const { image, model, truth } = make(seed)
    const record = await explain(model, image, { target: 0, seed })
    const { warning, sentences, notes } = evidenceWords(record)
    const seen: Seen = {
      ...{ truth, record, warning: warning?.text },
      measurable: viewOf(record).regions.flatMap(({ verdict }, id) => (verdict === "supports" ? [id] : [])),
      said: [...sentences, ...notes].map(({ text }) => text.replaceAll("\u00a0", " ")).join("\n"),
    }
    expect(viewOf(record).regions.filter(({ verdict }) => ["opposes", "depends"].includes(verdict))).toEqual([])
    expectTruth[truth.finding](seen)

    const plain = await explain(model, image, { target: 0, evidence: "none", method: "one-at-a-time" })
    const marked = effectsOf(plain).filter((effect) => effect > MARKED).length
    if (seed === seeds.at(-1))
      table.push(`| ${name} | ${truth.words} | ${marked} of 64 | ${seen.measurable.length} of 64 |`)
    expectPlain[truth.finding](marked)
  })
})

/** What a report must say of each kind of truth. */
const expectTruth: Readonly<Record<PlantedTruth["finding"], (seen: Seen) => void>> = {
  "one-cell": ({ truth, record, measurable, said, warning }) => {
    expect(measurable).toEqual(truth.cells)
    expect(effectsOf(record)[truth.cells[0]!]).toBeCloseTo(truth.alone, 1)
    expect(record.evidence!.sets).toMatchObject({
      enough: { regions: truth.cells, exact: true, confirmed: true },
      needed: { regions: truth.cells, exact: true, confirmed: true },
    })
    expect(said).toMatch(
      /^Without the square at .*, the model says nothing; with only the square at .* it still says thing/,
    )
    expect(said).toContain("1 of 64 squares has a measurable effect")
    expect(warning).toBeUndefined()
  },
  "either-is-enough": ({ truth, record, measurable, said, warning }) => {
    expect(measurable, "hiding one of them changes nothing").toEqual([])
    expect(truth.cells).toContain(record.evidence!.sets!.enough!.regions[0])
    expect(record.evidence!.sets!.enough!.regions).toHaveLength(1)
    expect(record.evidence!.sets!.needed!.regions).toEqual(truth.cells)
    expect(said).toMatch(/^Without these 2 squares.*, the model says nothing; with only the square at /)
    expect(said).toContain(`Either is enough: hiding ${placeOf(truth.cells[0]!)} and ${placeOf(truth.cells[1]!)}`)
    expect(warning).toBeUndefined()
  },
  "both-are-needed": ({ truth, record, measurable, said, warning }) => {
    expect(measurable).toEqual(truth.cells)
    expect(record.evidence!.sets!.enough!.regions).toEqual(truth.cells)
    expect(truth.cells).toContain(record.evidence!.sets!.needed!.regions[0])
    expect(said).toMatch(
      /^Without the square at .*, the model says nothing; with only these 2 squares it still says thing/,
    )
    expect(warning).toBeUndefined()
  },
  "the-hiding": ({ truth, measurable, record, said, warning }) => {
    expect(record.fills[0]!.name, "colours make grey patches").toBe("blur")
    expect(measurable).toEqual(truth.cells)
    expect(record.evidence!.missingness.map(({ alarm }) => alarm)).toEqual([false, true, true])
    expect(said).not.toContain("grey patches")
    expect(warning).toBeUndefined()
  },
  everywhere: ({ measurable, said }) => {
    expect(measurable, "no square takes anything, alone or with those around it").toEqual([])
    expect(said).not.toContain("faster than")
  },
  nothing: ({ record, measurable, said }) => {
    expect(measurable).toEqual([])
    expect(said).toMatch(
      /^No part of the picture matters|^No single square of 64 matters by itself|^Even with everything hidden/,
    )
    expect(said).not.toContain("faster than")
    expect(record.evidence!.pairs).toEqual([])
  },
}

/** What hiding one square at a time makes of it: how many squares it marks. */
const expectPlain: Readonly<Record<PlantedTruth["finding"], (marked: number) => void>> = {
  "one-cell": (marked) => expect(marked).toBe(1),
  "either-is-enough": (marked) => expect(marked, "the plain grid sees neither").toBe(0),
  "both-are-needed": (marked) => expect(marked).toBe(2),
  "the-hiding": (marked) => expect(marked, "the plain grid marks all").toBe(64),
  everywhere: (marked) => expect(marked, "the plain grid sees nothing").toBe(0),
  nothing: () => undefined,
}

/** The numbers in front; all regions are asked about. */
function effectsOf({ attributions }: Explanation): readonly number[] {
  return attributions[0]!.effects.map((effect) => effect!)
}

function placeOf(id: RegionId): string {
  return `row ${Math.floor(id / 8) + 1}, column ${(id % 8) + 1}`
}

afterAll(() => {
  if (asked === null) return
  const head = ["| model | what is true | one at a time marks | the report finds |", "| --- | --- | --- | --- |"]
  process.stdout.write(`${[...head, ...table].join("\n")}\n`)
})
