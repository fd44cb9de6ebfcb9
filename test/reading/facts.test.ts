import { describe, expect, test } from "vitest"
import { chanceFact } from "../../src/reading/facts/chance-fact.ts"
import { eitherFact } from "../../src/reading/facts/set-facts.ts"
import { viewOf } from "../../src/reading/view.ts"
import { evidenceWords } from "../../src/words/picture-words.ts"
import { reportSentences } from "../../src/words/report-words.ts"
import { faithfulness, withEvidence } from "../render/make-evidence.ts"
import { makeExplanation } from "../render/make-explanation.ts"

const plain = makeExplanation({ effects: [0.3, 0.1, 0.05, 0.05], rows: 2 })

describe("the pair of which either is enough", () => {
  const mixed = { regions: [0, 1], together: 0.3, alone: [-0.1, 0.05] } as const
  const plus = { regions: [2, 3], together: 0.3, alone: [0.05, 0.05] } as const

  test.each([
    [
      [mixed, plus],
      [2, 3],
    ],
    [
      [plus, mixed],
      [2, 3],
    ],
    [[mixed], undefined],
    [
      [plus, { ...plus, regions: [0, 2], together: 0.2 } as const],
      [2, 3],
    ],
  ])("of %j is %j, in picture and report alike", (pairs, regions) => {
    const record = withEvidence(plain, { pairs, floor: 0.01, floorAlone: 0.01 })
    expect(eitherFact(viewOf(record))?.regions).toEqual(regions)
    const said = [evidenceWords(record).sentences, reportSentences(record).mattered.flat()]
    const places = said.map((sentences) =>
      sentences.find(({ name }) => name === "either")?.text.match(/row.\d,.column.\d/g),
    )
    expect(places[0]).toEqual(places[1])
    expect(places[0]).toEqual(
      regions === undefined ? undefined : ["row\u00a02,\u00a0column\u00a01", "row\u00a02,\u00a0column\u00a02"],
    )
  })
})

describe("the verdict on chance", () => {
  test.each([
    [0.8, "holds"],
    [0.5, "ties"],
    [0.45, "doubt"],
    [0.1, "fails"],
  ])("with a gain of %d is %s, and picture and report warn in the same words", (gain, outcome) => {
    const record = withEvidence(plain, { faithfulness: faithfulness(gain) })
    const { warns, ...fact } = chanceFact(viewOf(record))
    expect(fact.outcome).toBe(outcome)
    expect(warns).toBe(outcome === "doubt" || outcome === "fails")
    const [[first] = []] = reportSentences(record).warning
    expect(evidenceWords(record).warning?.text).toBe(first?.text)
  })

  test("is about the order where that is all that a map claims, however small its estimates", () => {
    const small = makeExplanation({ effects: [0.001, 0], method: "random-masks" })
    const record = { ...small, evidence: { ...withEvidence(plain, { faithfulness: faithfulness(0.8) }).evidence! } }
    expect(viewOf(record).judged).toBe(false)
    expect(chanceFact(viewOf(record)).outcome).toBe("holds")
  })

  test("is nothing where the map names no area, and neither picture nor report warns of it", () => {
    const empty = withEvidence(plain, { floor: 0.9, faithfulness: faithfulness(0.1) })
    expect(chanceFact(viewOf(empty)).outcome).toBe("nothing")
    expect([evidenceWords(empty).warning, reportSentences(empty).warning]).toEqual([undefined, []])
  })
})
