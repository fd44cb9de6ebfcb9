import { describe, expect, test } from "vitest"
import type { Explanation } from "../../src/explanation.ts"
import { untied } from "../../src/words/fill-in.ts"
import { type Said, reportSentences as sentencesOf } from "../../src/words/report-words.ts"
import { faithfulness, foundSet, showAlone, type WantedEvidence, withEvidence } from "../render/make-evidence.ts"
import { makeExplanation } from "../render/make-explanation.ts"
import { withStrip } from "./make-report.ts"

const espresso = { index: 967, label: "espresso", score: 0.612 }
const cup = { index: 968, label: "cup", score: 0.344 }

/** Four squares in two rows: the first supports, the second speaks against, the others do nothing. */
function four(wanted: WantedEvidence = {}, more: Partial<Parameters<typeof makeExplanation>[0]> = {}): Explanation {
  const top = [
    { ...espresso, score: 0.9412 },
    { ...cup, score: 0.017 },
  ]
  return withEvidence(makeExplanation({ effects: [0.041, -0.02, 0.001, 0], rows: 2, top, ...more }), {
    half: 0.0105,
    floor: 0.003,
    floorAlone: 0.04,
    ...wanted,
  })
}

/** The sentences of a report with ordinary spaces. */
function reportSentences(explanation: Explanation): ReturnType<typeof sentencesOf> {
  const spaced = (groups: Said): Said => groups.map((group) => group.map((one) => ({ ...one, text: untied(one.text) })))
  const places = Object.entries(sentencesOf(explanation)).map(([place, groups]) => [place, spaced(groups)])
  return Object.fromEntries(places) as ReturnType<typeof sentencesOf>
}

/** The sentence of a template, in the order of the report's sections. */
function said(explanation: Explanation, name: string): string | undefined {
  const sections = Object.values(reportSentences(explanation)).flat().flat()
  return sections.find((one) => one.name === name)?.text
}

describe("the first section says", () => {
  test("what the model answered, where that is not what is explained: else the headline and the table say it", () => {
    expect(said(four(), "firstAnswer")).toBeUndefined()
    const other = { ...four(), target: { ...cup, chosenBy: "label" } } as const
    expect(said(other, "firstAnswer")).toBe(
      "The model’s first answer was “espresso” with a score of 94.1 %; the second was “cup” with 1.7 %.",
    )
    expect(said(four({}, { top: [espresso] }), "onlyAnswer")).toBe(
      "The model has one class, “espresso”, and gave it a score of 61.2 %.",
    )
  })

  test("what is explained where that is another class, a lead or a number of the caller's own", () => {
    const other = four()
    const about = (target: Explanation["target"]): Explanation => ({ ...other, target })
    expect(said(about({ ...cup, chosenBy: "label" }), "aboutClass")).toBe(
      "This report is about “cup”, which had a score of 34.4 %.",
    )
    expect(said(about({ ...espresso, score: 0.3, chosenBy: "margin", against: cup }), "aboutMargin")).toBe(
      "This report is about the lead of “espresso” (64.4 %) over “cup” (34.4 %): 30.0 points.",
    )
    expect(said(about({ label: "sum", score: 2, chosenBy: "function", scale: "number" }), "aboutFunction")).toBe(
      "This report is about “sum”, a number worked out from the model’s scores. It was 2.000.",
    )
    expect(said(other, "aboutClass")).toBeUndefined()
  })
})

