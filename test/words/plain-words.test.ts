import fc from "fast-check"
import { fleschKincaid } from "flesch-kincaid"
import { syllable } from "syllable"
import { describe, expect, test } from "vitest"
import type { Explanation } from "../../src/explanation.ts"
import { viewOf } from "../../src/reading/view.ts"
import { contextOf, type Sentence } from "../../src/words/context.ts"
import { differenceWords } from "../../src/words/difference-words.ts"
import { english } from "../../src/words/english.ts"
import { untied } from "../../src/words/fill-in.ts"
import { reportSentences } from "../../src/words/report-words.ts"
import * as answer from "../../src/words/sentences/answer.ts"
import * as effects from "../../src/words/sentences/effects.ts"
import { headline } from "../../src/words/sentences/headline.ts"
import { asked } from "../../src/words/sentences/method.ts"
import * as sets from "../../src/words/sentences/sets.ts"
import * as sure from "../../src/words/sentences/sure.ts"
import { anyEvidence, faithfulness, showAlone, withEvidence } from "../render/make-evidence.ts"
import { makeExplanation, withFront, wobble } from "../render/make-explanation.ts"

/** All texts of a language, with their places. */
function textsOf(words: object, path = ""): readonly (readonly [path: string, text: string])[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}${key}`, value] as const] : textsOf(value as object, `${path}${key}.`),
  )
}

/** Words that say why, or that praise: a test by hiding knows neither. */
const forbidden =
  /\b(because|proves?|proof|sees?|looks? at|understands?|understood|diagnos\w*|focus\w*|attention|important\w*|causes?|caused|thinks?|knows?|believes?|reason(s|ed)? for|responsible|reveals?|accurate\w*|reliabl[ey]|trustworthy|state-of-the-art|powerful|clearly|obvious\w*|truly|therefore|thus)\b/i

describe("the words", () => {
  test.each(textsOf(english))("%s says no why and no praise", (_path, text) => {
    expect(text).not.toMatch(forbidden)
  })

  test.each(["because it", "this proves", "the model sees", "it focuses on", "an important area", "the cause: causes"])(
    "and would be refused with “%s”",
    (text) => {
      expect(text).toMatch(forbidden)
    },
  )

  test("“most” is said of more than half, and of largest numbers only", () => {
    const most = textsOf(english).filter(([, text]) => /(?<!at )\bmost\b/i.test(text))
    expect(most.map(([path]) => path)).toEqual(["sentences.against.other", "drawing.strip", "page.strip"])
  })
})

const espresso = { index: 967, label: "espresso", score: 0.9412 }
const cup = { index: 3, label: "cup", score: 0.1 }

/** Records of every kind, with evidence that hangs on a seed. */
const varied = fc.sample(fc.integer({ min: 1, max: 2 ** 31 - 1 }), { numRuns: 300, seed: 1 }).map((seed) => {
  const effects = wobble(16).map((effect, i) => effect * ((seed % 7) + 1) * 0.01 * (i + 1))
  return anyEvidence(makeExplanation({ effects, rows: 4, top: [espresso, cup] }), seed)
})

/** Records whose kind is rare. */
function rare(): readonly Explanation[] {
  const plain = makeExplanation({ effects: [0.3, -0.1], top: [espresso, cup] })
  const window = {
    kind: "window",
    rows: 1,
    columns: 2,
    window: { width: 40, height: 64 },
    stride: { width: 24, height: 64 },
  } as const
  const even = withEvidence(makeExplanation({ effects: [0.1, 0.1, 0.1, 0.1], rows: 2 }))
  const one = { regions: [0], score: 0.02, answer: cup, exact: true, confirmed: true }
  const sets = { enough: one, needed: one }
  const lead = { ...espresso, score: 0.5, chosenBy: "margin", against: cup } as const
  const kinds = withEvidence(plain, {
    sets,
    faithfulness: { ...faithfulness(0.5), own: { mostFirst: [], leastFirst: [], gain: 0.5 } },
  })
  const empty = (score: number): Explanation =>
    withEvidence({ ...plain, target: lead }, { sets: { ...sets, enough: { ...one, regions: [], score } } })
  const aloneTop = { effects: [0, 0], answers: [espresso, espresso] }
  const said = { score: 0.5, answer: espresso }
  const trial = (name: string) => ({ fill: { name }, everything: said, halves: [said, said] })
  const tried = (score: number) => [
    { ...trial("blur"), everything: { score, answer: score > 0.4 ? espresso : cup } },
    trial("noise"),
  ]
  const turned = { regions: [1], hidden: [1], said: [{ score: 0.1, answer: cup }] }
  const several = { regions: [1, 0], hidden: [2], said: [{ score: 0.1, answer: cup }] }
  const around = (effects: readonly number[], floor: number): Explanation => {
    const record = withEvidence(makeExplanation({ effects: effects.map(() => 0), rows: 8, top: [espresso, cup] }), {
      noise: { around: floor },
    })
    const front = { method: "with-neighbours", means: "around", effects, answers: effects.map(() => espresso) } as const
    return { ...record, attributions: [front, ...record.attributions], shown: front.method }
  }
  const turnedOnly = around(
    wobble(64).map((effect, i) => (i === 0 ? 0.01 : effect / 9)),
    1,
  )
  const none = (wanted: Parameters<typeof withEvidence>[1]): Explanation =>
    withEvidence(makeExplanation({ effects: [0, 0], top: [espresso, cup] }), wanted)
  const noise = (repeat: number, floor: number): Explanation => {
    const record = withEvidence(plain, { alone: aloneTop, floor, floorAlone: floor, pairs: [], calls: { pairs: 3 } })
    const checks = [{ name: "again", score: 0.9412 }] as const
    return { ...record, evidence: { ...record.evidence!, noise: { ...record.evidence!.noise!, checks, repeat } } }
  }
  const again = [{ name: "level-up", region: 0, effect: 0.2 }] as const
  return [
    withEvidence(plain, { alone: aloneTop, noise: { again } }),
    ...[none({ strip: turned }), none({ strip: several }), none({ trials: tried(0.5) }), none({ trials: tried(0.1) })],
    ...[none({ noise: { repeat: 0.2 } }), none({}), withFront(withEvidence(plain), { means: "average" })],
    ...[
      around(wobble(64), 0.1),
      around(wobble(64), 9),
      withFront(turnedOnly, { answers: wobble(64).map((_, i) => (i === 0 ? cup : espresso)) }),
      showAlone(withEvidence(plain, { floorAlone: 9 }), { effects: [0.01, 0.3], answers: [cup, espresso] }),
      around(
        wobble(64).map(() => 0.001),
        0.0001,
      ),
    ],
    {
      ...around(
        wobble(64).map(() => 0.001),
        1,
      ),
      evidence: { missingness: [], calls: {}, missing: [] },
    },
    withEvidence(makeExplanation({ effects: [0.0001, 0] }), { half: 0.00001, floor: 0 }),
    withEvidence(makeExplanation({ effects: wobble(64).map(() => 0), rows: 8 })),
    none({ sets: { enough: null, needed: one } }),
    none({ sets: { enough: one, needed: null } }),
    ...[plain, even, kinds, empty(0.3), empty(0.001), noise(0.001, 0.01), noise(0, 0)],
    makeExplanation({ effects: [1.2, 0], scale: "logit", score: 4 }),
    makeExplanation({ effects: [0.3, Number.NaN], method: "all-but-one", hiddenScore: 0.2, top: [espresso] }),
    makeExplanation({ effects: [0.001, 0], source: { left: 100, top: 0, width: 400, height: 400 } }),
    { ...plain, regions: { ...plain.regions, layout: window } },
    { ...plain, seen: { size: plain.seen.size, source: plain.seen.source } },
    { ...plain, regions: { ...plain.regions, layout: { kind: "mask" } } },
    { ...plain, target: { ...cup, chosenBy: "label" } },
    { ...plain, target: { label: "sum", score: 2, chosenBy: "function", scale: "number" } },
    { ...kinds, target: lead },
    { ...kinds, model: { ...kinds.model, classes: 1 } },
    showAlone(kinds, { effects: [0.3, 0], answers: [cup, cup] }),
    withEvidence(plain, { alone: { ...aloneTop, effects: [-0.3, 0] } }),
    withEvidence(plain, { alone: aloneTop, sets: { enough: null, needed: { ...one, regions: [0, 1] } } }),
    withFront(plain, { means: "average" }),
    withFront(makeExplanation({ effects: [0.001, 0] }), { means: "average" }),
    withEvidence(plain, {
      perFill: [
        [0.2, 0],
        [-0.2, 0],
      ],
    }),
    showAlone(kinds, { effects: [0.001, 0], answers: [cup, cup] }),
    makeExplanation({ effects: [0.001, 0], method: "all-but-one", hiddenScore: 0.2 }),
    makeExplanation({ effects: [Number.NaN, Number.NaN] }),
    showAlone(withEvidence(makeExplanation({ effects: [0.0001, 0] })), { effects: [0.3, 0], answers: [cup, cup] }),
    withEvidence(plain, { sets: { ...sets, enough: { ...one, regions: [0, 1] } } }),
    withEvidence(
      { ...plain, model: { ...plain.model, classes: 1 } },
      { sets: { ...sets, enough: { ...one, regions: [] } } },
    ),
  ]
}

/** Two records of one picture, of every kind that a comparison tells of. */
function pairs(): readonly (readonly [Explanation, Explanation])[] {
  const plain = makeExplanation({ effects: [0.3, -0.1], top: [espresso, cup] })
  const turned = makeExplanation({ effects: [-0.3, 0.1], top: [cup, espresso] })
  const one = { regions: [0], score: 0.02, answer: cup, exact: true, confirmed: true }
  const found = (regions: readonly number[]) => ({ enough: { ...one, regions }, needed: { ...one, regions } })
  const checked = (score: number): Explanation => {
    const checks = [{ name: "level-up", score: score - 0.01 }] as const
    return withEvidence(makeExplanation({ effects: [0.3, 0], score }), { noise: { checks } })
  }
  const none = withEvidence(makeExplanation({ effects: [0, 0] }))
  const some = withEvidence(plain, { sets: found([0]) })
  return [
    [plain, turned],
    [plain, plain],
    [some, withEvidence(turned, { sets: found([1]) })],
    [some, some],
    [checked(0.9), checked(0.95)],
    [checked(0.9), checked(0.91)],
    [checked(0.9), withEvidence(makeExplanation({ effects: [0.3, 0], score: 0.8 }))],
    [none, some],
    [some, none],
    [none, none],
    [some, { ...some, target: { ...cup, chosenBy: "label" } }],
  ]
}

const records = [...varied, ...rare()]
const { nounFor: _, ...ofEffects } = effects
const formulas = [headline, ...Object.values({ ...answer, ...ofEffects, ...sets, ...sure }), asked]

/** What stands in pictures, terminals and Markdown. */
const short: readonly Sentence[] = records.flatMap((record) => {
  const context = contextOf(viewOf(record), { form: "short", marks: english.marks })
  return formulas.flatMap((formula) => formula(context))
})
/** What stands in reports. */
const long = records.flatMap((record) => Object.values(reportSentences(record)).flat().flat())
/** What stands beside two records of one picture. */
const between = [...varied.slice(1).map((record, i) => [varied[i]!, record] as const), ...pairs()].flatMap(([a, b]) =>
  differenceWords(a, b),
)

/** One sentence each, where a template holds two. */
const singles = (sentences: readonly Sentence[]): readonly string[] => [
  ...new Set(sentences.flatMap(({ text }) => untied(text).split(/(?<=[.!?])\s+(?=[A-Z“\d])/))),
]

describe.each([
  ["pictures, terminals and Markdown", short],
  ["reports", long],
  ["comparisons", between],
])("the sentences of %s", (_name, sentences) => {
  test("have fewer than 25 words each, counting a place or a number as one", () => {
    const words = (text: string): number =>
      text
        .replace(/row \d+, column \d+/g, "place")
        .replace(/“[^”]*”/g, "label")
        .match(/[\p{L}\p{N}][^\s]*/gu)!.length
    expect(singles(sentences).length).toBeGreaterThan(50)
    expect(singles(sentences).filter((text) => words(text) >= 25)).toEqual([])
  })

  test("are plain enough for a reader of 14: a school grade of at most 8 (Flesch and Kincaid 1975)", () => {
    const texts = sentences.slice(0, 4000).map(({ text }) => untied(text))
    const words = texts.flatMap((text) => text.match(/[\p{L}]+(?:[’'][\p{L}]+)?/gu) ?? [])
    const count = texts.reduce((sum, text) => sum + (text.match(/[.!?](\s|$)/g)?.length ?? 1), 0)
    const syllables = words.reduce((sum, word) => sum + syllable(word), 0)
    expect(fleschKincaid({ sentence: count, word: words.length, syllable: syllables })).toBeLessThanOrEqual(8)
  })

  test("say no why and no praise, and have nothing left to fill in", () => {
    expect(singles(sentences).filter((text) => forbidden.test(text))).toEqual([])
    expect(singles(sentences).filter((text) => /[{}~]|undefined|NaN|null/.test(text))).toEqual([])
  })

  test("break no line inside a quantity or a place", () => {
    const broken = /\d (%|points?\b|logits?\b|units?\b|×)|× \d|row \d|column \d|, column/
    expect(sentences.filter(({ text }) => broken.test(text)).map(({ text }) => text)).toEqual([])
  })
})

test("every template of the language is used", () => {
  const used = new Set([...short, ...long, ...between].map(({ name }) => name))
  const unused = [...Object.keys(english.sentences), ...Object.keys(english.difference)].filter(
    (name) => !used.has(name),
  )
  // Said as one with the sentence before them.
  expect(unused.filter((name) => !["untold", "noiseReaches"].includes(name))).toEqual([])
})
