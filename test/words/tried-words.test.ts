import { describe, expect, it } from "vitest"
import type { Explanation } from "../../src/explanation.ts"
import { viewOf } from "../../src/reading/view.ts"
import { untied } from "../../src/words/fill-in.ts"
import { setWords, stripWords } from "../../src/words/tried-words.ts"
import { foundSet, stripOf, withEvidence } from "../render/make-evidence.ts"
import { makeExplanation } from "../render/make-explanation.ts"

const espresso = { index: 967, label: "espresso", score: 0.94 }
const cup = { index: 968, label: "cup", score: 0.41 }
const plain = makeExplanation({ effects: [0.3, 0.2, 0.1, 0], rows: 2, score: 0.94, top: [espresso, cup] })

const saidOf = (record: Explanation): readonly string[] =>
  (stripWords(viewOf(record))?.steps ?? []).map(({ hidden, said }) => untied(`${hidden} ${said}`))

describe("words of small pictures", () => {
  it("say that an answer stayed, or which is the new one", () => {
    const sets = { enough: foundSet([0], { ...espresso, score: 0.5 }), needed: foundSet([0, 1], cup) }
    const view = viewOf(withEvidence(plain, { sets }))
    expect(untied(setWords(view, "enough")!.said)).toBe("still espresso, 50 %")
    expect(untied(setWords(view, "needed")!.said)).toBe("cup, 41 %")
    expect(setWords(viewOf(withEvidence(plain)), "enough")).toBeUndefined()
  })

  it("give the score alone while the answer of the strip stays, and the new answer with its own score", () => {
    const strip = stripOf(4, (step) => ({ score: 0.7 - 0.3 * step, answer: step < 2 ? espresso : cup }))
    expect(saidOf(withEvidence(plain, { strip }))).toEqual(["1 hidden: 70 %", "2 hidden: 40 %", "3 hidden: cup, 41 %"])
  })

  it("give the lead where one is explained, as small as it has become", () => {
    const margin: Explanation = { ...plain, target: { ...espresso, score: 0.5, chosenBy: "margin", against: cup } }
    const strip = stripOf(2, (step) => ({ score: 0.2 - 0.3 * step, answer: cup }))
    expect(saidOf(withEvidence(margin, { strip }))).toEqual(["1 hidden: 20 points", "2 hidden: −10 points"])
    expect(stripWords(viewOf(withEvidence(margin, { strip })))!.steps.map(({ isKept }) => isKept)).toEqual([
      true,
      false,
    ])
  })
})
