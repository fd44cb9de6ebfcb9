import { describe, expect, it, test } from "vitest"
import { contradictionsBetween, contradictionsOf } from "../../bench/contradictions/find-contradictions.mjs"
import { type Makers, whatIsSaid } from "../../bench/contradictions/what-is-said.mjs"
import type { Evidence } from "../../src/evidence-record.ts"
import type { Attribution, Explanation } from "../../src/explanation.ts"
import { type View, viewOf } from "../../src/reading/view.ts"
import { renderSvg } from "../../src/render/render-svg.ts"
import { renderPlain } from "../../src/render/terminal/render-plain.ts"
import { renderTerminal } from "../../src/render/terminal/render-terminal.ts"
import { toCsv } from "../../src/report/to-csv.ts"
import { toMarkdown } from "../../src/report/to-markdown.ts"
import type { ClassScore } from "../../src/types.ts"
import { english } from "../../src/words/english.ts"
import { evidenceWords } from "../../src/words/picture-words.ts"
import { reportSentences } from "../../src/words/report-words.ts"
import { foundSet } from "../render/make-evidence.ts"
import { makeExplanation } from "../render/make-explanation.ts"

const makers: Makers = {
  evidenceWords,
  reportSentences: (view) => ({ ...reportSentences(view) }),
  ...{ toCsv, toMarkdown, renderPlain, renderTerminal, renderSvg },
  verdicts: english.verdicts,
}

const FLOOR = 0.04
/** A square that supports the answer, one that opposes it, and noise in the others. */
const effects: readonly number[] = Array.from({ length: 16 }, (_, i) => (i === 5 ? 0.3 : i === 9 ? -0.1 : 0.01))
const espresso: ClassScore = { index: 967, label: "espresso", score: 0.9 }
const cup: ClassScore = { index: 968, label: "cup", score: 0.5 }
const measured = recordOf({ effects })

function recordOf({
  parts = {},
  around,
  ...alone
}: Partial<Attribution> &
  Pick<Attribution, "effects"> & { parts?: Partial<Evidence>; around?: Partial<Attribution> }): Explanation {
  const plain = makeExplanation({ effects: alone.effects.map((effect) => effect ?? 0), rows: 4, score: 0.9 })
  const together = { method: "with-neighbours", means: "around", effects: alone.effects, ...around } as const
  return {
    ...plain,
    attributions: [{ ...plain.attributions[0]!, ...alone }, ...(around === undefined ? [] : [together])],
    plan: { level: "quick" },
    evidence: {
      noise: {
        checks: [],
        repeat: 0,
        alone: FLOOR,
        average: FLOOR,
        ...(around === undefined ? {} : { around: FLOOR }),
      },
      ...{ missingness: [], calls: {}, missing: [], ...parts },
    },
  }
}

/** The view as a faulty reader would give it: it calls these squares without effect. */
function muted(view: View, ...squares: readonly number[]): View {
  const regions = view.regions.map((region, i) =>
    squares.includes(i) ? { ...region, verdict: "none" as const, colored: 0 } : region,
  )
  return { ...view, regions }
}

function rulesOf(view: View, own: Partial<Makers> = {}): readonly string[] {
  return contradictionsOf(view, whatIsSaid(view, { ...makers, ...own })).map(({ rule, what }) => `${rule}: ${what}`)
}

function sentence(name: string, text: string) {
  return { name, text, paths: [] }
}

it("finds nothing where all is said as it was measured", () => {
  expect(rulesOf(viewOf(measured))).toEqual([])
  expect(rulesOf(viewOf(recordOf({ effects: effects.map(() => 0.01) })))).toEqual([])
})

describe("a square with a measured effect that is called without effect", () => {
  const fault = muted(viewOf(measured), 9)

  it("is found in every output", () => {
    const found = rulesOf(fault).filter((one) => one.startsWith("silenced"))
    for (const output of ["view", "csv", "markdown", "plain", "terminal", "svg"])
      expect(found.join("\n")).toContain(`region 9 has -10.00 alone, floor 4.00; ${output} calls it without effect`)
  })

  test.each([
    ["csv", { toCsv: () => toCsv(fault) }],
    ["markdown", { toMarkdown: () => toMarkdown(fault) }],
    ["plain", { renderPlain: () => renderPlain(fault) }],
    ["terminal", { renderTerminal: () => renderTerminal(fault, { width: 120 }) }],
    ["svg", { renderSvg: () => renderSvg(fault, { layout: "alone" }) }],
  ])("is found where only %s says so, which the others then disagree with", (output, own) => {
    const found = rulesOf(viewOf(measured), own)
    expect(found).toContain(`silenced: region 9 has -10.00 alone, floor 4.00; ${output} calls it without effect`)
    expect(found.find((one) => one.startsWith("disagree: region 9"))).toContain(`none in ${output}`)
  })

  it("is found where its effect is small and another class comes first", () => {
    const turning = recordOf({ effects, answers: effects.map((_, i) => (i === 2 ? cup : espresso)) })
    expect(rulesOf(viewOf(turning))).toEqual([])
    expect(rulesOf(muted(viewOf(turning), 2)).join("\n")).toContain("region 2 has another first answer alone")
  })

  it("is found where another class comes first without those around it", () => {
    const answers = effects.map((_, i) => (i === 2 ? cup : espresso))
    const turning = { ...recordOf({ effects, around: { answers } }), shown: "with-neighbours" }
    expect(rulesOf(muted(viewOf(turning), 2)).join("\n")).toContain("region 2 with those around it has another")
  })

  it("is found where only words say so", () => {
    const said = sentence("sameAloneNoise", "Hiding the same square alone changes espresso by less than 4 points.")
    const found = rulesOf(viewOf(measured), {
      evidenceWords: (view) => ({ ...evidenceWords(view), notes: [said] }),
    })
    expect(found).toEqual([`silenced: region 5 has 30.00 alone, floor 4.00; words say: ${said.text}`])
  })
})

