import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Explanation } from "../../src/explanation.ts"
import type { FormulaName } from "../../src/words/evidence-sentence.ts"
import { evidenceWords } from "../../src/words/evidence-words.ts"
import { captionOf, warningOf } from "../../src/words/words.ts"
import {
  anyEvidence,
  faithfulness,
  foundSet,
  showAlone,
  type WantedEvidence,
  withEvidence,
} from "../render/make-evidence.ts"
import { makeExplanation, withFront, wobble } from "../render/make-explanation.ts"

const espresso = { index: 967, label: "espresso", score: 0.612 }
const cup = { index: 968, label: "cup", score: 0.344 }

/** Four squares in two rows: the first supports, the second speaks against, the others do nothing. */
function four(wanted: WantedEvidence = {}, more: Partial<Parameters<typeof makeExplanation>[0]> = {}): Explanation {
  return withEvidence(makeExplanation({ effects: [0.041, -0.02, 0.001, 0], rows: 2, ...more }), {
    half: 0.0105,
    floor: 0.003,
    floorAlone: 0.04,
    ...wanted,
  })
}

function sentence(explanation: Explanation, formula: FormulaName): string | undefined {
  const { warning, sentences, notes } = evidenceWords(explanation)
  return [...(warning === undefined ? [] : [warning]), ...sentences, ...notes].find((one) => one.formula === formula)
    ?.text
}

describe("the sentence about the strongest square", () => {
  it("has the average and the ends of its interval", () => {
    expect(sentence(four(), "strongest-on-average")).toBe(
      "On average, hiding the square at row 1, column 1 lowers espresso by 4.1 points, between 3.0 and 5.2 (90 % sure).",
    )
  })

  it("names the stronger of two, though it speaks against, with sizes from small to large", () => {
    const record = withEvidence(makeExplanation({ effects: [0.02, -0.05] }), { half: 0.01 })
    expect(sentence(record, "strongest-on-average")).toBe(
      "On average, hiding the square at row 1, column 2 raises espresso by 5.0 points, between 4.0 and 6.0 (90 % sure).",
    )
  })

  it("does not name a larger effect that may be chance", () => {
    const record = withEvidence(makeExplanation({ effects: [0.02, 0.05] }), { half: [0.01, 0.06] })
    expect(sentence(record, "strongest-on-average")).toContain("row 1, column 1")
  })

  it("has no more digits than the floor and the interval allow", () => {
    expect(sentence(four({ floor: 0.008, half: 0.006 }), "strongest-on-average")).toContain(
      "by 4.1 points, between 3.5 and 4.7",
    )
    expect(sentence(four({ floor: 0.04, half: 0.006 }), "strongest-on-average")).toContain(
      "by 4 points, between 4 and 5",
    )
    expect(sentence(four({ floor: 0.001, half: 0.04 }), "strongest-on-average")).toContain(
      "by 4 points, between 0 and 8",
    )
  })

  it("is about the square alone where effects alone are shown", () => {
    const record = showAlone(four(), { effects: [0.1, 0, 0, 0], answers: [cup, null, null, null] })
    expect(sentence(record, "strongest-alone")).toBe(
      "Hiding the square at row 1, column 1 alone lowers espresso by 10 points, the largest change.",
    )
  })

  it("speaks of the lead of a margin, of logits, and of what a function gives", () => {
    const margin = { index: 967, label: "wolf", score: 0.3, chosenBy: "margin", against: cup } as const
    expect(sentence({ ...four(), target: margin }, "strongest-on-average")).toContain("lowers the lead by 4.1 points")
    expect(sentence(four({}, { scale: "logit" }), "strongest-on-average")).toContain(
      "by 0.04 logits, between 0.03 and 0.05",
    )
    const own = { label: "warmth", score: 0.3, chosenBy: "function", scale: "number" } as const
    expect(sentence({ ...four(), target: own }, "strongest-on-average")).toContain("lowers warmth by 0.041 units")
  })
})

