import type { Explanation } from "../../explanation.ts"
import type { EffectsDifference, RunsComparison } from "../../reading/compare-runs.ts"
import { scaleOf } from "../../reading/scale-of.ts"
import { ascii } from "../../render/terminal/terminal-text.ts"
import type { ClassScore } from "../../types.ts"
import { effectUnit, formatScore, plainText } from "../../words/format.ts"
import { labelOf } from "../../words/label-of.ts"
import { regionPlace } from "../../words/name-regions.ts"
import { type SetUpLine, setUpWords } from "../../words/set-up-words.ts"
import { targetWords } from "../../words/target-words.ts"
import { stageWords } from "../explain/stage-words.ts"

const marks = { same: "same", differs: "DIFFERS", unknown: "?" } as const

/** A line for each part of the set-up, then the largest differences and the verdict; quiet, only what differs. */
export function rerunText(
  { record, again }: { readonly record: Explanation; readonly again: Explanation },
  comparison: RunsComparison,
  { asked, quiet }: { readonly asked: number; readonly quiet: boolean },
): string {
  const { setUp, verdict } = comparison
  const told = setUp.filter(({ state }) => !quiet || state === "differs")
  const words = setUpWords(told, { a: record, b: again })
  const rows = told.map(({ part, state }, i) => setUpLine(state, words[i]!, { isShort: part === "preprocessing" }))
  const sentences = [...sentencesOf(record, comparison), verdictWords(verdict, record)]
  const name = record.picture.name === undefined ? "" : `${plainText(record.picture.name)}, `
  const heading = `${name}${targetWords(record).name}: the model was asked again about ${asked} pictures`
  const lines = quiet
    ? [...rows, ...(verdict === "differs" ? sentences : [])]
    : [heading, "", ...rows, "", ...sentences]
  return lines.map((line) => `${line.trimEnd()}\n`).join("")
}

function setUpLine(
  state: keyof typeof marks,
  { part, a, b }: SetUpLine,
  { isShort }: { readonly isShort: boolean },
): string {
  const known = state === "same" && isShort ? "" : a === b ? b : `${b}, in the record ${a}`
  return `${marks[state].padEnd(7)}  ${part.padEnd(14)}  ${ascii(plainText(known))}`
}

function sentencesOf(record: Explanation, { answer, score, effects, unfinished }: RunsComparison): readonly string[] {
  const known = record.top.find(({ index }) => index === answer.again.index)
  const now = { ...answer.again, label: known?.label ?? answer.again.label }
  const said = ({ label, index, score: value }: ClassScore): string =>
    `${labelOf({ label, index })}, ${plainMinus(formatScore(value, record.model.scale))}`
  const isOther = answer.before.index !== answer.again.index
  const missing = unfinished.map((stage) => stageWords[stage]).join(", ")
  return [
    `First answer: ${said(now)}${isOther ? `; in the record ${said(answer.before)}` : ", as in the record"}.`,
    `Largest difference of a score: ${amount(score.difference, record)}${score.difference === 0 ? "" : ` of ${plainText(score.label)}`}${floorWords(score, record)}`,
    ...effects.map((one) => effectSentence(one, record)),
    ...(missing === "" ? [] : [`Not compared, since it was not finished: ${missing}.`]),
  ]
}

/** `Largest difference of an effect: 0.01 points at row 3, column 5; the noise floor is 2 points.` */
function effectSentence(one: EffectsDifference, record: Explanation): string {
  const kind = { average: " on average", alone: " alone", "shown-alone": "" }[one.means]
  const what = `an effect${record.evidence === undefined ? "" : kind}`
  const place = record.regions.layout.kind === "mask" ? " in " : " at "
  const where = one.difference === 0 ? "" : `${place}${regionPlace(record, one.region)}`
  return `Largest difference of ${what}: ${amount(one.difference, record)}${where}${floorWords(one, record)}`
}

function floorWords({ floor }: { readonly floor?: number }, record: Explanation): string {
  return floor === undefined ? "; no noise floor was measured." : `; the noise floor is ${amount(floor, record)}.`
}

function verdictWords(verdict: RunsComparison["verdict"], { evidence }: Explanation): string {
  if (verdict === "same") return "Every number is the same."
  if (verdict === "differs") return "It DIFFERS."
  return evidence === undefined ? "The same but for rounding." : "The same within noise."
}

/** `0.0001 points`, with two digits that count. */
function amount(difference: number, record: Explanation): string {
  const scale = scaleOf(record)
  const value = Number((scale === "probability" ? 100 * difference : difference).toPrecision(2))
  const unit = effectUnit(scale)
  if (value === 0) return `0 ${unit}`
  if (value < 0.0001) return `less than 0.0001 ${unit}`
  return `${value} ${value === 1 ? unit.slice(0, -1) : unit}`
}

function plainMinus(text: string): string {
  return text.replace("−", "-")
}
