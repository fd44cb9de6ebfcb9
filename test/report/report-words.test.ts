import fc from "fast-check"
import { fleschKincaid } from "flesch-kincaid"
import { syllable } from "syllable"
import { describe, expect, test } from "vitest"
import type { Explanation } from "../../src/explanation.ts"
import { english } from "../../src/words/english.ts"
import { reportSentences } from "../../src/words/sentences/report-sentences.ts"
import { anyEvidence, faithfulness, showAlone, withEvidence } from "../render/make-evidence.ts"
import { makeExplanation, wobble } from "../render/make-explanation.ts"

/** All texts of a language, with their places. */
function textsOf(words: object, path = ""): readonly (readonly [path: string, text: string])[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === "string" ? [[`${path}${key}`, value] as const] : textsOf(value as object, `${path}${key}.`),
  )
}

/** Words that say why, or that praise: a test by hiding knows neither. */
const forbidden =
  /\b(because|proves?|proof|sees?|looks? at|understands?|understood|diagnos\w*|focus\w*|attention|important\w*|causes?|caused|thinks?|knows?|believes?|reason(s|ed)? for|responsible|reveals?|accurate\w*|reliabl[ey]|trustworthy|state-of-the-art|powerful|clearly|obvious\w*|truly|therefore|thus)\b/i

describe("the words of a report", () => {
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
    const most = textsOf(english).filter(([, text]) => /\bmost\b/i.test(text))
    expect(most.map(([path]) => path)).toEqual(["sentences.against.other"])
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
  const noise = (repeat: number, floor: number): Explanation => {
    const record = withEvidence(plain, { alone: aloneTop, floor, floorAlone: floor, pairs: [], calls: { pairs: 3 } })
    const checks = [{ name: "again", score: 0.9412 }] as const
    return { ...record, evidence: { ...record.evidence!, noise: { ...record.evidence!.noise!, checks, repeat } } }
  }
  return [
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
  ]
}

const sentences = [...varied, ...rare()].flatMap((record) =>
  Object.values(reportSentences(record, english)).flat().flat(),
)

/** One sentence each, where a template holds two. */
const single = [...new Set(sentences.flatMap(({ text }) => text.split(/(?<=[.!?])\s+(?=[A-Z“])/)))]

describe("the sentences of a report", () => {
  test("have fewer than 25 words each, counting a place or a number as one", () => {
    const words = (text: string): number =>
      text
        .replace(/row \d+, column \d+/g, "place")
        .replace(/“[^”]*”/g, "label")
        .match(/[\p{L}\p{N}][^\s]*/gu)!.length
    expect(single.length).toBeGreaterThan(200)
    expect(single.filter((text) => words(text) >= 25)).toEqual([])
  })

  test("are plain enough for a reader of 14: a school grade of at most 8 (Flesch and Kincaid 1975)", () => {
    const texts = sentences.slice(0, 4000).map(({ text }) => text)
    const words = texts.flatMap((text) => text.match(/[\p{L}]+(?:[’'][\p{L}]+)?/gu) ?? [])
    const count = texts.reduce((sum, text) => sum + (text.match(/[.!?](\s|$)/g)?.length ?? 1), 0)
    const syllables = words.reduce((sum, word) => sum + syllable(word), 0)
    const grade = fleschKincaid({ sentence: count, word: words.length, syllable: syllables })
    expect(grade).toBeLessThanOrEqual(8)
  })

  test("have nothing left to fill in", () => {
    expect(single.filter((text) => /[{}]|undefined|NaN|null/.test(text))).toEqual([])
  })

  test("come from every template of the language", () => {
    const used = new Set(sentences.map(({ formula }) => formula))
    const unused = [...Object.keys(english.sentences), ...Object.keys(english.method)].filter((name) => !used.has(name))
    // Parts of other sentences.
    expect(unused.filter((name) => !/^(change|kept)(Class|Margin|Only)$/.test(name))).toEqual([])
  })
})