describe("the sentence about what is measurable", () => {
  it("counts, and names the floor by its first digit", () => {
    expect(sentence(four(), "measurable")).toBe(
      "2 of 4 squares have a measurable effect on average; under 0.3 points would be noise.",
    )
    expect(sentence(four({ floor: 0.03 }), "measurable")).toBe(
      "1 of 4 squares has a measurable effect on average; under 3 points would be noise.",
    )
    expect(sentence(four({ floor: 0 }), "measurable")).toBe(
      "2 of 4 squares have a measurable effect on average; no noise was found.",
    )
  })

  it("says that nothing is, and why", () => {
    const words = evidenceWords(four({ floor: 0.5 }))
    expect(words.sentences[0]!.text).toBe(
      "None of 4 squares has a measurable effect: each is under the noise floor of 50 points or has an interval that holds zero.",
    )
    expect(sentence(four({ floor: 0.5 }), "strongest-on-average")).toBeUndefined()
  })

  it("does not call noise what fills disagree on", () => {
    const perFill = [
      [0.2, 0, 0, 0],
      [-0.2, 0, 0, 0],
    ]
    const record = withEvidence(makeExplanation({ effects: [0.02, 0, 0, 0], rows: 2 }), { perFill })
    expect(sentence(record, "measurable")).toBe(
      "None of 4 squares has a measurable effect on which all fills agree; under 1 point would be noise.",
    )
    expect(sentence(record, "depends")).toBe("1 of 4 squares depends on how we hide it: blur and image-mean disagree.")
  })
})

describe("the sentences about sets", () => {
  const enough = foundSet([0, 1], espresso)
  const needed = foundSet([0], cup)
  const sets = (found: NonNullable<WantedEvidence["sets"]>) => four({ sets: found })

  it("say what keeps and what changes the answer", () => {
    const record = sets({ enough, needed })
    expect(sentence(record, "enough")).toBe(
      "Showing only these 2 of 4 squares keeps espresso as the first answer, at 61 %; fewer were not found.",
    )
    expect(sentence(record, "needed")).toBe("Hiding this one of 4 squares changes the first answer to cup, at 34 %.")
  })

  it("name how sets are marked, whether none is smaller, and whether asking again confirmed them", () => {
    const record = sets({ enough: { ...enough, exact: true }, needed: { ...needed, confirmed: false } })
    const { sentences } = evidenceWords(record, { marks: { enough: "outlined", needed: "underlined" } })
    expect(sentences.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        "Showing only these 2 of 4 squares (outlined) keeps espresso as the first answer, at 61 %; no smaller set does.",
        "Hiding this one of 4 squares (underlined) changes the first answer to cup, at 34 %; not confirmed by asking again.",
      ]),
    )
  })

  it("say when none was found, when nothing is enough, and when only all are", () => {
    const none = sets({ enough: null, needed: null })
    expect(sentence(none, "enough")).toBe("No set of squares was found that alone keeps espresso as the first answer.")
    expect(sentence(none, "needed")).toBe("No set of squares was found whose hiding changes the answer.")
    expect(sentence(sets({ enough: foundSet([], espresso), needed: null }), "enough")).toBe(
      "With all 4 squares hidden, the picture still keeps espresso as the first answer, at 61 %.",
    )
    expect(sentence(sets({ enough: foundSet([0, 1, 2, 3], espresso), needed: null }), "enough")).toBe(
      "Only all 4 squares together keep espresso as the first answer.",
    )
    expect(sentence(four(), "enough")).toBeUndefined()
  })

  it("say who leads, for a margin", () => {
    const target = {
      index: 967,
      label: "wolf",
      score: 0.3,
      chosenBy: "margin",
      against: { ...cup, label: "husky" },
    } as const
    const record = {
      ...sets({ enough: foundSet([0], espresso, { score: 0.2 }), needed: foundSet([1], cup, { score: -0.1 }) }),
      target,
    }
    expect(sentence(record, "enough")).toBe(
      "Showing only this one of 4 squares keeps wolf ahead of husky, by 20 points.",
    )
    expect(sentence(record, "needed")).toBe("Hiding this one of 4 squares puts husky ahead of wolf, by 10 points.")
    const behind = { ...record, target: { ...target, score: -0.3 } }
    expect(sentence(behind, "enough")).toContain("keeps husky ahead of wolf")
  })

  it("say which side of one half, for a model of one probability", () => {
    const record = sets({ enough, needed: foundSet([1], cup, { score: 0.2 }) })
    const single = { ...record, model: { ...record.model, classes: 1 } }
    expect(sentence(single, "enough")).toBe(
      "Showing only these 2 of 4 squares keeps espresso at 50 % or more: 61 %; fewer were not found.",
    )
    expect(sentence(single, "needed")).toBe("Hiding this one of 4 squares brings espresso to 20 %.")
  })
})

