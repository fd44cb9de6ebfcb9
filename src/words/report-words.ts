import type { Explanation } from "../explanation.ts"
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
import { headline, headlineKind } from "./sentences/headline.ts"
import { limits, mainLimits } from "./sentences/limits.ts"
import { methodSteps } from "./sentences/method.ts"
import { changeUntested, either, enough, needed } from "./sentences/sets.ts"
import {
  centre,
  chance,
  closeAnswers,
  fillChosen,
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

/** Where a sentence stands. `headline`: what answers the question; `warning`: that a map of an order is no better than chance; `caution`: what may change what a reader does; `limits`: what is kept in mind. */
export type Place =
  | "headline"
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
  summary: [firstAnswer, about, support],
  answered: [firstAnswer, about, ownNumber],
  mattered: [strongest, sameRegion, halfAsMuch, support, against, measurable, noEffect, depends, noValue],
  sure: [chance, centre, intervals, noise, fillChosen, fillsAgree, shifted, notDone, notTested],
  change: [needed, changeUntested, enough, either],
} satisfies Readonly<Record<Exclude<Place, "headline" | "method" | "limits" | "not">, readonly Formula[]>>

/** Everything that a report says of a record, each sentence made of one template and of numbers in the record. */
export function reportSentences(what: Explanation | View, options: Omit<ContextOptions, "form"> = {}): ReportSentences {
  const view = viewOf(what)
  const context = contextOf(view, { ...options, form: "long" })
  const said = (formulas: readonly Formula[]): Said =>
    formulas.map((formula) => formula(context)).filter(({ length }) => length > 0)
  const kind = headlineKind(context)
  const first = (formula: Formula): Said => said([formula]).map((group) => group.slice(0, 1))
  return {
    headline: view.judged ? said([headline]) : [],
    warning: view.means === "average" ? said(sections.warning) : [],
    caution: said([...(view.means === "average" ? [] : sections.warning), ...sections.caution]),
    summary: [
      ...said(sections.summary),
      ...(kind === "strongest" ? [] : first(strongest)),
      ...(kind === "sets" ? [] : first(needed)),
      ...first(changeUntested),
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
