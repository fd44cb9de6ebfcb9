import type { EffectMeaning, Explanation } from "../explanation.ts"
import { movesTheAnswer, strongestRegion } from "../reading/strongest-region.ts"
import { type View, viewOf } from "../reading/view.ts"
import type { SetMarks } from "./evidence-sentence.ts"
import { evidenceWords } from "./evidence-words.ts"
import { effectUnit, formatEffect, plainText } from "./format.ts"
import { nounOf, regionName, singularOf } from "./name-regions.ts"
import { targetWords } from "./target-words.ts"

/** Which region changes the score most, and to what, or that none moves the answer; where there is evidence, what it says. */
export function findingOf(of: Explanation | View, marks: SetMarks = {}): string {
  const view = viewOf(of)
  const { sentences } = evidenceWords(view, { marks })
  if (sentences.length > 0) return sentences.map(({ text }) => text).join(" ")
  const finding = movesTheAnswer(view) ? strongestSentence(view) : stillSentence(view)
  const { effects } = view
  const missing = effects.filter((effect) => !Number.isFinite(effect)).length
  const rest =
    missing === 0 || missing === effects.length ? "" : ` ${missing} of them ${missing === 1 ? "has" : "have"} no value.`
  return `${finding}${rest}`
}

function strongestSentence(view: View): string {
  const index = strongestRegion(view)
  const among = `the largest change among ${view.effects.length} ${nounOf(view.record)}`
  return `${changeOf(view, index)}, ${among}${newAnswer(view, index)}.`
}

/** `Hiding the square at row 2, column 4 lowers espresso from 94.0 % to 85.0 %`, without a full stop. */
export function changeOf(of: Explanation | View, index: number): string {
  const { record, effects, means, baseline: from } = viewOf(of)
  const { subject, amount, unit, scale } = targetWords(record)
  const effect = effects[index]!
  if (!Number.isFinite(effect)) return `${regionName(record, index)} has no value`
  const alone = isShown[means]
  const verb = effect > 0 === alone ? "raises" : "lowers"
  const change =
    from === undefined
      ? `${verb} ${subject} by ${formatEffect(Math.abs(effect), scale).replace("+", "")} ${effectUnit(scale)}`
      : `${verb} ${subject} from ${amount(from)}${alone ? " (everything hidden)" : ""} to ${amount(alone ? from + effect : from - effect)}${unit}`
  return `${alone ? "Showing only" : "Hiding"} ${regionName(record, index)} ${change}`
}

/** Whether an effect is what showing a region does, not what hiding it does. */
const isShown: Readonly<Record<EffectMeaning, boolean>> = { alone: false, "shown-alone": true, average: false }

function stillSentence(view: View): string {
  const { record, effects, means } = view
  const { subject, scale } = targetWords(record)
  const largest = Math.abs(effects[strongestRegion(view)] ?? 0)
  if (!Number.isFinite(largest)) return `None of the ${effects.length} ${nounOf(record)} has a value.`
  const most = formatEffect(largest, scale).replace("+", "")
  const singular = singularOf(record)
  const action = isShown[means] ? "showing only one" : "hiding one"
  return `No single ${singular} moves the answer: ${action} of the ${effects.length} changes ${subject} by at most ${most} ${effectUnit(scale)}.`
}

/** `; the answer then becomes cup`, where hiding the region made another class the model's first answer. */
function newAnswer({ record: { target, top }, means, regions }: View, index: number): string {
  const after = regions[index]!.answer
  if (isShown[means] || after === undefined) return ""
  return target.index === top[0]?.index && after.index !== target.index
    ? `; the answer then becomes ${plainText(after.label)}`
    : ""
}
