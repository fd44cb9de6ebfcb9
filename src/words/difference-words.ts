import type { Explanation } from "../explanation.ts"
import { alikeViews } from "../reading/alike-views.ts"
import { compareExplanations } from "../reading/compare-explanations.ts"
import type { Comparison } from "../reading/comparison.ts"
import type { View } from "../reading/view.ts"
import type { RegionId } from "../types.ts"
import { contextOf, joined, kindOf, namesOf, placeOf, type Sentence } from "./context.ts"
import { english, type Words } from "./english.ts"
import { type Counted, fillIn, numbered, type Values } from "./fill-in.ts"
import { formatEffect } from "./format.ts"
import { labelOf } from "./label-of.ts"
import { shownDecimals, withUnit } from "./numbers.ts"
import { targetWords } from "./target-words.ts"

/** What sentences about two explanations need. */
export interface DifferenceContext {
  readonly a: View
  readonly b: View
  readonly comparison: Comparison
  readonly words: Words
  /** Decimals of all effects: as many as both maps show. */
  readonly decimals: number
  /** Whether both explain the same class, lead or function. */
  readonly oneTarget: boolean
}

/** The options of `differenceWords`. */
export interface DifferenceWordsOptions {
  /** The language. @default english */
  readonly words?: Words | undefined
  /** The most decimals: as many as the squares of the maps have. */
  readonly decimals?: number | undefined
}

/** Compares two explanations, for sentences and drawings. */
export function differenceContext(
  one: Explanation | View,
  other: Explanation | View,
  { words = english, decimals = Number.POSITIVE_INFINITY }: DifferenceWordsOptions = {},
): DifferenceContext {
  const [a, b] = alikeViews(one, other)
  const comparison = compareExplanations(a, b)
  const oneTarget = comparison.setUp.every(({ part }) => part !== "target")
  return { a, b, comparison, words, decimals: Math.min(decimals, shownDecimals(a), shownDecimals(b)), oneTarget }
}

/**
 * Writes what changed from one explanation of a picture, A, to another, B. Each sentence is made from a template of the language and numbers of the comparison;
 * its `paths` say where these are.
 *
 * @throws RangeError if the two cannot be compared: see `compareExplanations`.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { differenceWords } from "gridexplainer/render"
 * const image = { width: 4, height: 4, channels: 1, data: new Uint8Array(16).fill(255) } as const
 * const looksAt = (pixel: number) => functionModel((images) => images.map(({ data }) => [data[pixel]! / 255, 1 - data[pixel]! / 255]))
 * const ask = (pixel: number) => explain(looksAt(pixel), image, { regions: grid(4), fills: [0] })
 * const [first] = differenceWords(await ask(5), await ask(10))
 * first!.text // => "2 of 16 squares changed beyond the noise."
 * ```
 */
export function differenceWords(
  a: Explanation | View,
  b: Explanation | View,
  options: DifferenceWordsOptions = {},
): readonly Sentence[] {
  const context = differenceContext(a, b, options)
  return inOrder.flatMap((formula) => joined(formula(context)))
}

/** The numbers of one region as written in sentences and maps: with their unit, except `from`, `to` and `reach` (of noise). */
export function writeDifference(
  { words, decimals, comparison: { regions, scale } }: DifferenceContext,
  region: RegionId,
): Readonly<Record<"a" | "b" | "difference" | "limit" | "from" | "to" | "reach", string>> {
  const bare = (effect = Number.NaN): string =>
    Number.isFinite(effect) ? formatEffect(effect, scale, { decimals }) : words.noValue
  const write = (effect = Number.NaN): string =>
    Number.isFinite(effect) ? withUnit(bare(effect), { scale, words }) : words.noValue
  const { limit, a, b, difference } = regions[region]!
  return {
    ...{ a: write(a), b: write(b), difference: write(difference), limit: write(limit).replace("+", "") },
    ...{ from: bare(a), to: bare(b), reach: bare(limit).replace("+", "") },
  }
}

type Formula = (context: DifferenceContext) => readonly Sentence[]

function tell(
  { a, words, comparison }: DifferenceContext,
  name: keyof Words["difference"],
  {
    values,
    count = 0,
    paths,
  }: { readonly values?: Values; readonly count?: number; readonly paths: readonly string[] },
): readonly [Sentence] {
  const { common } = contextOf(a, { words, form: "short" })
  const template: string | Counted = words.difference[name]
  const text = typeof template === "string" ? template : numbered(template, count)
  return [{ name, text: fillIn(text, { ...common, total: comparison.regions.length, count, ...values }), paths }]
}

/** How many regions changed, or that this is not known. */
const changed: Formula = (context) => {
  const { regions, changed: some } = context.comparison
  const unknown = regions.filter(({ verdict }) => verdict === "unknown").length
  const paths = ["changed", "regions"]
  if (unknown > 0 && regions.every(({ limit }) => limit === undefined))
    return tell(context, "changedUnknown", { paths })
  if (regions.every(({ difference }) => difference === 0)) return tell(context, "changedNothing", { paths })
  return [
    ...tell(context, some.length === 0 ? "changedNone" : "changedSome", { count: some.length, paths }),
    ...(unknown === 0 ? [] : tell(context, "untold", { count: unknown, paths })),
  ]
}