describe("of the areas it says", () => {
  test("which square has the largest effect on average", () => {
    expect(said(four(), "strongestAverage")).toBe(
      "With others hidden at random too, hiding the square at row 1, column 1 lowered the score of “espresso” by 4.1 points on average.",
    )
    expect(said(four(), "strongestMost")).toBe("No other of 4 squares has a larger effect on average.")
  })

  test("from which score to which one square alone brought it, where nothing else was asked", () => {
    const plain = makeExplanation({ effects: [0.33, -0.02], score: 0.94 })
    expect(said(plain, "strongestHidden")).toBe(
      "Hiding the square at row 1, column 1 lowered the score of “espresso” from 94.0 % to 61.0 %, the largest change of all 2 squares.",
    )
    expect(said(plain, "noiseUntested")).toBe("Noise was not measured: small numbers on this map may mean nothing.")
    const shown = makeExplanation({ effects: [0.33, 0.02], method: "all-but-one", hiddenScore: 0.1 })
    expect(said(shown, "strongestShown")).toBe(
      "Showing only the square at row 1, column 1 raised the score of “espresso” from 10.0 % to 43.0 %, the largest change of all 2 squares.",
    )
  })

  test("what spoke against the answer", () => {
    expect(said(four(), "against")).toBe(
      "Hiding the square at row 1, column 2 raised it by 2.0 points: that area spoke against the answer.",
    )
    const two = withEvidence(makeExplanation({ effects: [0.1, -0.02, -0.05, 0], rows: 2 }), { half: 0.01 })
    expect(said(two, "against")).toBe(
      "2 squares raised it when hidden, most of all row 2, column 1, by 5.0 points: they spoke against the answer.",
    )
  })

  test("how many effects could be measured, and how many could not", () => {
    expect(said(four(), "measurable")).toBe("For 2 of 4 squares the effect can be told from zero.")
    expect(said(four(), "noEffect")).toBe("For 2 of 4 squares it was too small or too unsure.")
    expect(said(four({ floor: 1, floorAlone: 1 }), "headlineNothing")).toContain(
      "No single square of 4 matters by itself",
    )
    expect(said(four({ floor: 1, floorAlone: 1 }), "nothing")).toBeUndefined()
  })

  test("where more than half of the support lies, or that it is spread", () => {
    const map = (effects: readonly number[]): Explanation =>
      withEvidence(makeExplanation({ effects, rows: 3 }), { half: 0.001, floor: 0.001 })
    expect(said(map([0, 0, 0.1, 0, 0.02, 0, 0, 0, 0]), "support")).toBe(
      "More than half of what lowered the score lies in the upper right of the part that the model was given.",
    )
    expect(said(map([0.1, 0, 0.1, 0, 0.02, 0, 0, 0, 0]), "support")).toContain("lies in the upper half of the part")
    expect(said(map([0.1, 0, 0.1, 0, 0.02, 0, 0.1, 0, 0.1]), "spread")).toContain("spread over the picture")
  })

  test("what hiding the strongest alone did, or that it may be noise", () => {
    const alone = (effect: number): Explanation =>
      four({ alone: { effects: [effect, 0, 0, 0], answers: [espresso, espresso, espresso, espresso] } })
    expect(said(alone(0.3), "sameAlone")).toBe(
      "Hiding the same square alone lowered the score of “espresso” by 30 points.",
    )
    expect(said(alone(0.03), "sameAloneNoise")).toBe(
      "Hiding the same square alone changed the score of “espresso” by less than 4 points, which may be noise.",
    )
    expect(said(alone(-0.3), "disagrees")).toBe("The two tests disagree about it.")
    expect(said(alone(0.3), "disagrees")).toBeUndefined()
    expect(said(alone(0), "sameAloneNothing")).toBe("Hiding the same square alone changed nothing.")
  })
})

describe("of trust it says", () => {
  test("whether the order beats random ones, and warns first where it does not", () => {
    const good = four({ faithfulness: faithfulness(0.8) })
    expect(said(good, "chanceHolds")).toBe(
      "Hiding the strongest squares first lowered the score faster than 10 of 10 random orders.",
    )
    expect(reportSentences(good).warning).toEqual([])
    const bad = four({ faithfulness: faithfulness(0) })
    const [[first] = []] = reportSentences(bad).warning
    expect(first?.text).toBe(
      "Hiding the strongest squares first is no better than chance: 5 of 10 random orders did as well, so do not trust their order.",
    )
    const doubtful = four({ faithfulness: faithfulness(0.45) })
    expect(said(doubtful, "chanceDoubt")).toBe(
      "Hiding the strongest squares first may be no better than chance: 1 of 10 random orders did as well.",
    )
    expect(said(four(), "chanceUntested")).toBe(
      "Whether the order of the squares is better than chance was not tested.",
    )
    const sure = (record: Explanation): readonly string[] =>
      reportSentences(record).sure.flatMap((group) => group.map(({ name }) => name))
    expect(sure(good)).toContain("chanceHolds")
    expect(sure(bad)).not.toContain("chanceFails") // It was said where it is read first.
  })

  test("what harmless changes did, and what counts as noise", () => {
    const noise = four({ alone: { effects: [0.3, 0, 0.12, 0] } })
    const evidence = noise.evidence!
    const checks = [{ name: "level-up", score: 0.9112 }] as const
    const again = [
      { name: "level-up", region: 0, effect: 0.32 },
      { name: "level-up", region: 2, effect: 0.09 },
    ] as const
    const record = { ...noise, evidence: { ...evidence, noise: { ...evidence.noise!, checks, again, repeat: 0 } } }
    expect(said(record, "effectsMoved")).toBe(
      "In pictures changed so little, the effects that were measured again moved by 3 points at most.",
    )
    expect(said(noise, "effectsMoved")).toBeUndefined()
    expect(said(record, "harmless")).toBe(
      "Changes that should not matter, such as a shift by half a pixel, moved the score by 3 points at most.",
    )
    expect(said(record, "sameAgain")).toBe("The same picture, asked again, gave the same score.")
    expect(said(record, "floorAverage")).toBe("An effect on average of less than 0.3 points counts as noise.")
    expect(said(showAlone(record), "floorAlone")).toBe("An effect alone of less than 4 points counts as noise.")
  })

  test("how far the ways of hiding agree, and when hidden pictures are called the same odd thing", () => {
    const fills = [
      [0.041, -0.02, 0.001, 0],
      [0.05, -0.001, 0.001, 0],
    ]
    expect(said(four({ perFill: fills }), "fillsFirst")).toBe(
      "With 2 ways of hiding, the strongest square came first in 2 of 2.",
    )
    expect(said(four({ perFill: fills }), "fillsAgree")).toBe("Of 2 measured effects, 1 are there with all 2 ways.")
    const odd = { fill: { name: "blur" }, pictures: 37, odd: { index: 1, label: "candle", count: 14 }, alarm: true }
    expect(said(four({ missingness: [odd] }), "missingness")).toBe(
      "With half or more hidden with blur, the model answered “candle” for 14 of 37 pictures.",
    )
  })

  test("first of all, that two answers lie as near as harmless changes move the score", () => {
    const close = (second: number): Explanation => {
      const record = four(
        {},
        {
          top: [
            { ...espresso, score: 0.9412 },
            { ...cup, score: second },
          ],
        },
      )
      const checks = [{ name: "shift-left", score: 0.8912 }] as const
      return { ...record, evidence: { ...record.evidence!, noise: { ...record.evidence!.noise!, checks } } }
    }
    const [[first] = []] = reportSentences(close(0.91)).caution
    expect(first?.text).toBe(
      "The second answer, “cup”, is only 3 points behind; changes that should not matter moved the score by 5 points at most.",
    )
    expect(reportSentences(close(0.8)).caution).toEqual([])
  })

  test("what a stopped run left out", () => {
    expect(said(four({ missing: ["sets", "faithfulness"] }), "notDone")).toBe(
      "The run was stopped early. Not done: smallest sets and random orders.",
    )
  })
})

