import type { Explanation } from "../explanation.ts"
import type { EffectsDifference, RunsComparison } from "../reading/compare-runs.ts"
import { scaleOf } from "../reading/scale-of.ts"
import { viewOf } from "../reading/view.ts"
import type { ClassScore } from "../types.ts"
import { placeOf } from "./context.ts"
import { english, type Words } from "./english.ts"
import { fillIn } from "./fill-in.ts"
import { plainText } from "./format.ts"
import { labelOf } from "./label-of.ts"
import { withUnit } from "./numbers.ts"
import { type SetUpLine, setUpWords } from "./set-up-words.ts"
import { scoreOf, targetWords } from "./target-words.ts"

/** A part of the set-up of two runs: what it is now, and what it is in the record if that differs. */
export interface RerunLine {
  /** `same`, `DIFFERS`, `?`. */
  readonly state: string
  /** Whether it differs from the record. */
  readonly differs: boolean
  readonly part: string
  readonly text: string
}

/** The words for what asking again found. */
export interface RerunWords {
  readonly heading: string
  /** The parts of the set-up, one line each. */
  readonly setUp: readonly RerunLine[]
  /** The top class, the largest differences, and the verdict. */
  readonly sentences: readonly string[]
}

/**
 * Writes how a second run compares with its record. `asked`: how many pictures the model was asked about again.
 *
 * @example
 * ```ts
 * import { compareRuns, explain, functionModel, grid } from "gridexplainer"
 * import { rerunWords } from "gridexplainer/render"
 * const image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(255, 0) } as const
 * const model = functionModel((images) => images.map(({ data }) => [data[0]! / 255]))
 * const record = await explain(model, image, { regions: grid({ rows: 1, columns: 2 }), fill: 0, evidence: "none" })
 * rerunWords({ record, again: record }, compareRuns(record, record), { asked: record.asked }).sentences.at(-1)
 * // => "Every number is the same."
 * ```
 */
export function rerunWords(
  { record, again }: { readonly record: Explanation; readonly again: Explanation },
  comparison: RunsComparison,
  { asked, words = english }: { readonly asked: number; readonly words?: Words },
): RerunWords {
  const { setUp, verdict } = comparison
  const lines = setUpWords(setUp, { a: record, b: again }, words)
  const name = record.picture.name === undefined ? [] : [plainText(record.picture.name)]
  const what = [...name, targetWords(record, words).name].join(words.comma)
  return {
    heading: fillIn(words.rerun.heading, { what, asked }),
    setUp: setUp.map(({ part, state }, i) => ({
      ...{ state: words.rerun.states[state], differs: state === "differs", part: lines[i]!.part },
      text: state === "same" && part === "preprocessing" ? "" : lineText(lines[i]!, words),
    })),
    sentences: [...sentencesOf(record, comparison, words), verdictOf(verdict, record, words)],
  }
}

function lineText({ a, b }: SetUpLine, { rerun }: Words): string {
  return a === b ? b : fillIn(rerun.inRecord, { now: b, before: a })
}

function sentencesOf(
  record: Explanation,
  { answer, score, effects, unfinished }: RunsComparison,
  words: Words,
): readonly string[] {
  const { rerun } = words
  const known = record.top.find(({ index }) => index === answer.again.index)
  const said = (one: ClassScore): string =>
    fillIn(words.drawing.answer, { label: labelOf(one), score: scoreOf(one.score, record.model.scale, words) })
  const now = said({ ...answer.again, label: known?.label ?? answer.again.label })
  const isOther = answer.before.index !== answer.again.index
  const stages = unfinished.map((stage) => words.stages[stage]).join(words.comma)
  return [
    fillIn(isOther ? rerun.answerOther : rerun.answerSame, { answer: now, before: said(answer.before) }),
    fillIn(score.difference === 0 ? rerun.scoreSame : rerun.score, {
      ...{ difference: amount(score.difference, record, words), label: plainText(score.label) },
      floor: floorOf(score, record, words),
    }),
    ...effects.map((one) => effectSentence(one, record, words)),
    ...(stages === "" ? [] : [fillIn(rerun.notCompared, { stages })]),
  ]
}

/** `Largest difference of an effect: 0.01 points at row 3, column 5; the noise floor is 2 points.` */
function effectSentence(one: EffectsDifference, record: Explanation, words: Words): string {
  const { rerun } = words
  return fillIn(one.difference === 0 ? rerun.effectSame : rerun.effect, {
    what: rerun.effects[record.evidence === undefined ? "plain" : one.means],
    difference: amount(one.difference, record, words),
    place: placeOf({ words, view: viewOf(record) }, one.region),
    floor: floorOf(one, record, words),
  })
}

function floorOf({ floor }: { readonly floor?: number }, record: Explanation, words: Words): string {
  const { rerun } = words
  return floor === undefined ? rerun.noFloor : fillIn(rerun.floor, { floor: amount(floor, record, words) })
}

function verdictOf(verdict: RunsComparison["verdict"], { evidence }: Explanation, { rerun }: Words): string {
  if (verdict !== "within-noise") return rerun.verdicts[verdict]
  return evidence === undefined ? rerun.verdicts.rounding : rerun.verdicts.noise
}

/** A difference with two significant digits: `0.0001 points`. */
function amount(difference: number, record: Explanation, words: Words): string {
  const scale = scaleOf(record)
  const value = Number((scale === "probability" ? 100 * difference : difference).toPrecision(2))
  const isLess = value !== 0 && value < LEAST
  return withUnit(String(isLess ? LEAST : value), { scale, words, isLess })
}

const LEAST = 0.0001
