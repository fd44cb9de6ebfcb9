import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Explanation } from "../../src/explanation.ts"
import { viewOf } from "../../src/reading/view.ts"
import { contextOf, joined, type SentenceName } from "../../src/words/context.ts"
import { untied } from "../../src/words/fill-in.ts"
import {
  captionOf as captionWith,
  type PictureWordsOptions,
  evidenceWords as wordsOf,
} from "../../src/words/picture-words.ts"
import { depends, measurable } from "../../src/words/sentences/effects.ts"
import { enough, needed } from "../../src/words/sentences/sets.ts"
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

/** The words with ordinary spaces. */
function evidenceWords(explanation: Explanation, options: PictureWordsOptions = {}): ReturnType<typeof wordsOf> {
  const { warning, sentences, notes } = wordsOf(explanation, options)
  const spaced = <One extends { readonly text: string }>(one: One): One => ({ ...one, text: untied(one.text) })
  return {
    warning: warning === undefined ? undefined : spaced(warning),
    sentences: sentences.map(spaced),
    notes: notes.map(spaced),
  }
}

const captionOf = (explanation: Explanation): string => untied(captionWith(explanation))
const warningOf = (explanation: Explanation): string => evidenceWords(explanation).warning?.text ?? ""

/** A sentence by its name, also one for which a picture has no room or whose headline says it. */
function sentence(explanation: Explanation, formula: SentenceName): string | undefined {
  const { warning, sentences, notes } = evidenceWords(explanation)
  const context = contextOf(viewOf(explanation), { form: "short" })
  const others = [measurable, depends, enough, needed].flatMap((of) => joined(of(context)))
  const all = [...(warning === undefined ? [] : [warning]), ...sentences, ...notes, ...others]
  const text = all.find((one) => one.name === formula)?.text
  return text === undefined ? undefined : untied(text)
}

describe("the headline", () => {
  const both = { enough: foundSet([0, 1], espresso), needed: foundSet([0], cup) }
  const first = (wanted: WantedEvidence, more: Partial<Explanation["evidence"]> = {}): string => {
    const record = makeExplanation({
      effects: [0.3, -0.1, 0.1, ...wobble(13).map(() => 0)],
      rows: 4,
      top: [espresso, cup],
    })
    const whole = withEvidence({ ...record, target: { ...espresso, chosenBy: "predicted" } }, wanted)
    return evidenceWords({ ...whole, evidence: { ...whole.evidence!, ...more } }).sentences[0]!.text
  }

  it("says what changes the answer and what alone keeps it", () => {
    expect(first({ sets: both })).toBe(
      "Without the square at row 1, column 1, the model says cup; with only these 2 squares it still says espresso.",
    )
    expect(first({ sets: { ...both, needed: foundSet([0, 1, 4], cup) } })).toBe(
      "Without these 3 squares, in the upper half, the model says cup; with only these 2 it still says espresso.",
    )
  })

  it("says one of both where the other was not found, is large, or was not confirmed", () => {
    expect(first({ sets: { ...both, enough: null } })).toBe(
      "Without the square at row 1, column 1, the model says cup.",
    )
    expect(first({ sets: { needed: null, enough: foundSet([12, 13, 15], espresso) } })).toBe(
      "With only these 3 squares, in the lower half, the model still says espresso.",
    )
    expect(first({ sets: { ...both, needed: { ...foundSet([0], cup), confirmed: false } } })).toMatch(
      /^With only these 2 squares/,
    )
    expect(first({ sets: { ...both, enough: foundSet([0, 1, 2, 3, 4], espresso) } }), "5 of 16 are many").toMatch(
      /^Without the square at row 1, column 1, the model says cup\.$/,
    )
  })

  it("is the strongest square where there are no sets", () => {
    expect(first({})).toMatch(/^On average, hiding the square at row 1, column 1 lowers espresso by 30/)
  })

  it("says first that nothing hides, and what may", () => {
    const kept = { score: 0.58, answer: espresso }
    const trial = (name: string) => ({ fill: { name }, everything: kept, halves: [kept, kept] })
    expect(first({ sets: both }, { trials: ["blur", "image-mean"].map(trial) })).toBe(
      "Even with everything hidden, by each way of hiding that was tried, the model still says espresso, at 61 %. Another way of hiding, such as a plain colour, may hide more.",
    )
  })

  it("names a model that gives the same picture other scores, and claims no set", () => {
    const { evidence } = withEvidence(makeExplanation({ effects: [0.3] }))
    expect(first({ sets: both }, { noise: { ...evidence!.noise!, repeat: 0.2 } })).toBe(
      "The model gave the very same picture scores up to 20 points apart, so single numbers here are left to chance.",
    )
  })

  it("says after how many of the strongest the answer changes, where no square has an effect alone", () => {
    const strip = {
      ...{ regions: [3, 1, 2], hidden: [1, 3] },
      said: [
        { score: 0.6, answer: espresso },
        { score: 0.2, answer: cup },
      ],
    }
    expect(first({ floor: 0.9 }, { strip })).toBe("With the 3 strongest squares hidden, the model says cup.")
    const one = { regions: [3], hidden: [1], said: [{ score: 0.2, answer: cup }] }
    expect(first({ floor: 0.9 }, { strip: one })).toBe("With the strongest square hidden, the model says cup.")
  })

  it("says what to try where nothing was found", () => {
    const empty = withEvidence(makeExplanation({ effects: Array<number>(64).fill(0.001), rows: 8 }), { floor: 0.5 })
    expect(evidenceWords(empty).sentences[0]!.text).toBe(
      "No single square of 64 matters by itself: hiding one changes espresso by at most 50 points, as noise does. Larger squares may tell more: try a grid of 4 × 4.",
    )
    expect(first({ floor: 0.9 })).toMatch(/ Another way of hiding may tell more: try a plain colour\.$/)
  })
})