describe("of change it says", () => {
  const aloneTop = { effects: [0.1, 0, 0, 0], answers: [espresso, espresso, espresso, espresso] }

  test("which set changes the answer, that no single one does, and whether a smaller set may", () => {
    const record = four({ sets: { enough: null, needed: foundSet([0, 1], cup, { exact: true }) }, alone: aloneTop })
    const [group] = reportSentences(record).needed
    expect(group?.map(({ text }) => text)).toEqual([
      "Without these 2 squares: cup, 34 %",
      "No single square did that by itself.",
      "All smaller sets were tried: none does it.",
    ])
    const one = four({ sets: { enough: null, needed: foundSet([0], cup, { exact: true }) } })
    expect(reportSentences(one).needed.map(([first, ...more]) => [first?.text, more.length])).toEqual([
      ["Without this square: cup, 34 %", 0],
    ])
    const none = four({ sets: { enough: null, needed: null } })
    expect(said(none, "neededNone")).toBe("No set of squares was found whose hiding changes the answer.")
    expect(said(four(), "changeUntested")).toBe("What would change the answer was not tested.")
  })

  test("which set alone keeps it", () => {
    const record = four({ sets: { enough: foundSet([0, 2], espresso), needed: null } })
    expect(said(record, "onlyThese")).toBe("Only these 2 squares shown: still espresso, 61 %")
    const unconfirmed = four({ sets: { enough: foundSet([0], espresso, { confirmed: false }), needed: null } })
    expect(said(unconfirmed, "unconfirmed")).toBe("Asking again did not give the same answer.")
  })

  test("once of both sets that smaller ones may exist", () => {
    const record = four({ sets: { enough: foundSet([0, 2], espresso), needed: foundSet([0, 1], cup) } })
    const names = Object.values(reportSentences(record))
      .flat(2)
      .map(({ name }) => name)
    expect(names.filter((name) => ["smallerSets", "perhapsSmaller"].includes(name))).toEqual(["smallerSets"])
  })

  test("what the model says with more and more of the strongest squares hidden", () => {
    const captions = reportSentences(withStrip(four()))
      .strip.flat()
      .map(({ text }) => text)
    expect(captions).toEqual(["Nothing hidden: espresso, 94 %", "1 hidden: espresso, 61 %", "3 hidden: cup, 34 %"])
    expect(reportSentences(four()).strip).toEqual([])
  })

  test("that either of two was enough", () => {
    const record = four({ pairs: [{ regions: [0, 3], together: 0.5, alone: [0.06, 0.05] }] })
    expect(said(record, "either")).toBe(
      "Hiding row 1, column 1 or row 2, column 2 alone took 6 points and 5 points; hiding both took 50 points: either was enough.",
    )
  })
})

test("a score is never called a chance, and a logit is named", () => {
  expect(said(four(), "ownNumber")).toBe(
    "A score is the model’s own number. It is not a measured chance of being right.",
  )
  const logits = makeExplanation({ effects: [1.2, 0], scale: "logit", score: 4.2 })
  expect(said(logits, "logits")).toBe("It is a raw number of the model (a logit), not a per cent.")
  expect(said(logits, "strongestHidden")).toContain("from 4.20 logits to 3.00 logits")
})