/** The region that changed most; if none changed, the one with the largest difference. */
const largest: Formula = (context) => {
  const { comparison } = context
  const [most] = comparison.changed
  const region = most ?? largestDifference(comparison)
  if (region === undefined) return []
  const { limit, verdict } = comparison.regions[region]!
  const written = writeDifference(context, region)
  const values = { ...written, place: placeOf({ words: context.words, view: context.a }, region) }
  const paths = [`regions[${region}].a`, `regions[${region}].b`, `regions[${region}].difference`]
  if (most !== undefined) return tell(context, "largestChange", { values, paths })
  const reach = limit === undefined || verdict === "unknown"
  return [
    ...tell(context, "largestWithinNoise", { values, paths }),
    ...(reach ? [] : tell(context, "noiseReaches", { values, paths: [`regions[${region}].limit`] })),
  ]
}

/** The top classes, if they differ. */
const firstAnswers: Formula = (context) => {
  const { a, b, same } = context.comparison.answer
  if (same || a === null || b === null) return []
  return tell(context, "firstAnswers", { values: { a: labelOf(a), b: labelOf(b) }, paths: ["answer.a", "answer.b"] })
}

const scoreNames = { changed: "scoresChanged", "within-noise": "scoresWithinNoise", unknown: "scoresUntold" } as const

/** The scores of the untouched picture. */
const scores: Formula = (context) => {
  const { a, b, words, comparison, oneTarget } = context
  const { score } = comparison
  const [one, other] = [targetWords(a.record, words), targetWords(b.record, words)]
  const values = { nameA: one.name, nameB: other.name, a: one.score(score.a), b: other.score(score.b) }
  const paths = ["score.a", "score.b", ...(score.limit === undefined ? [] : ["score.limit"])]
  if (!oneTarget) return tell(context, "scoresOfTwo", { values, paths })
  const { target } = a.record
  const subject = fillIn(words.differenceNames.subject[kindOf(target)], namesOf(target))
  const name = values.a === values.b ? "scoresSame" : scoreNames[score.verdict]
  return tell(context, name, { values: { ...values, subject }, paths })
}

/** How many regions support the answer in one explanation and speak against it in the other. */
const turned: Formula = (context) => {
  const { length: count } = context.comparison.turned
  return count === 0 ? [] : tell(context, "turned", { count, paths: ["turned"] })
}

/** Whether the region with the largest effect is the same. */
const strongest: Formula = (context) => {
  const { a, b, same } = context.comparison.strongest
  const place = (region: RegionId | null): string =>
    region === null ? "" : placeOf({ words: context.words, view: context.a }, region)
  const name =
    a === null
      ? b === null
        ? "strongestNeither"
        : "strongestOnlyB"
      : b === null
        ? "strongestOnlyA"
        : same
          ? "strongestSame"
          : "strongestOther"
  return tell(context, name, { values: { a: place(a), b: place(b) }, paths: ["strongest.a", "strongest.b"] })
}

/** How alike the orders of the effects are. */
const order: Formula = (context) => {
  const { rankCorrelation } = context.comparison
  if (rankCorrelation === null) return []
  const correlation = `${rankCorrelation < 0 ? "−" : ""}${Math.abs(rankCorrelation).toFixed(2)}`
  return tell(context, "order", { values: { correlation }, paths: ["rankCorrelation"] })
}

/** Whether the sets that keep, or change, the answer differ. */
const sets =
  (name: "enough" | "needed"): Formula =>
  (context) => {
    const found = context.comparison.sets?.[name]
    if (found === undefined || (found.a === null && found.b === null)) return []
    const count = (set: readonly RegionId[] | null): string | number =>
      set?.length ?? context.words.differenceNames.none
    const shared = (found.a ?? []).filter((region) => found.b?.includes(region)).length
    return tell(context, `${name}${found.same ? "Same" : "Other"}`, {
      values: { a: count(found.a), b: count(found.b), shared },
      paths: [`sets.${name}.a`, `sets.${name}.b`],
    })
  }

/** The sentences in reading order; a drawing has room for the first few. */
const inOrder: readonly Formula[] = [
  ...[changed, largest, firstAnswers, scores, turned, strongest, order],
  ...[sets("enough"), sets("needed")],
]

/** The region whose effects are farthest apart; undefined if all are equal or have no value. */
function largestDifference({ regions }: Comparison): RegionId | undefined {
  const sizes = regions.map(({ difference }) => (Number.isFinite(difference) ? Math.abs(difference) : 0))
  const most = sizes.reduce((best, size) => Math.max(best, size), 0)
  return most === 0 ? undefined : sizes.indexOf(most)
}
