import type { Explanation } from "../../explanation.ts"
import { type View, viewOf } from "../../reading/view.ts"
import { type Context, contextOf } from "../../words/context.ts"
import { fillIn } from "../../words/fill-in.ts"
import { type RegionTexts, regionTexts } from "../../words/region-texts.ts"

/** Returns a function that writes a region as one line: its effect, and what evidence says about it or how its effect changes the score. */
export function plainLines(of: Explanation | View): (index: number) => string {
  const view = viewOf(of)
  const context = contextOf(view, { form: "short" })
  return (index) => {
    const texts = regionTexts(context, index)
    const { place, effect } = texts
    const { words, numbers } = context
    if (effect === undefined) return fillIn(words.region.line, { place, effect: words.noValue })
    const line = fillIn(words.region.line, { place, effect: numbers.signedSize(effect.value!) })
    return (
      line +
      (texts.verdict === undefined ? (texts.change === undefined ? "" : `, ${texts.change}`) : judged(context, texts))
    )
  }
}

/** ` (90 % sure: +3.1 to +5.2), supports it, alone +9.0, fills +2.0 to +5.1, 2 of 3 agree, enough, needed`. */
function judged({ view, words }: Context, { verdict, range, other, fills, agree, sets }: RegionTexts): string {
  const { terminal } = words
  const sure = range === undefined ? "" : fillIn(terminal.sure, { range: range.text })
  const isOwn = view.low !== undefined
  const effect = other?.text
  const isAlone = isOwn || view.means === "around"
  const columns = [
    verdict!.text,
    ...(effect === undefined
      ? []
      : [isAlone ? fillIn(terminal.alone, { effect }) : fillIn(terminal.average, { effect, sure })]),
    ...(fills === undefined
      ? []
      : [fillIn(terminal.fills, { range: fills.text }), fillIn(terminal.agree, { agree: agree! })]),
    ...(sets === undefined || sets.text === "" ? [] : [sets.text]),
  ]
  return `${isOwn ? ` (${sure})` : ""}, ${columns.join(words.comma)}`
}
