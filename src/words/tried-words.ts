import type { Said } from "../evidence-record.ts"
import type { View } from "../reading/view.ts"
import { type Context, contextOf } from "./context.ts"
import { english } from "./english.ts"
import { fillIn, numbered } from "./fill-in.ts"
import { labelOf } from "./label-of.ts"

/** The words above a small picture that the model was shown, and what it said of it. */
export interface TriedWords {
  readonly heading: string
  readonly said: string
  /** Whether the answer stayed as it was. */
  readonly isKept: boolean
}

/** The same for the strip, one per picture. */
export interface StripWords {
  readonly heading: string
  readonly steps: readonly { readonly hidden: string; readonly said: string; readonly isKept: boolean }[]
}

/** `Only these 5`, `still espresso, 62 %`; `Without these 3`, `candle, 37 %`. */
export function setWords(view: View, name: "enough" | "needed"): TriedWords | undefined {
  const set = view.record.evidence?.sets?.[name]
  if (set === null || set === undefined) return undefined
  const { drawing } = english
  const count = set.regions.length
  const context = contextOf(view, { form: "short" })
  const kept = isKept(context, set)
  return {
    heading: fillIn(numbered(name === "enough" ? drawing.only : drawing.without, count), { count }),
    said: kept ? keptAnswer(context, set) : newAnswer(context, set),
    isKept: kept,
  }
}

/** `1 hidden:` and `91 %`, `8 hidden:` and `meerkat, 38 %`. */
export function stripWords(view: View): StripWords | undefined {
  const strip = view.record.evidence?.strip
  if (strip === undefined) return undefined
  const { drawing } = english
  const context = contextOf(view, { form: "short" })
  return {
    heading: fillIn(drawing.strip, { noun: context.common.noun, quantity: context.common.quantity }),
    steps: strip.hidden.map((count, i) => {
      const said = strip.said[i]!
      const kept = isKept(context, said)
      const words = kept ? context.numbers.targetScore(said.score) : newAnswer(context, said)
      return { hidden: fillIn(drawing.hidden, { count }), said: words, isKept: kept }
    }),
  }
}

/** Whether the top class is that of the untouched picture; for a lead, whether it is still one. The number of a score function is no answer. */
function isKept({ view: { record } }: Context, { score, answer }: Said): boolean {
  const { target, top } = record
  if (target.chosenBy === "function") return true
  if (target.chosenBy === "margin") return score * target.score >= 0
  return answer.index === (top[0] ?? target).index
}

function keptAnswer({ view, numbers }: Context, { score }: Said): string {
  const { target } = view.record
  const { drawing } = english
  const own = numbers.targetScore(score)
  if (target.chosenBy === "margin" || target.chosenBy === "function") return own
  return fillIn(drawing.kept, { said: fillIn(drawing.answer, { label: labelOf(target), score: own }) })
}

function newAnswer({ view, numbers }: Context, { score, answer }: Said): string {
  if (view.record.target.chosenBy === "margin") return numbers.targetScore(score)
  return fillIn(english.drawing.answer, { label: labelOf(answer), score: numbers.classScore(answer.score) })
}
