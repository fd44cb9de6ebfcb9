import type { Explanation } from "../explanation.ts"
import { movesTheAnswer, strongestRegion } from "../reading/strongest-region.ts"
import type { SetMarks } from "./evidence-sentence.ts"
import { evidenceWords } from "./evidence-words.ts"
import { effectUnit, formatEffect, plainText } from "./format.ts"
import { nounOf, regionName, singularOf } from "./name-regions.ts"
import { targetWords } from "./target-words.ts"

/** Which region changes the score most, and to what, or that none moves the answer; where there is evidence, what it says. */
export function findingOf(explanation: Explanation, marks: SetMarks = {}): string {
  const { sentences } = evidenceWords(explanation, { marks })
  if (sentences.length > 0) return sentences.map(({ text }) => text).join(" ")
  const finding = movesTheAnswer(explanation) ? strongestSentence(explanation) : stillSentence(explanation)
  const { effects } = explanation
  const missing = effects.filter((effect) => !Number.isFinite(effect)).length
  const rest =
    missing === 0 || missing === effects.length ? "" : ` ${missing} of them ${missing === 1 ? "has" : "have"} no value.`
  return `${finding}${rest}`
}

function strongestSentence(explanation: Explanation): string {
  const index = strongestRegion(explanation)
  const among = `the largest change among ${explanation.effects.length} ${nounOf(explanation)}`
  return `${changeOf(explanation, index)}, ${among}${newAnswer(explanation, index)}.`
}

/** `Hiding the square at row 2, column 4 lowers espresso from 94.0 % to 85.0 %`, without a full stop. */
export function changeOf(explanation: Explanation, index: number): string {
  const { target, effects, design } = explanation
  const { subject, amount, unit, scale } = targetWords(explanation)
  const effect = effects[index]!
  if (!Number.isFinite(effect)) return `${regionName(explanation, index)} has no value`
  const alone = design === "all-but-one"
  const from = design === "random-masks" ? undefined : alone ? explanation.hiddenScore : target.score
  const verb = effect > 0 === alone ? "raises" : "lowers"
  const change =
    from === undefined
      ? `${verb} ${subject} by ${formatEffect(Math.abs(effect), scale).replace("+", "")} ${effectUnit(scale)}`
      : `${verb} ${subject} from ${amount(from)}${alone ? " (everything hidden)" : ""} to ${amount(alone ? from + effect : from - effect)}${unit}`
  return `${alone ? "Showing only" : "Hiding"} ${regionName(explanation, index)} ${change}`
}

function stillSentence(explanation: Explanation): string {
  const { effects, design } = explanation
  const { subject, scale } = targetWords(explanation)
  const largest = Math.abs(effects[strongestRegion(explanation)] ?? 0)
  if (!Number.isFinite(largest)) return `None of the ${effects.length} ${nounOf(explanation)} has a value.`
  const most = formatEffect(largest, scale).replace("+", "")
  const singular = singularOf(explanation)
  const action = design === "all-but-one" ? "showing only one" : "hiding one"
  return `No single ${singular} moves the answer: ${action} of the ${effects.length} changes ${subject} by at most ${most} ${effectUnit(scale)}.`
}

/** `; the answer then becomes cup`, where hiding the region made another class the model's first answer. */
function newAnswer({ design, target, top, topPerRegion }: Explanation, index: number): string {
  const after = topPerRegion?.[index]
  if (design !== "one-at-a-time" || after === undefined) return ""
  return target.index === top[0]?.index && after.index !== target.index
    ? `; the answer then becomes ${plainText(after.label)}`
    : ""
}
