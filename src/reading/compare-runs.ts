import type { EvidenceStage } from "../evidence-record.ts"
import type { EffectMeaning, Explanation } from "../explanation.ts"
import type { ClassScore, RegionId } from "../types.ts"
import { compareSetUp, type SetUpComparison, type SetUpPart } from "./compare-set-up.ts"
import { type View, viewOf } from "./view.ts"

/** The score of the untouched picture that differs most. */
export interface ScoreDifference {
  readonly label: string
  readonly before: number
  readonly again: number
  readonly difference: number
  /** The record's noise floor; absent if it has no evidence. */
  readonly floor?: number
}

/** The region whose effect differs most, for one kind of effect. */
export interface EffectsDifference {
  readonly method: string
  readonly means: EffectMeaning
  readonly region: RegionId
  readonly before: number
  readonly again: number
  readonly difference: number
  readonly floor?: number
}

/** How far two runs of the same questions agree. All differences are in points of the score. */
export interface RunsComparison {
  /** `same`: every number is the same. `within-noise`: none differs by more than its floor. `differs`: one does, or the model's top class has changed. */
  readonly verdict: "same" | "within-noise" | "differs"
  /** The model's top class for the untouched picture. */
  readonly answer: { readonly before: ClassScore; readonly again: ClassScore }
  /** The largest difference of a score of the untouched picture. */
  readonly score: ScoreDifference
  /** The attribution that the record has in front, then the others that both runs have. */
  readonly effects: readonly EffectsDifference[]
  /** What was the same in the set-up and what was not: `a` is the record, `b` the new run. */
  readonly setUp: readonly SetUpComparison[]
  /** Stages that one of the runs did not finish; these are not compared. */
  readonly unfinished: readonly EvidenceStage[]
}

const compared: readonly SetUpPart[] = [
  ...(["picture-file", "picture-pixels", "model", "model-file", "runtime"] as const),
  ...(["input-size", "preprocessing", "fit", "version"] as const),
]

/** The lowest floor, as a share of the score: sums of 32-bit numbers in another order differ by less. */
const ARITHMETIC = 1e-4

/**
 * Compares a record with the same questions asked again, as by `repeatExplanation`: the largest differences of scores and effects, with the record's noise
 * floor, and what differs in picture, model, runtime, preprocessing and versions.
 *
 * The floor of a score is that of a region hidden alone, whose effect is a difference of two scores. If no noise was measured, as in a record without evidence,
 * only differences of less than 0.0001 times the score, or times 1 if that is more, count as noise.
 *
 * @throws RangeError for records of different questions: another number of regions, target or kind of effect.
 *
 * @example
 * ```ts
 * import { compareRuns, explain, functionModel, grid } from "gridexplainer"
 * const image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(204, 51) } as const
 * const ask = (divisor: number) => explain(functionModel((images) => images.map(({ data }) => [data[0]! / divisor])), image, { regions: grid({ rows: 1, columns: 2 }), fill: 0, evidence: "none" })
 * const { verdict, effects } = compareRuns(await ask(255), await ask(510))
 * verdict // => "differs"
 * effects[0] // => { method: "one-at-a-time", means: "alone", region: 0, before: 0.8, again: 0.4, difference: 0.4 }
 * ```
 */
export function compareRuns(record: Explanation, again: Explanation): RunsComparison {
  const [before, now] = [viewOf(record), viewOf(again)]
  checkSameQuestions(before, now)
  const answer = { before: record.top[0]!, again: again.top[0]! }
  const score = scoreDifference(record, again)
  const effects = effectsDifferences(before, again)
  const differences = [score, ...effects]
  const least = ARITHMETIC * Math.max(1, Math.abs(record.target.score))
  const isOther =
    answer.before.index !== answer.again.index ||
    differences.some(({ difference, floor = 0 }) => difference > Math.max(floor, least))
  const isSame = differences.every(({ difference }) => difference === 0)
  return {
    verdict: isOther ? "differs" : isSame ? "same" : "within-noise",
    answer,
    score,
    effects,
    setUp: compareSetUp(before, now, compared),
    unfinished: [...new Set([record, again].flatMap(({ evidence }) => evidence?.missing ?? []))],
  }
}

function checkSameQuestions(record: View, again: View): void {
  const asked = ({ effects, attribution, record: { target } }: View): string => {
    const against = target.chosenBy === "margin" ? ` against class ${target.against.index}` : ""
    const what = target.index === undefined ? `"${target.label}"` : `class ${target.index}`
    return `${effects.length} ${attribution.method} effects on ${what}${against}`
  }
  const [wanted, got] = [asked(record), asked(again)]
  if (wanted !== got) throw new RangeError(`expected two runs of the same questions, got ${wanted} and ${got}`)
}

/** The largest difference among the target and the classes that are among the best in both runs. */
function scoreDifference(record: Explanation, again: Explanation): ScoreDifference {
  const classes = record.target.chosenBy === "function" ? [] : record.top
  const pairs = classes.flatMap((one) => {
    const other = again.top.find(({ index }) => index === one.index)
    return other === undefined ? [] : [{ label: one.label, before: one.score, again: other.score }]
  })
  const target = { label: record.target.label, before: record.target.score, again: again.target.score }
  return { ...largest([target, ...pairs]), ...floorOf(record.evidence?.noise?.alone) }
}

function effectsDifferences(shown: View, again: Explanation): readonly EffectsDifference[] {
  const { record, attribution } = shown
  const held = (method: string): boolean => again.attributions.some((one) => one.method === method)
  const others = record.attributions.filter((one) => one !== attribution && held(one.method))
  return [shown, ...others.map(({ method }) => viewOf(record, method))].flatMap((before) =>
    largestEffect(before, viewOf(again, before.attribution.method)),
  )
}

/** One difference, or none if no region has a number in both. */
function largestEffect(before: View, again: View): readonly EffectsDifference[] {
  const { attribution, means, floor } = before
  const pairs = attribution.effects.flatMap((one, region) => {
    const other = again.attribution.effects[region]
    return typeof one === "number" && typeof other === "number" ? [{ region, before: one, again: other }] : []
  })
  if (pairs.length === 0) return []
  return [{ method: attribution.method, means, ...largest(pairs), ...floorOf(floor) }]
}

function largest<Pair extends { readonly before: number; readonly again: number }>(
  pairs: readonly Pair[],
): Pair & { readonly difference: number } {
  return pairs
    .map((pair) => ({ ...pair, difference: Math.abs(pair.again - pair.before) }))
    .reduce((most, one) => (one.difference > most.difference ? one : most))
}

function floorOf(floor: number | undefined): { readonly floor?: number } {
  return floor === undefined ? {} : { floor }
}