describe("the sentence about the strongest square", () => {
  it("has the average and the ends of its interval", () => {
    expect(sentence(four(), "strongestAverage")).toBe(
      "On average, hiding the square at row 1, column 1 lowers espresso by 4.1 points, between 3.0 and 5.2 (90 % sure).",
    )
  })

  it("names the stronger of two, though it speaks against, with sizes from small to large", () => {
    const record = withEvidence(makeExplanation({ effects: [0.02, -0.05] }), { half: 0.01 })
    expect(sentence(record, "strongestAverage")).toBe(
      "On average, hiding the square at row 1, column 2 raises espresso by 5.0 points, between 4.0 and 6.0 (90 % sure).",
    )
  })

  it("does not name a larger effect that may be chance", () => {
    const record = withEvidence(makeExplanation({ effects: [0.02, 0.05] }), { half: [0.01, 0.06] })
    expect(sentence(record, "strongestAverage")).toContain("row 1, column 1")
  })

  it("has no more digits than the floor and the interval allow", () => {
    expect(sentence(four({ floor: 0.008, half: 0.006 }), "strongestAverage")).toContain(
      "by 4.1 points, between 3.5 and 4.7",
    )
    expect(sentence(four({ floor: 0.04, half: 0.006 }), "strongestAverage")).toContain("by 4 points, between 4 and 5")
    expect(sentence(four({ floor: 0.001, half: 0.04 }), "strongestAverage")).toContain("by 4 points, between 0 and 8")
  })

  it("is about the square alone where effects alone are shown", () => {
    const record = showAlone(four(), { effects: [0.1, 0, 0, 0], answers: [cup, null, null, null] })
    expect(sentence(record, "strongestHidden")).toBe(
      "Hiding the square at row 1, column 1 lowers espresso from 94 % to 84 %, the largest change among 4 squares. The first answer then becomes cup.",
    )
  })

  it("speaks of the lead of a margin, of logits, and of what a function gives", () => {
    const margin = { index: 967, label: "wolf", score: 0.3, chosenBy: "margin", against: cup } as const
    expect(sentence({ ...four(), target: margin }, "strongestAverage")).toContain(
      "lowers the lead of wolf over cup by 4.1 points",
    )
    expect(sentence(four({}, { scale: "logit" }), "strongestAverage")).toContain(
      "by 0.04 logits, between 0.03 and 0.05",
    )
    const own = { label: "warmth", score: 0.3, chosenBy: "function", scale: "number" } as const
    expect(sentence({ ...four(), target: own }, "strongestAverage")).toContain("lowers warmth by 0.041 units")
  })
})

