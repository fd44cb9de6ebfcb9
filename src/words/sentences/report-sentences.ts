import type { Explanation } from "../../explanation.ts"
import { movesTheAnswer } from "../../reading/strongest-region.ts"
import type { View } from "../../reading/view.ts"
import type { ReportWords } from "../english.ts"
import { about, firstAnswer, ownNumber } from "./answer.ts"
import { either, enough, needed } from "./change.ts"
import { against, aloneToo, depends, halfAsMuch, measurable, noEffect, noValue, strongest, where } from "./effects.ts"
import { limits, mainLimits } from "./limits.ts"
import { methodSteps } from "./method.ts"
import { contextOf, type Formula, type Sentence } from "./sentence.ts"
import {
  centre,
  chance,
  closeAnswers,
  fillsAgree,
  intervals,
  missingness,
  noise,
  shifted,
  untested,
  warning,
} from "./sure.ts"

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
  summary: [firstAnswer, about, strongest, where],
  answered: [firstAnswer, about, ownNumber],
  mattered: [strongest, aloneToo, halfAsMuch, where, against, measurable, noEffect, depends, noValue],
  sure: [chance, centre, intervals, noise, fillsAgree, missingness, shifted, untested],
  change: [needed, enough, either],
} satisfies Readonly<Record<Exclude<Place, "method" | "limits" | "not">, readonly Formula[]>>

/** Everything that a report says of a record, each sentence made by a named formula from numbers in it. */
export function reportSentences(of: Explanation | View, words: ReportWords): ReportSentences {
  const context = contextOf(of, words)
  const said = (formulas: readonly Formula[]): Said =>
    formulas.map((formula) => formula(context)).filter(({ length }) => length > 0)
  const warned = said(sections.warning)
  const first = (formula: Formula): Said => said([formula]).map((group) => group.slice(0, 1))
  return {
    warning: warned,
    caution: said(sections.caution),
    summary: [
      ...said(sections.summary),
      ...said(movesTheAnswer(context.view) ? [] : [measurable]),
      ...first(needed),
      ...(warned.length > 0 ? [] : first(chance)),
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
