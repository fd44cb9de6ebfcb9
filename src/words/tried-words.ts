import type { Said } from "../evidence-record.ts"
import type { View } from "../reading/view.ts"
import { type Context, contextOf } from "./context.ts"
import { english } from "./english.ts"
import { fillIn, numbered } from "./fill-in.ts"
import { labelOf } from "./label-of.ts"

/** What stands over a small picture that the model was shown, and what it said of it. */
export interface TriedWords {
  readonly heading: string
  readonly said: string
}

/** `Only these 5`, `still espresso, 62 %`; `Without these 3`, `candle, 37 %`. */
export function setWords(view: View, name: "enough" | "needed"): TriedWords | undefined {
  const set = view.record.evidence?.sets?.[name]
  if (set === null || set === undefined) return undefined
  const { drawing } = english
  const count = set.regions.length
  const context = contextOf(view, { form: "short" })
  const template = numbered(name === "enough" ? drawing.only : drawing.without, count)
  return {
    heading: fillIn(template, { count }),
    said: isKept(context, set) ? keptWords(context, set) : newAnswer(context, set),
  }
}

/** `1 hidden:` and `91 %`, `8 hidden:` and `meerkat, 38 %`, one pair a picture of the strip. */
export function stripWords(
  view: View,
):
  | { readonly heading: string; readonly steps: readonly { readonly hidden: string; readonly said: string }[] }
  | undefined {
  const strip = view.record.evidence?.strip
  if (strip === undefined) return undefined
  const { drawing } = english
  const context = contextOf(view, { form: "short" })
  const words = (said: Said): string =>
    isKept(context, said) ? context.numbers.targetScore(said.score) : newAnswer(context, said)
  return {
    heading: fillIn(drawing.strip, { noun: context.common.noun }),
    steps: strip.hidden.map((count, i) => ({ hidden: fillIn(drawing.hidden, { count }), said: words(strip.said[i]!) })),
  }
}

/** Whether the answer is that of the untouched picture; a lead and a number of one's own are told by themselves. */
export function isKept({ view: { record } }: Pick<Context, "view">, { answer }: Said): boolean {
  const { target, top } = record
  const isOwn = target.chosenBy === "margin" || target.chosenBy === "function"
  return isOwn || answer.index === (top[0] ?? target).index
}

function keptWords({ view, numbers }: Context, { score }: Said): string {
  const { target } = view.record
  const { drawing } = english
  const own = numbers.targetScore(score)
  if (target.chosenBy === "margin" || target.chosenBy === "function") return own
  return fillIn(drawing.kept, { said: fillIn(drawing.answer, { label: labelOf(target), score: own }) })
}

function newAnswer({ numbers }: Context, { answer }: Said): string {
  return fillIn(english.drawing.answer, { label: labelOf(answer), score: numbers.classScore(answer.score) })
}