describe("two outputs", () => {
  const other = viewOf(recordOf({ effects: effects.map((effect, i) => (i === 0 ? 0.5 : effect)) }))

  it("with another headline are found", () => {
    const found = rulesOf(viewOf(measured), { reportSentences: () => ({ ...reportSentences(other) }) })
    expect(found.join("\n")).toContain("disagree: other numbers in the headlines")
  })

  it("of which one lacks the headline are found", () => {
    const found = rulesOf(viewOf(measured), { toMarkdown: () => toMarkdown(other) })
    expect(found.join("\n")).toContain("disagree: markdown lacks the headline")
  })

  it("that count other squares are found", () => {
    const said = sentence("measurable", "3 of 16 squares have a measurable effect.")
    const found = rulesOf(viewOf(measured), {
      reportSentences: (view) => ({ ...reportSentences(view), mattered: [[said]] }),
    })
    expect(found).toEqual([`disagree: 2 regions are measured; words say: ${said.text}`])
  })
})

describe("that nothing has an effect", () => {
  test.each(["headlineNothing", "nothing", "still", "chanceNothing"])(
    "in the sentence %s is found beside one",
    (name) => {
      const said = sentence(name, "No single square matters.")
      const found = rulesOf(viewOf(measured), {
        reportSentences: (view) => ({ ...reportSentences(view), sure: [[said]] }),
      })
      expect(found).toEqual([`nothing: region 5 has a measured effect; words say: ${said.text}`])
    },
  )

  it("is found beside a square that has one with those around it", () => {
    const quiet = effects.map(() => 0.01)
    const found = rulesOf(viewOf(recordOf({ effects: quiet, around: { effects } })))
    expect(found.join("\n")).toContain("nothing: region 5 has a measured effect; words say: ")
  })
})

it("finds a largest change that is not the largest", () => {
  const view = viewOf(measured)
  const strong = { ...view.regions[0]!, effect: 0.8, verdict: "depends" as const, colored: 0 }
  const other = { ...view, effects: view.effects.with(0, 0.8), regions: view.regions.with(0, strong) }
  expect(rulesOf(other)).toEqual([])
  const said = sentence("strongestHidden", "Hiding the square at row 2, column 2 is the largest change.")
  const found = rulesOf(other, { evidenceWords: (own) => ({ ...evidenceWords(own), notes: [said] }) })
  expect(found).toEqual([`largest: region 0 (depends) has 80.0; words say: ${said.text}`])
})

describe("sets", () => {
  const turning = effects.map((_, i) => (i === 5 ? cup : espresso))
  const enough = null

  it("are wrong where none is said to change the answer and one square does", () => {
    const found = rulesOf(viewOf(recordOf({ effects, answers: turning, parts: { sets: { enough, needed: null } } })))
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(
      "sets: no set is said to change the answer, but region 5 alone changes it; words say: No set",
    )
  })

  it("are wrong where fewer squares change the answer", () => {
    const strip = { regions: [5, 9], hidden: [2], said: [{ score: 0.1, answer: cup }] }
    const sets = { enough, needed: foundSet([1, 2, 3], cup) }
    const found = rulesOf(viewOf(recordOf({ effects, parts: { strip, sets } })))
    expect(found.join("\n")).toContain("sets: 3 are said to be needed, but the strongest 2 in turn changes it")
  })

  it("are right where what was seen is no smaller", () => {
    const sets = { enough, needed: foundSet([5], cup, { exact: true }) }
    expect(rulesOf(viewOf(recordOf({ effects, answers: turning, parts: { sets } })))).toEqual([])
  })
})

describe("two levels of one picture", () => {
  const between = (other: View) =>
    contradictionsBetween({ name: "quick", view: viewOf(measured) }, { name: "standard", view: other })

  it("say the same", () => {
    expect(between(viewOf(measured))).toEqual([])
  })

  test.each([
    ["another sign", viewOf(recordOf({ effects: effects.with(5, -0.3) })), "supports and opposes"],
    ["no effect", viewOf(recordOf({ effects: effects.with(5, 0) })), "supports and none"],
  ])("are found with %s of a square", (_, view, verdicts) => {
    expect(between(view)).toEqual([{ rule: "levels", what: `region 5 in quick and standard: ${verdicts}` }])
  })
})
