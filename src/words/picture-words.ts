import type { Explanation } from "../explanation.ts"
import { chanceFact } from "../reading/facts/chance-fact.ts"
import { strongestFact } from "../reading/facts/effect-facts.ts"
import { falls, type View, viewOf } from "../reading/view.ts"
import { type PaletteName, palettes } from "../render/color/palettes.ts"
import { type Context, contextOf, joined, kindOf, namesOf, type Sentence, type SetMarks } from "./context.ts"
import { answersOf } from "./details.ts"
import { english, type Words } from "./english.ts"
import { fillIn } from "./fill-in.ts"
import { untouched } from "./sentences/answer.ts"
import { depends, type Formula, measurable, noValue, sameRegion, strongest } from "./sentences/effects.ts"
import { type HeadlineKind, headline, headlineKind } from "./sentences/headline.ts"
import { asked } from "./sentences/method.ts"
import { either, enough, needed } from "./sentences/sets.ts"
import { chance, closeAnswers, harmless, missingness, notDone, shifted, warning } from "./sentences/sure.ts"
import { targetWords } from "./target-words.ts"

/** What a record says, in words for pictures, terminals and Markdown. */
export interface PictureWords {
  /** What must be read before the map: that its order does no better than chance. */
  readonly warning: Sentence | undefined
  /** The headline, then what else was measured: with evidence, three or four sentences in all. */
  readonly sentences: readonly Sentence[]
  /**
   * What else a reader must know, the most important first: an order no better than chance, answers as close as the noise, misleading fills, what was not done.
   */
  readonly notes: readonly Sentence[]
}

/** The options of `evidenceWords`. */
export interface PictureWordsOptions {
  /** What is added in brackets after sets that are marked: `outlined`. */
  readonly marks?: SetMarks | undefined
  /** The most decimals for the effects in front: as many as the squares of the map have. */
  readonly decimals?: number | undefined
  /** The language. @default english */
  readonly words?: Words | undefined
}

/** That the order passed its test; next to a doubt about the whole map, this would falsely reassure. */
const order: Formula = (context) => {
  const { outcome, warns } = chanceFact(context.view)
  const isDoubtful = [closeAnswers, missingness].some((doubt) => doubt(context).length > 0)
  return warns || outcome === "untested" || isDoubtful ? [] : chance(context)
}

/** In the order in which they are read. */
const inOrder: readonly Formula[] = [
  headline,
  strongest,
  sameRegion,
  enough,
  needed,
  either,
  measurable,
  depends,
  order,
]
/** Said while there is room, in this order. */
const byWeight: readonly Formula[] = [
  headline,
  strongest,
  needed,
  enough,
  measurable,
  order,
  either,
  depends,
  sameRegion,
]
/** Said if there is little else to say. */
const more: readonly Formula[] = [asked, harmless, untouched]
const fewest = 3
const most = 4

/**
 * Puts a record into words: the strongest region, how sure that is, what keeps and what changes the answer. Each sentence is made from a template of the
 * language and numbers of the record. Quantities contain no-break spaces (U+00A0).
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { evidenceWords } from "gridexplainer/render"
 * const image = { width: 4, height: 4, channels: 1, data: Uint8Array.from({ length: 16 }, (_, i) => (i === 5 ? 255 : 0)) } as const
 * const dot = functionModel((images) => images.map(({ data }) => [data[5]! / 255, 1 - data[5]! / 255]))
 * const explanation = await explain(dot, image, { regions: grid(4), fills: [0], evidence: "quick" })
 * const { sentences } = evidenceWords(explanation)
 * sentences[0]!.name // => "headlineSets"
 * ```
 */
export function evidenceWords(what: Explanation | View, options: PictureWordsOptions = {}): PictureWords {
  const context = contextOf(viewOf(what), { ...options, form: "short" })
  if (!context.view.judged)
    return { warning: undefined, sentences: said(context, [strongest, measurable, noValue]), notes: [] }
  /** If the map claims only an order, it comes first that this is no better than chance. */
  const isOrder = context.view.means === "average"
  const [first] = isOrder ? said(context, [warning]) : []
  const notes = said(context, [...(isOrder ? [] : [warning]), closeAnswers, missingness, shifted, noValue, notDone])
  return { warning: first, sentences: chosen(context, first === undefined ? 0 : 1), notes }
}

function chosen(context: Context, warnings: number): readonly Sentence[] {
  const repeated = isSaid[headlineKind(context)] ?? []
  const full = byWeight.filter((formula) => !repeated.includes(formula) && formula(context).length > 0)
  const taken = full.slice(0, most - warnings)
  const sentences = said(
    context,
    inOrder.filter((formula) => taken.includes(formula)),
  )
  return [...sentences, ...said(context, more).slice(0, Math.max(0, fewest - sentences.length - warnings))]
}

/** What each kind of headline has said already. */
const isSaid: Readonly<Partial<Record<HeadlineKind, readonly Formula[]>>> = {
  sets: [needed, enough],
  strongest: [strongest],
  nothing: [measurable],
  unhidden: [enough],
}