describe("the sentence about chance", () => {
  it("stands at the end where the map does better", () => {
    const record = four({ faithfulness: faithfulness(0.6) })
    expect(warningOf(record)).toBe("")
    expect(evidenceWords(record).sentences.at(-1)!.text).toBe(
      "Hiding squares strongest first lowers the score faster than 10 of 10 random orders do, and faster than starting at the middle.",
    )
    expect(sentence(four({ faithfulness: faithfulness(0.6, 0.7) }), "better-than-chance")).toMatch(
      /, but no faster than starting at the middle\.$/,
    )
  })

  it("comes first where it does not, in words and caption", () => {
    // Random gains are 0.1 to 0.5 and their opposites.
    const warning =
      "This map does no better than chance, so do not rely on it: 3 of 10 random orders lower the score as fast."
    const record = four({ faithfulness: faithfulness(0.25) })
    expect(warningOf(record)).toBe(warning)
    expect(captionOf(record).startsWith(`${warning} On average, `)).toBe(true)
    expect(warningOf(four({ faithfulness: faithfulness(0.45) }))).toBe(
      "This map is not clearly better than chance, so take care: 1 of 10 random orders lowers the score as fast.",
    )
  })

  it("warns of no map that claims nothing, and where nothing was compared", () => {
    const empty = four({ floor: 0.5, faithfulness: faithfulness(0.1) })
    expect(warningOf(empty)).toBe("")
    expect(sentence(empty, "better-than-chance")).toContain("no better than chance")
    expect(warningOf(four({ faithfulness: { ...faithfulness(0), random: [] } }))).toBe("")
  })

  it("is no sentence about effects alone, whose order was not compared", () => {
    const record = showAlone(four({ faithfulness: faithfulness(0.25) }))
    expect(warningOf(record)).toBe("")
    expect(sentence(record, "average-better-than-chance")).toBe(
      "This order was not compared with others; that of the effects on average does better than 7 of 10 random orders.",
    )
  })
})

describe("further sentences", () => {
  it("say what the same square does alone", () => {
    const alone = (effect: number) => four({ alone: { effects: [effect, 0, 0, 0], answers: [cup, cup, cup, cup] } })
    expect(sentence(alone(0.1), "same-alone")).toBe("Hiding the same square alone lowers espresso by 10 points.")
    expect(sentence(alone(-0.1), "same-alone")).toBe("Hiding the same square alone raises espresso by 10 points.")
    expect(sentence(alone(0.03), "same-alone")).toBe(
      "Hiding the same square alone changes espresso by less than 4 points, which may be noise.",
    )
  })

  it("say what it does on average, beside effects alone", () => {
    const record = showAlone(four(), { effects: [0.1, 0, 0, 0] })
    const known = { ...record, evidence: { ...record.evidence!, alone: { effects: [0.1, 0, 0, 0], answers: [] } } }
    expect(sentence(known, "same-on-average")).toBe(
      "With others hidden at random, hiding it lowers espresso by 4.1 points, between 3.0 and 5.2 (90 % sure).",
    )
  })

  it("fill up to three, where little was asked", () => {
    const checks = [
      { name: "shift-left", score: 0.9312 },
      { name: "level-up", score: 0.9462 },
    ] as const
    const little = withEvidence(makeExplanation({ effects: [0, 0, 0, 0], rows: 2 }), {
      floor: 0.004,
      floorAlone: 0.004,
    })
    const asked = { ...little, evidence: { ...little.evidence!, noise: { ...little.evidence!.noise!, checks } } }
    expect(evidenceWords(asked).sentences.map(({ text }) => text)).toEqual([
      "None of 4 squares has a measurable effect: each is under the noise floor of 0.4 points or has an interval that holds zero.",
      "The model was asked about 174 pictures with several squares hidden, with 2 fills in turn.",
      "Changes that must not matter moved the score by up to 1.0 points.",
    ])
    expect(evidenceWords(little).sentences[2]!.text).toBe("For the untouched picture, the score is 94.1 %.")
  })

  it("name the pair of which either is enough", () => {
    const pairs = [
      { regions: [0, 1], together: 0.2, alone: [0.1, 0.05] },
      { regions: [0, 3], together: 0.45, alone: [0.02, 0.05] },
    ] as const
    expect(sentence(four({ pairs, floorAlone: 0.01 }), "either")).toBe(
      "Either is enough: hiding row 1, column 1 and row 2, column 2 together takes 45.0 points, alone 2.0 and 5.0.",
    )
  })
})

