import { beforeAll, describe, expect, it, test } from "vitest"
import { kinds, levels, picture } from "../../bench/calibration/closed-forms.mjs"
import { judge, shownWithNumber } from "../../bench/calibration/statements.mjs"
import { explain } from "../../src/explain.ts"
import type { Explanation } from "../../src/explanation.ts"

const kind = kinds.find(({ name }) => name === "two squares, either of them enough")!
const form = { ...kind.make(0), noise: kind.noise }
let record: Explanation

beforeAll(async () => {
  record = await explain(form.model, picture, { target: 0, fills: [...levels], evidence: "standard" })
})

/** Kinds of statements that are found wrong. */
function wrongIn(changed: Explanation): readonly string[] {
  return [...new Set(judge(changed, form).flatMap(({ statement, wrong }) => (wrong === undefined ? [] : [statement])))]
}

function withEvidence(part: Partial<NonNullable<Explanation["evidence"]>>): Explanation {
  return { ...record, evidence: { ...record.evidence!, ...part } }
}

it("finds nothing wrong in what the library says, and every kind of statement that the model allows", () => {
  expect(wrongIn(record)).toEqual([])
  expect(new Set(judge(record, form).map(({ statement }) => statement))).toEqual(
    new Set(["alone", "around", "none", "sets", "exact", "strip", "pairs"]),
  )
})

describe("a wrong statement", () => {
  test("of an effect is found, and of the sign that follows from it", () => {
    const attributions = record.attributions.map((one) => ({ ...one, effects: one.effects.with(3, 0.2) }))
    expect(wrongIn({ ...record, attributions })).toEqual(["alone", "around", "sign"])
  })

  test("that a square has no effect is found", () => {
    const one = kinds.find(({ name }) => name === "one square")!
    const attributions = record.attributions.map((own) => ({ ...own, effects: own.effects.map(() => 0) }))
    const found = judge({ ...record, attributions }, { ...one.make(0), noise: 0 })
    expect(found.find(({ statement, wrong }) => statement === "none" && wrong !== undefined)?.wrong).toContain(
      "region 27: none",
    )
  })

  test("of sets is found: one that does not do it, one that a smaller one does, none where there is one", () => {
    const { enough, needed } = record.evidence!.sets!
    expect([enough?.regions.length, needed?.regions.length]).toEqual([1, 2])
    const other = { ...needed!, regions: [1, 2] }
    expect(wrongIn(withEvidence({ sets: { enough, needed: other } }))).toEqual(["sets"])
    const larger = { ...enough!, regions: [9, 54], exact: true }
    expect(wrongIn(withEvidence({ sets: { enough: larger, needed } }))).toEqual(["exact"])
    expect(wrongIn(withEvidence({ sets: { enough, needed: null } }))).toEqual(["sets"])
  })

  test("of the strip and of pairs is found", () => {
    const strip = record.evidence!.strip!
    const said = strip.said.map((one) => ({ ...one, score: one.score + 0.1 }))
    expect(wrongIn(withEvidence({ strip: { ...strip, said } }))).toEqual(["strip"])
    expect(wrongIn(withEvidence({ pairs: [{ regions: [1, 2], together: 0.8, alone: [0, 0] }] }))).toEqual(["pairs"])
  })
})

it("counts squares whose true effect alone is over a point, and those that are shown with a number", async () => {
  const two = kinds.find(({ name }) => name === "sum: two squares ahead, small ones of both signs")!.make(0)
  const own = await explain(two.model, picture, { target: 0, fills: [...levels], evidence: "none" })
  expect(shownWithNumber(own, two)).toEqual({ large: 2, shown: 2 })
})
