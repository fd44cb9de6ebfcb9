import { describe, expect, it } from "vitest"
import type { Attribution, Explanation } from "../../src/explanation.ts"
import { headlineFact } from "../../src/reading/facts/headline-fact.ts"
import { viewOf } from "../../src/reading/view.ts"
import { untied } from "../../src/words/fill-in.ts"
import { evidenceWords } from "../../src/words/picture-words.ts"
import { reportSentences } from "../../src/words/report-words.ts"
import { makeExplanation } from "../render/make-explanation.ts"

const quiet: readonly number[] = Array.from({ length: 16 }, () => 0.01)

/** Squares that do nothing alone, and something else beside them. */
function quietWith(other: Attribution | undefined, alone: Partial<Attribution> = {}): Explanation {
  const plain = makeExplanation({ effects: quiet, rows: 4, score: 0.9 })
  return {
    ...plain,
    fills: [{ name: "blur" }, { name: "noise" }],
    attributions: [{ ...plain.attributions[0]!, ...alone }, ...(other === undefined ? [] : [other])],
    evidence: {
      noise: { checks: [], repeat: 0, alone: 0.04, average: 0.04, around: 0.04 },
      ...{ missingness: [], calls: {}, missing: [] },
    },
  }
}

describe("that nothing matters", () => {
  const around = { method: "with-neighbours", means: "around", effects: quiet } as const

  it("is said of larger parts where they do nothing either", () => {
    expect(headlineFact(viewOf(quietWith(around)))).toMatchObject({ kind: "nothing", isCoarse: true, most: 0.04 })
  })

  it("is said of single squares alone where larger parts do something and another view was chosen", () => {
    const record = { ...quietWith({ ...around, effects: quiet.with(5, 0.5) }), shown: "with-neighbours" }
    expect(headlineFact(viewOf(record)).kind).toBe("strongest")
    const alone = viewOf(record, "one-at-a-time")
    expect(headlineFact(alone)).toMatchObject({ kind: "nothing", isCoarse: false, most: 0.04 })
    expect(evidenceWords(alone).sentences[0]?.name).toBe("headlineNothing")
  })

  it("is an estimate, and said so, where effects are one", () => {
    const average = { method: "random-masks", means: "average", effects: quiet.map(() => 0.002) } as const
    const words = evidenceWords(viewOf(quietWith(average), "random-masks")).sentences.map(({ text }) => untied(text))
    expect(words).toContain(
      "Estimated from many hidden together, not measured: hiding one of 16 squares changes espresso by at most about 0.2 points.",
    )
    expect(words.join(" ")).not.toContain("No single square")
  })
})

it("of a square whose hiding alone changes the first answer nothing is said that denies it", () => {
  const espresso = { index: 967, label: "espresso", score: 0.9 }
  const cup = { index: 968, label: "cup", score: 0.9 }
  const around = { method: "with-neighbours", means: "around", effects: quiet.with(5, 0.5) } as const
  const names = (answer: typeof cup): readonly string[] => {
    const alone = { effects: quiet.map(() => 0), answers: quiet.map((_, i) => (i === 5 ? answer : espresso)) }
    const record = { ...quietWith(around, alone), shown: "with-neighbours" }
    return [...evidenceWords(record).sentences, ...reportSentences(record).mattered.flat()].map(({ name }) => name)
  }
  expect(names(espresso)).toContain("sameAloneNothing")
  expect(names(cup)).not.toContain("sameAloneNothing")
})

describe("a change that is not the largest, since another is noise", () => {
  const cup = { index: 968, label: "cup", score: 0.5 }
  const espresso = { index: 967, label: "espresso", score: 0.9 }
  const effects = quiet.with(9, -0.03)
  const answers = effects.map((_, i) => (i === 2 ? cup : espresso))

  it("is said without that claim where hiding it changes the answer", () => {
    const view = viewOf(quietWith(undefined, { effects, answers }))
    const [first] = evidenceWords(view).sentences
    expect(untied(first!.text)).toBe(
      "Hiding the square at row 1, column 3 lowers espresso from 90 % to 89 %. The first answer then becomes cup.",
    )
    expect(reportSentences(view).headline.flat()[0]?.name).toBe("claimedHidden")
  })

  it("is seen with those around it as well: what changes the first answer is never without effect", () => {
    const around = { method: "with-neighbours", means: "around", effects, answers } as const
    const view = viewOf({ ...quietWith(around), shown: "with-neighbours" })
    expect(view.regions.map(({ verdict }) => verdict)).toEqual(effects.map((_, i) => (i === 2 ? "supports" : "none")))
    expect(evidenceWords(view).sentences[0]?.name).toBe("claimedAround")
  })
})
