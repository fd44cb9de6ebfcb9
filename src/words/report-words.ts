import type { Explanation } from "../explanation.ts"
import { chanceFact } from "../reading/facts/chance-fact.ts"
import { strongestFact } from "../reading/facts/effect-facts.ts"
import { type View, viewOf } from "../reading/view.ts"
import { type ContextOptions, contextOf, type Sentence } from "./context.ts"
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
import { limits, mainLimits } from "./sentences/limits.ts"
import { methodSteps } from "./sentences/method.ts"
import { changeUntested, either, enough, needed } from "./sentences/sets.ts"
import {
  centre,
  chance,
  closeAnswers,
  fillsAgree,
  intervals,
  missingness,
  noise,
  notDone,
  notTested,
  shifted,
  warning,
} from "./sentences/sure.ts"

/** Sentences by paragraph: what one formula says stands together. */
export type Said = readonly (readonly Sentence[])[]

/** Where a sentence stands. `warning`: that the map is no better than chance; `caution`: what else must be known before it is read; `limits`: what is kept in mind on the first screen. */
export type Place =
  | "warning"
  | "caution"
  | "summary"
  | "limits"
  | "answered"
  | "mattered"
  | "sure"
  | "change"
  | "not"
  | "method"

/** The sentences of each section of a report. */
export type ReportSentences = Readonly<Record<Place, Said>>

const sections = {
  warning: [warning],
  caution: [closeAnswers, missingness],
  summary: [firstAnswer, about, strongest, support],
  answered: [firstAnswer, about, ownNumber],
  mattered: [strongest, sameRegion, halfAsMuch, support, against, measurable, noEffect, depends, noValue],
  sure: [chance, centre, intervals, noise, fillsAgree, missingness, shifted, notDone, notTested],
  change: [needed, changeUntested, enough, either],
} satisfies Readonly<Record<Exclude<Place, "method" | "limits" | "not">, readonly Formula[]>>

/** Everything that a report says of a record, each sentence made of one template and of numbers in the record. */
export function reportSentences(what: Explanation | View, options: Omit<ContextOptions, "form"> = {}): ReportSentences {
  const view = viewOf(what)
  const context = contextOf(view, { ...options, form: "long" })
  const said = (formulas: readonly Formula[]): Said =>
    formulas.map((formula) => formula(context)).filter(({ length }) => length > 0)
  const first = (formula: Formula): Said => said([formula]).map((group) => group.slice(0, 1))
  return {
    warning: said(sections.warning),
    caution: said(sections.caution),
    summary: [
      ...said(sections.summary),
      ...said(strongestFact(view) === undefined ? [measurable] : []),
      ...first(needed),
      ...first(changeUntested),
      ...(chanceFact(view).warns ? [] : first(chance)),
    ],
    limits: mainLimits(context).map((one) => [one]),
    answered: said(sections.answered),
    mattered: said(sections.mattered),
    sure: said(sections.sure),
    change: said(sections.change),
    not: limits(context).map((one) => [one]),
    method: methodSteps(context),
  }
}