describe("notes", () => {
  it("tell of each fill whose pictures are called the same odd class", () => {
    const missingness = [
      { fill: { name: "image-mean" }, pictures: 32, odd: { index: 3, label: "envelope", count: 26 }, alarm: true },
      { fill: { name: "blur" }, pictures: 32, odd: { index: 4, label: "jersey", count: 3 }, alarm: false },
    ]
    expect(evidenceWords(four({ missingness })).notes.map(({ text }) => text)).toEqual([
      "With image-mean, 26 of 32 pictures with half or more hidden are called envelope: the map may tell of the hiding itself.",
    ])
  })

  it("tell what the shifted grid made vanish, what has no value, and what was not done", () => {
    const record = four({
      shifted: { rows: 3, columns: 3, effects: [], vanished: [1] },
      missing: ["sets", "faithfulness"],
    })
    const { notes } = evidenceWords(withFront(record, { effects: [0.041, -0.02, Number.NaN, 0] }))
    expect(notes.map(({ text }) => text)).toEqual([
      "1 of 4 squares loses its effect alone when the grid is shifted by half a square.",
      "1 of 4 squares has no value.",
      "Not done: enough and needed sets, comparison with random orders.",
    ])
  })
})

it("says nothing of a record without evidence", () => {
  expect(evidenceWords(makeExplanation({ effects: [0.5] }))).toEqual({ warning: undefined, sentences: [], notes: [] })
})

/** 900 records of any kind, of classes, margins and functions. */
const records = fc
  .sample(fc.record({ seed: fc.nat(), count: fc.integer({ min: 1, max: 40 }), what: fc.integer({ min: 0, max: 3 }) }), {
    numRuns: 600,
    seed: 11,
  })
  .map(({ seed, count, what }) => {
    const effects = wobble(count).map((effect) => effect * 0.3)
    const explanation = makeExplanation({ effects, scale: what === 1 ? "logit" : "probability" })
    const sure = anyEvidence(explanation, seed)
    const margin = { index: 967, label: "wolf", score: 0.3, chosenBy: "margin", against: cup } as const
    const own = { label: "warmth", score: 0.3, chosenBy: "function", scale: "number" } as const
    const shown = seed % 3 === 0 ? showAlone(sure) : sure
    return { ...shown, target: what === 2 ? margin : what === 3 ? own : shown.target }
  })

describe("sentences of 900 records", () => {
  const words = records.map((record) => ({ record, ...evidenceWords(record) }))
  const all = words.flatMap(({ warning, sentences, notes, record }) =>
    [...(warning === undefined ? [] : [warning]), ...sentences, ...notes].map((one) => ({ ...one, record })),
  )

  it("are made by every formula", () => {
    const formulas: readonly FormulaName[] = [
      ...(["better-than-chance", "average-better-than-chance", "strongest-on-average", "strongest-alone"] as const),
      ...(["same-alone", "same-on-average", "measurable", "enough", "needed", "either", "depends"] as const),
      ...(["asked", "harmless", "untouched", "missingness", "vanished", "no-value", "not-done"] as const),
    ]
    expect([...new Set(all.map(({ formula }) => formula))].sort()).toEqual([...formulas].sort())
  })

  it("are three to six, the warning among them", () => {
    for (const { warning, sentences } of words) {
      const count = sentences.length + (warning === undefined ? 0 : 1)
      expect(count).toBeGreaterThanOrEqual(3)
      expect(count).toBeLessThanOrEqual(6)
    }
  })

  it("have fewer than 25 words each, begin with a capital or a number, and end in a full stop", () => {
    for (const { text } of all) {
      expect(text.split(" ").length, text).toBeLessThan(25)
      expect(text).toMatch(/^[A-Z\d].*[^.]\.$/)
    }
  })

  it("claim no cause and praise nothing", () => {
    const banned =
      /\b(because|since|prov\w+|proof|sees?|saw|seen|focus\w*|important\w*|understand\w*|causes?|reasons?|thinks?|clearly shows)\b/i
    for (const { text } of all) expect(text).not.toMatch(banned)
  })

  it("point to numbers that the record holds", () => {
    for (const { paths, record, text } of all) {
      expect(paths.length, text).toBeGreaterThan(0)
      for (const path of paths) expect(valueAt(record, path), `${path} of ${text}`).toBeDefined()
    }
  })

  it("show no not-a-number, infinity or undefined", () => {
    for (const { text } of all) expect(text).not.toMatch(/NaN|Infinity|undefined|null/)
  })
})

/** `attributions[0].low[11]`. */
function valueAt(record: unknown, path: string): unknown {
  return path
    .replaceAll("[", ".")
    .replaceAll("]", "")
    .split(".")
    .reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], record)
}
