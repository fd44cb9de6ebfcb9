import type { Evidence } from "../../evidence-record.ts"
import type { Explanation } from "../../explanation.ts"
import { type RegionView, type View, viewOf } from "../../reading/view.ts"
import type { FillDescription, RegionId } from "../../types.ts"
import type { ReportWords } from "../english.ts"
import { fillIn, numbered } from "../fill-in.ts"
import { plainText } from "../format.ts"
import { labelOf } from "../label-of.ts"
import { type ReportNumbers, reportNumbers } from "./report-numbers.ts"

/** A sentence of a report, or two that belong together, made by a named formula from numbers in the record. */
export interface Sentence {
  /** The name of the template that it was made by. */
  readonly formula: string
  readonly text: string
  /** Where its numbers stand in the record, such as `attributions[0].low[11]`. */
  readonly paths: readonly string[]
}

/** What formulas work with. */
export interface Context {
  readonly view: View
  readonly explanation: Explanation
  readonly evidence: Evidence | undefined
  /** What can be said of each region; undefined where nothing tells. */
  readonly shown: readonly RegionView[] | undefined
  readonly numbers: ReportNumbers
  readonly words: ReportWords
  readonly total: number
  /** `squares`. */
  readonly noun: string
  /** `the score of “espresso”`. */
  readonly subject: string
  /** `score`. */
  readonly quantity: string
}

/** Makes sentences; none where the record does not hold what they are about. */
export type Formula = (context: Context) => readonly Sentence[]

export function contextOf(of: Explanation | View, words: ReportWords): Context {
  const view = viewOf(of)
  const explanation = view.record
  const { target, regions, evidence } = explanation
  const kind = target.chosenBy === "margin" || target.chosenBy === "function" ? target.chosenBy : "class"
  const other = target.chosenBy === "margin" ? labelOf(target.against) : ""
  return {
    view,
    explanation,
    evidence,
    shown: view.judged ? view.regions : undefined,
    numbers: reportNumbers(explanation, words),
    words,
    total: view.effects.length,
    noun: words.nouns[regions.layout.kind].other,
    subject: fillIn(words.subjects[kind], { label: labelOf(target), other }),
    quantity: words.quantities[kind],
  }
}

/** `square`, `squares`. */
export function nounFor({ explanation, words }: Context, count: number): string {
  return numbered(words.nouns[explanation.regions.layout.kind], count)
}

/** `row 3, column 5`. */
export function placeOf({ explanation, words }: Pick<Context, "explanation" | "words">, region: RegionId): string {
  const { layout } = explanation.regions
  if (layout.kind === "mask") return fillIn(words.places.mask, { number: region + 1 })
  const { columns } = layout
  return fillIn(words.places.grid, { row: Math.floor(region / columns) + 1, column: (region % columns) + 1 })
}

/** `the square at row 3, column 5`. */
export function regionOf(context: Pick<Context, "explanation" | "words">, region: RegionId): string {
  const { layout } = context.explanation.regions
  return fillIn(context.words.regions[layout.kind], { place: placeOf(context, region) })
}

/** `blur`, `the colour #808080`. */
export function fillOf({ words }: Pick<Context, "words">, { name, options }: FillDescription): string {
  const color = options?.color
  const code = Array.isArray(color)
    ? `#${color.map((level: number) => Math.round(level).toString(16).padStart(2, "0")).join("")}`
    : String(color)
  const known = Object.entries(words.fills).find(([key]) => key === name && key !== "own")
  return known === undefined
    ? fillIn(words.fills.own, { name: plainText(name) })
    : fillIn(known[1], { color: plainText(code) })
}

/** `blur, noise and the colour #808080`. */
export function listOf({ words }: Pick<Context, "words">, items: readonly string[]): string {
  const last = items.at(-1) ?? ""
  if (items.length < 2) return last
  return fillIn(words.and, { first: items.slice(0, -1).join(words.comma), last })
}

/** A class's name as it may stand in a sentence. */
export function nameOf(answer: { readonly label: string; readonly index: number }): string {
  return labelOf(answer)
}

/** One sentence of a template of `words.sentences`. */
export function sentence(
  { words }: Pick<Context, "words">,
  formula: PlainFormula,
  { values, paths }: { readonly values?: Readonly<Record<string, string | number>>; readonly paths: readonly string[] },
): readonly [Sentence] {
  return [{ formula, text: fillIn(words.sentences[formula], values), paths }]
}

/** The same where the text depends on a count. */
export function countedSentence(
  { words }: Pick<Context, "words">,
  formula: CountedFormula,
  {
    count,
    values,
    paths,
  }: {
    readonly count: number
    readonly values?: Readonly<Record<string, string | number>>
    readonly paths: readonly string[]
  },
): readonly [Sentence] {
  return [{ formula, text: fillIn(numbered(words.sentences[formula], count), { count, ...values }), paths }]
}

type Sentences = ReportWords["sentences"]
type PlainFormula = { [K in keyof Sentences]: Sentences[K] extends string ? K : never }[keyof Sentences]
type CountedFormula = Exclude<keyof Sentences, PlainFormula>
