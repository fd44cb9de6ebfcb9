import type { Explanation } from "../explanation.ts"
import { chanceFact } from "../reading/facts/chance-fact.ts"
import { strongestFact } from "../reading/facts/effect-facts.ts"
import { type View, viewOf } from "../reading/view.ts"
import { type Context, type ContextOptions, contextOf, type Sentence } from "./context.ts"
import { about, firstAnswer, ownNumber } from "./sentences/answer.ts"
import {
  against,
  depends,
  type Formula,
  halfAsMuch,
  measurable,
  noEffect,
  noValue,
  sameRegion,
  strongest,
  support,
} from "./sentences/effects.ts"
import { type HeadlineKind, headline, headlineKind } from "./sentences/headline.ts"
import { limits } from "./sentences/limits.ts"
import { methodSteps } from "./sentences/method.ts"
import { effectsMoved } from "./sentences/moved.ts"
import { enoughCaption, neededCaption, smallerSets, stripCaptions } from "./sentences/pictures.ts"
import { changeUntested, either } from "./sentences/sets.ts"
import {
  centre,
  chance,
  closeAnswers,
  fillChosen,
  fillsAgree,
  missingness,
  noise,
  notDone,
  notTested,
  shifted,
  warning,
} from "./sentences/sure.ts"

/** Sentences by paragraph: what one formula says is one paragraph. */
export type Said = readonly (readonly Sentence[])[]

/**
 * The section of a report that a sentence is in.
 *
 * - `headline`: what answers the question. `warning`: that the order of a map is no better than chance. `about`: what is explained, if that is not the top
 * class.
 * - `enough`, `needed`, `strip`: under the pictures with only some shown, with some hidden, and with more and more hidden.
 * - `caution`: what may change a reader's decision.
 * - the others: folded sections; `reading` is what must be kept in mind.
 */
export type Place =
  | "headline"
  | "warning"
  | "about"
  | "enough"
  | "needed"
  | "strip"
  | "caution"
  | "mattered"
  | "sure"
  | "answered"
  | "reading"
  | "method"

/** The sentences of each section of a report. */
export type ReportSentences = Readonly<Record<Place, Said>>

/** Everything that a report says about a record, nothing twice. Each sentence is made from one template and numbers of the record. */
export function reportSentences(what: Explanation | View, options: Omit<ContextOptions, "form"> = {}): ReportSentences {
  const view = viewOf(what)
  const context = contextOf(view, { ...options, form: "long" })
  const said = (...formulas: readonly Formula[]): Said =>
    formulas.map((formula) => formula(context)).filter(({ length }) => length > 0)
  const isOrder = view.means === "average"
  const { headline: first, repeated } = headlineOf(context)
  const unless = (...formulas: readonly Formula[]): readonly Formula[] =>
    formulas.filter((formula) => !repeated.includes(formula))
  return {
    headline: said(first),
    warning: isOrder ? said(warning) : [],
    about: view.record.top.length < 2 || about(context).length > 0 ? said(firstAnswer, about) : [],
    enough: said(...unless(enoughCaption)),
    needed: said(neededCaption),
    strip: stripCaptions(context),
    caution: said(...(isOrder ? [] : [warning]), closeAnswers, missingness),
    mattered: said(...unless(...areas)),
    sure: said(
      ...[noise, effectsMoved],
      fillChosen(context).length > 0 ? fillChosen : fillsAgree,
      ...(chanceFact(view).warns ? [] : [chance, centre]),
      ...[smallerSets, shifted, changeUntested, notDone, notTested],
    ),
    answered: said(ownNumber),
    reading: limits(context).map((one) => [one]),
    method: methodSteps(context),
  }
}

/** The sentences on which areas mattered, in reading order. */
const areas = [strongest, sameRegion, halfAsMuch, support, against, measurable, noEffect, depends, noValue, either]

/** What each kind of headline has said already, and is not said again. */
const isSaid: Readonly<Partial<Record<HeadlineKind, readonly Formula[]>>> = {
  strongest: [strongest],
  nothing: [measurable],
  unhidden: [enoughCaption],
}

/** The headline; if no noise was measured, what is said about the strongest region. */
function headlineOf(context: Context): { readonly headline: Formula; readonly repeated: readonly Formula[] } {
  const { view } = context
  if (view.judged) return { headline, repeated: isSaid[headlineKind(context)] ?? [] }
  const plain = strongestFact(view) === undefined ? measurable : strongest
  return { headline: plain, repeated: [plain] }
}
