import type { Explanation } from "../explanation.ts"
import { compareExplanations } from "../reading/compare-explanations.ts"
import type { Comparison } from "../reading/comparison.ts"
import { type View, viewOf } from "../reading/view.ts"
import type { RegionId } from "../types.ts"
import { shownDecimals } from "./decimals-within.ts"
import { effectUnit, formatEffect } from "./format.ts"
import { nounOf } from "./name-regions.ts"

/** What each sentence about a comparison is made by. */
export type DifferenceFormulaName =
  | "changed"
  | "largest-change"
  | "largest-within-noise"
  | "first-answer"
  | "scores"
  | "turned"
  | "strongest"
  | "order"
  | "enough-sets"
  | "needed-sets"

/** A sentence about two explanations, made by a named formula from numbers in their comparison. */
export interface DifferenceSentence {
  readonly formula: DifferenceFormulaName
  readonly text: string
  /** Where the numbers stand in the comparison, such as `regions[20].difference`. */
  readonly paths: readonly string[]
}

/** What formulas work with. */
export interface DifferenceContext {
  readonly a: Explanation
  readonly b: Explanation
  readonly views: readonly [View, View]
  readonly comparison: Comparison
  /** `squares`. */
  readonly noun: string
  /** Whether both explain the same class, lead or function. */
  readonly oneTarget: boolean
}

/** Makes one sentence, or none where the comparison does not hold what it is about. */
export type DifferenceFormula = (context: DifferenceContext) => readonly DifferenceSentence[]

/** Everything that formulas share. */
export function differenceContext(one: Explanation | View, other: Explanation | View): DifferenceContext {
  const views = [viewOf(one), viewOf(other)] as const
  const [a, b] = [views[0].record, views[1].record]
  const comparison = compareExplanations(...views)
  const oneTarget = comparison.setUp.every(({ part }) => part !== "target")
  return { a, b, views, comparison, noun: nounOf(a), oneTarget }
}

/** The numbers of one region as sentences write them, with as many digits as the maps have. */
export function writeDifference(
  { views, comparison: { regions, scale } }: DifferenceContext,
  region: RegionId,
): {
  readonly a: string
  readonly b: string
  readonly difference: string
  readonly limit: string
  readonly unit: string
} {
  const decimals = Math.min(...views.map((view) => shownDecimals(view)))
  const write = (effect = Number.NaN): string =>
    Number.isFinite(effect) ? formatEffect(effect, scale, { decimals }) : "no value"
  const { limit, ...numbers } = regions[region]!
  return {
    a: write(numbers.a),
    b: write(numbers.b),
    difference: write(numbers.difference),
    limit: write(limit).replace("+", ""),
    unit: effectUnit(scale),
  }
}