/** What each formula says, joined into one sentence each. */
function said(context: Context, formulas: readonly Formula[]): readonly Sentence[] {
  return formulas.flatMap((formula) => joined(formula(context)))
}

/**
 * What is explained and its score: `espresso, 94.1 %`, `wolf rather than husky, +35.2 points`.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { titleOf } from "gridexplainer/render"
 * const image = { width: 2, height: 2, channels: 1, data: Uint8Array.of(255, 0, 0, 51) } as const
 * const model = functionModel((images) => images.map(({ data }) => [(data[0]! + data[3]!) / 510]))
 * const explanation = await explain(model, image, { regions: grid(2), fill: 0, evidence: "none" })
 * titleOf(explanation) // => "class 0, 60.0\u00a0%"
 * ```
 */
export function titleOf(what: Explanation | View, words: Words = english): string {
  const { record } = viewOf(what)
  const { name, score } = targetWords(record, words)
  return fillIn(words.drawing.answer, { label: name, score: score(record.target.score) })
}

/** The options of `captionOf`. */
export interface CaptionOptions extends PictureWordsOptions {
  /** The palette whose colours are named. @default "PuOr" */
  readonly palette?: PaletteName
  /** Signed points, or the look of the original GridExplainer. @default "points" */
  readonly style?: "points" | "original"
}

/**
 * Everything that a picture says, in one text: the warning if there is one, what it shows, and what its colours mean.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { captionOf } from "gridexplainer/render"
 * const image = { width: 2, height: 2, channels: 1, data: Uint8Array.of(255, 0, 0, 51) } as const
 * const model = functionModel((images) => images.map(({ data }) => [(data[0]! + data[3]!) / 510]))
 * const explanation = await explain(model, image, { regions: grid(2), fill: 0, evidence: "none" })
 * captionOf(explanation).replaceAll("\u00a0", " ").startsWith("Hiding the square at row 1, column 1 lowers class 0 from 60.0 % to 10.0 %") // => true
 * ```
 */
export function captionOf(what: Explanation | View, options: CaptionOptions = {}): string {
  const view = viewOf(what)
  const meaning = view.judged ? [coloursOf(view, options)] : []
  return [warningOf(view, options), ...captionLines(view, options), ...meaning].filter((text) => text !== "").join(" ")
}

/** The text under a picture whose warning is above it: one paragraph or, with evidence, one line per sentence, with the colours left to the legend. */
export function captionLines(what: Explanation | View, options: CaptionOptions = {}): readonly string[] {
  const view = viewOf(what)
  const { words = english, style } = options
  const sentences = evidenceWords(view, { ...options, marks: options.marks ?? words.marks }).sentences.map(
    ({ text }) => text,
  )
  const paragraph = (texts: readonly string[]): readonly string[] => [texts.filter((text) => text !== "").join(" ")]
  if (style === "original") return paragraph([...sentences, hundredOf(view, words)])
  const answers = answersOf(view.record, words).map((answer) => `${answer}.`)
  return view.judged ? [...answers, ...sentences] : paragraph([...answers, ...sentences, coloursOf(view, options)])
}

/** What the colours mean; "" if there are none. */
function coloursOf(view: View, { palette = "PuOr", style, words = english }: CaptionOptions): string {
  if (style === "original" || strongestFact(view) === undefined) return ""
  const { plus, minus } = palettes[palette]
  const capital = plus.charAt(0).toUpperCase() + plus.slice(1)
  const { drawing } = words
  return meaningOf(
    view,
    { plus: fillIn(drawing.plus, { color: capital }), minus: fillIn(drawing.minus, { color: minus }) },
    words,
  )
}

/** What plus and minus mean, with the names of their colours. */
export function meaningOf(
  what: Explanation | View,
  { plus, minus }: { readonly plus: string; readonly minus: string },
  words: Words = english,
): string {
  const view = viewOf(what)
  const { target } = view.record
  const kind = kindOf(target)
  const { drawing } = words
  const { common } = contextOf(view, { words, form: "short" })
  const [up, down] = falls(view.means) ? [words.lowers, words.raises] : [words.raises, words.lowers]
  const names = namesOf(target)
  return fillIn(drawing.meaning, {
    ...{ plus, minus, quantity: common.quantity, action: drawing.actions[view.means] },
    ...{ lowers: up.short, raises: down.short },
    ...{ supports: fillIn(drawing.supports[kind], names), opposes: fillIn(drawing.opposes[kind], names) },
  })
}

/** What a reader must know before the map: that it does no better than chance; "" if there is nothing to warn about. */
export function warningOf(what: Explanation | View, options: PictureWordsOptions = {}): string {
  return evidenceWords(what, options).warning?.text ?? ""
}

/** What 100 stands for; "" if no region changes anything, so that no number is 100. */
function hundredOf({ effects, judged }: View, { drawing }: Words): string {
  const some = effects.some((effect) => Number.isFinite(effect) && effect !== 0)
  return some ? (judged ? drawing.hundredLargest : drawing.hundred) : ""
}