describe("the sentence about what is measurable", () => {
  it("counts, and names the floor by its first digit", () => {
    expect(sentence(four(), "measurable")).toBe(
      "2 of 4 squares have a measurable effect. Less than 0.3 points would be noise.",
    )
    expect(sentence(four({ floor: 0.03 }), "measurable")).toBe(
      "1 of 4 squares has a measurable effect. Less than 3 points would be noise.",
    )
    expect(sentence(four({ floor: 0 }), "measurable")).toBe(
      "2 of 4 squares have a measurable effect. No noise was found.",
    )
  })

  it("says why an effect below the floor counts: the answer changed with it", () => {
    const effects = [0.1, 0, 0, 0.02]
    const turned = showAlone(four(), { effects, answers: [cup, espresso, espresso, cup] })
    expect(sentence(turned, "measurable")).toBe(
      "2 of 4 squares have a measurable effect. Less than 4 points would be noise; what is smaller here changed the answer.",
    )
    const kept = showAlone(four(), { effects, answers: [cup, espresso, espresso, espresso] })
    expect(sentence(kept, "measurable")).toBe(
      "1 of 4 squares has a measurable effect. Less than 4 points would be noise.",
    )
  })

  it("says that nothing is, and why", () => {
    expect(sentence(four({ floor: 0.5 }), "nothing")).toBe(
      "None of 4 squares has a measurable effect. Each is under the noise floor of 50 points or has an interval that holds zero.",
    )
    expect(sentence(four({ floor: 0.5 }), "strongestAverage")).toBeUndefined()
  })

  it("does not call noise what fills disagree on", () => {
    const perFill = [
      [0.2, 0, 0, 0],
      [-0.2, 0, 0, 0],
    ]
    const record = withEvidence(makeExplanation({ effects: [0.02, 0, 0, 0], rows: 2 }), { perFill })
    expect(sentence(record, "nothingAgreed")).toBe(
      "None of 4 squares has a measurable effect on which all ways of hiding agree. Less than 1 point would be noise.",
    )
    expect(sentence(record, "depends")).toBe(
      "1 of 4 squares depends on how we hide it: blur and the mean colour of the picture disagree.",
    )
  })
})

describe("the sentences about sets", () => {
  const [enough, needed] = [foundSet([0, 1], espresso), foundSet([0], cup)]
  const sets = (found: NonNullable<WantedEvidence["sets"]>) => four({ sets: found })

  it("say what keeps and what changes the answer", () => {
    const record = sets({ enough, needed })
    expect(sentence(record, "enough")).toBe(
      "Showing only these 2 of 4 squares keeps espresso as the first answer, at 61 %. Fewer were not found.",
    )
    expect(sentence(record, "needed")).toBe("Hiding this one of 4 squares changes the first answer to cup, at 34 %.")
  })

  it("name how sets are marked, whether none is smaller, and whether asking again confirmed them", () => {
    const record = sets({
      enough: { ...enough, exact: true, regions: [0, 1, 2] },
      needed: { ...needed, confirmed: false },
    })
    const { sentences } = evidenceWords(record, { marks: { enough: "outlined", needed: "underlined" } })
    expect(sentences.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        "Showing only these 3 of 4 squares (outlined) keeps espresso as the first answer, at 61 %. No smaller set does.",
        "Hiding this one of 4 squares (underlined) changes the first answer to cup, at 34 %. Asking again did not confirm it.",
      ]),
    )
  })

  it("say when none was found, when nothing is enough, and when only all are", () => {
    const none = sets({ enough: null, needed: null })
    expect(sentence(none, "enoughNone")).toBe("No set of squares was found that alone keeps the answer.")
    expect(sentence(none, "neededNone")).toBe("No set of squares was found whose hiding changes the answer.")
    expect(sentence(sets({ enough: foundSet([], espresso), needed: null }), "enoughEmpty")).toBe(
      "With all 4 squares hidden, the model still answers espresso, at 61 %.",
    )
    expect(sentence(sets({ enough: foundSet([0, 1, 2, 3], espresso), needed: null }), "enoughAll")).toBe(
      "Only all 4 squares together keep the answer.",
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
    const kept = {
      ...behind,
      evidence: { ...behind.evidence!, sets: { enough: foundSet([0], cup, { score: -0.2 }), needed: null } },
    }
    expect(sentence(kept, "enough")).toContain("keeps husky ahead of wolf, by 20 points")
  })

  it("say which side of one half, for a model of one probability", () => {
    const record = sets({ enough, needed: foundSet([1], cup, { score: 0.2 }) })
    const single = { ...record, model: { ...record.model, classes: 1 } }
    expect(sentence(single, "enough")).toBe(
      "Showing only these 2 of 4 squares keeps espresso at 50 % or more: 61 %. Fewer were not found.",
    )
    expect(sentence(single, "needed")).toBe("Hiding this one of 4 squares brings espresso to 20 %.")
  })
})

describe("the sentence about chance", () => {
  it("stands at the end where the map does better", () => {
    const record = four({ faithfulness: faithfulness(0.6) })
    expect(warningOf(record)).toBe("")
    expect(evidenceWords(record).sentences.at(-1)!.text).toBe(
      "Hiding the strongest squares first lowers the score faster than 10 of 10 random orders.",
    )
  })

  it("does not reassure beside a doubt about the whole map", () => {
    const top = [
      { ...espresso, score: 0.9412 },
      { ...cup, score: 0.9 },
    ]
    const record = four({ faithfulness: faithfulness(0.6) }, { top })
    const { noise } = record.evidence!
    const checks = [{ name: "shift-left", score: record.top[0]!.score - 0.9 }] as const
    const close = { ...record, evidence: { ...record.evidence!, noise: { ...noise!, checks } } }
    const { sentences, notes } = evidenceWords(close)
    expect(notes.map(({ name }) => name)).toEqual(["closeAnswers"])
    expect(sentences.map(({ name }) => name)).not.toContain("chanceHolds")
  })

  it("comes first where it does not, in words and caption", () => {
    // Random gains are 0.1 to 0.5 and their opposites.
    const warning =
      "Hiding the strongest squares first is no better than chance: 3 of 10 random orders did as well, so do not trust their order."
    const record = four({ faithfulness: faithfulness(0.25) })
    expect(warningOf(record)).toBe(warning)
    expect(captionOf(record).startsWith(`${warning} On average, `)).toBe(true)
    expect(warningOf(four({ faithfulness: faithfulness(0.45) }))).toBe(
      "Hiding the strongest squares first may be no better than chance: 1 of 10 random orders did as well.",
    )
  })

  it("warns of no map that claims nothing, and where nothing was compared", () => {
    const empty = four({ floor: 0.5, faithfulness: faithfulness(0.1) })
    expect(warningOf(empty)).toBe("")
    expect(sentence(empty, "chanceNothing")).toBe(
      "This map names no area, so there was nothing to compare with 10 random orders.",
    )
    expect(warningOf(four({ faithfulness: { ...faithfulness(0), random: [] } }))).toBe("")
  })

  it("is a note where what was measured stands in front: its numbers hold all the same", () => {
    const record = showAlone(four({ faithfulness: faithfulness(0.25) }), { effects: [0.1, 0, 0, 0] })
    expect(warningOf(record)).toBe("")
    expect(evidenceWords(record).notes[0]!.name).toBe("chanceFails")
  })
})

describe("further sentences", () => {
  it("say what the same square does alone", () => {
    const answers = [espresso, espresso, espresso, espresso]
    const alone = (effect: number) => four({ alone: { effects: [effect, 0, 0, 0], answers } })
    expect(sentence(alone(0.1), "sameAlone")).toBe("Hiding the same square alone lowers espresso by 10 points.")
    expect(sentence(alone(-0.1), "sameAlone")).toBe(
      "Hiding the same square alone raises espresso by 10 points. The two tests disagree about it.",
    )
    expect(sentence(alone(0.03), "sameAloneNoise")).toBe(
      "Hiding the same square alone changes espresso by less than 4 points, which may be noise.",
    )
  })

  it("say what it does on average, beside effects alone", () => {
    const record = showAlone(four(), { effects: [0.1, 0, 0, 0] })
    const known = { ...record, evidence: { ...record.evidence!, alone: { effects: [0.1, 0, 0, 0], answers: [] } } }
    expect(sentence(known, "sameAverage")).toBe(
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
      "No single square of 4 matters by itself: hiding one changes espresso by at most 0.4 points, as noise does. Another way of hiding may tell more: try a plain colour.",
      "The model was asked about 174 pictures with several squares hidden, with 2 ways of hiding in turn.",
      "Changes that should not matter moved the score by 1.0 points at most.",
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
      "With the mean colour of the picture, 26 of 32 pictures with half or more hidden are called envelope. So the map may show what hiding does, more than what the picture holds.",
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
      "Not done: smallest sets and random orders.",
    ])
  })
})

it("says of a record without evidence which square changed the score most", () => {
  const { warning, sentences, notes } = evidenceWords(makeExplanation({ effects: [0.5] }))
  expect([warning, notes]).toEqual([undefined, []])
  expect(sentences.map(({ text }) => text)).toEqual([
    "Hiding the square at row 1, column 1 lowers espresso from 94.1 % to 44.1 %, the largest change among 1 squares.",
  ])
})

/** 600 records of any kind, of classes, margins and functions. */
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

describe("sentences of 600 records", () => {
  const words = records.map((record) => ({ record, ...evidenceWords(record) }))
  const all = words.flatMap(({ warning, sentences, notes, record }) =>
    [...(warning === undefined ? [] : [warning]), ...sentences, ...notes].map((one) => ({ ...one, record })),
  )

  it("are three to six, the warning among them", () => {
    for (const { warning, sentences } of words) {
      const count = sentences.length + (warning === undefined ? 0 : 1)
      expect(count).toBeGreaterThanOrEqual(3)
      expect(count).toBeLessThanOrEqual(6)
    }
  })

  it("begin with a capital or a number, and end in a full stop", () => {
    for (const { text } of all) expect(text).toMatch(/^[A-Z\d].*[^.]\.$/)
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
