import type { Explanation } from "../explanation.ts"
import { rankCorrelation } from "../math/rank-correlation.ts"
import type { ClassScore, RegionId } from "../types.ts"
import { alikeViews } from "./alike-views.ts"
import { checkComparable } from "./check-comparable.ts"
import { compareSetUp, type SetUpPart } from "./compare-set-up.ts"
import type { Comparison, Difference, DifferenceVerdict, SetDifference } from "./comparison.ts"
import { differenceLimit } from "./difference-limit.ts"
import { isMeasurable } from "./region-verdict.ts"
import { scaleOf } from "./scale-of.ts"
import type { View } from "./view.ts"

/** The model and the question before the small print. */
const compared: readonly SetUpPart[] = [
  ...(["target", "model", "model-file", "runtime", "input-size", "preprocessing"] as const),
  ...(["fit", "fills", "evidence", "seed", "version"] as const),
]

/** Differences this small come from the same sums on another processor. */
const ROUNDING = 1e-6

/**
 * Compares two explanations of one picture, by two models, fills, targets or versions: what differs in the set-up, and which regions changed beyond noise.
 *
 * Noise alone may separate two effects by the root of the sum of squares of both noise floors. For effects on average with 90 % intervals, which records of
 * earlier versions contain, the sum includes the intervals, widened until they hold for all regions together 19 times in 20. If regions alone stand in front in
 * one record, and regions with those around them in the other, regions alone are compared.
 *
 * @throws RangeError if the two have different pictures, regions, kinds of effect or units.
 *
 * @example
 * ```ts
 * import { compareExplanations, explain, functionModel, grid } from "gridexplainer"
 * const image = { width: 4, height: 4, channels: 1, data: new Uint8Array(16).fill(255) } as const
 * const looksAt = (pixel: number) => functionModel((images) => images.map(({ data }) => [data[pixel]! / 255, 1 - data[pixel]! / 255]))
 * const ask = (pixel: number) => explain(looksAt(pixel), image, { regions: grid(4), fills: [0] })
 * const { changed, regions } = compareExplanations(await ask(5), await ask(10))
 * changed // => [5, 10]
 * regions[0]!.verdict // => "within-noise"
 * ```
 */
export function compareExplanations(one: Explanation | View, other: Explanation | View): Comparison {
  const [viewA, viewB] = alikeViews(one, other)
  checkComparable(viewA, viewB)
  const [a, b] = [viewA.record, viewB.record]
  const regions = viewA.effects.map((effect, region) =>
    differenceOf(effect, viewB.effects[region]!, differenceLimit(viewA, viewB, region)),
  )
  const score = differenceOf(a.target.score, b.target.score, scoreLimit(a, b))
  const answer = { a: a.top[0] ?? null, b: b.top[0] ?? null, same: isSameAnswer(a, b) }
  const changed = placesOf(regions, ({ verdict }) => verdict === "changed").sort(
    (x, y) => Math.abs(regions[y]!.difference) - Math.abs(regions[x]!.difference) || x - y,
  )
  const [strongestA, strongestB] = [strongestOf(viewA), strongestOf(viewB)]
  const [setsA, setsB] = [a.evidence?.sets, b.evidence?.sets]
  return {
    format: "gridexplainer-comparison",
    version: 2,
    verdict: answer.same ? verdictOf([score, ...regions]) : "changed",
    means: viewA.means,
    scale: scaleOf(a),
    setUp: compareSetUp(viewA, viewB, compared).filter((one) => one.state !== "same" && one.a !== one.b),
    score,
    answer,
    regions,
    changed,
    turned: placesOf(regions, (_, region) => isTurned(viewA, viewB, region)),
    strongest: { a: strongestA, b: strongestB, same: strongestA === strongestB },
    rankCorrelation: correlationOf(regions),
    ...(setsA === undefined || setsB === undefined
      ? {}
      : {
          sets: {
            enough: setDifference(setsA.enough?.regions, setsB.enough?.regions),
            needed: setDifference(setsA.needed?.regions, setsB.needed?.regions),
          },
        }),
  }
}

function differenceOf(a: number, b: number, limit: number | undefined): Difference {
  const difference = b - a
  const size = Math.abs(difference)
  const numbers = { a, b, difference, ...(limit === undefined ? {} : { limit }) }
  if (size <= ROUNDING) return { ...numbers, verdict: "within-noise" }
  if (limit === undefined || !Number.isFinite(difference)) return { ...numbers, verdict: "unknown" }
  return { ...numbers, verdict: size > limit ? "changed" : "within-noise" }
}

/** How far apart two scores may be: the most that harmless changes of the picture did to each. */
function scoreLimit(...both: readonly [Explanation, Explanation]): number | undefined {
  const moved = both.map(({ evidence, target }) =>
    (evidence?.noise?.checks ?? []).map(({ score }) => Math.abs(score - target.score)),
  )
  return moved.some(({ length }) => length === 0) ? undefined : Math.hypot(...moved.map((moves) => Math.max(...moves)))
}

function verdictOf(differences: readonly Difference[]): DifferenceVerdict {
  const verdicts = differences.map(({ verdict }) => verdict)
  return (["changed", "unknown"] as const).find((verdict) => verdicts.includes(verdict)) ?? "within-noise"
}

/** Whether two classes are the same: by name, and by number if both models have the same number of classes; by number only if a model has no name for it. */
function isSameAnswer(a: Explanation, b: Explanation): boolean {
  const [one, other] = [a.top[0], b.top[0]]
  if (one === undefined || other === undefined) return one === other
  const isNameless = ({ label, index }: ClassScore): boolean => label === `class ${index}`
  if (isNameless(one) || isNameless(other)) return one.index === other.index
  return one.label === other.label && (one.index === other.index || a.model.classes !== b.model.classes)
}

function placesOf(
  regions: readonly Difference[],
  wanted: (difference: Difference, region: RegionId) => boolean,
): RegionId[] {
  return regions.flatMap((difference, region) => (wanted(difference, region) ? [region] : []))
}

function isTurned(a: View, b: View, region: RegionId): boolean {
  const [one, other] = [a, b].map(({ regions }) => regions[region]!)
  return isMeasurable(one!.verdict) && isMeasurable(other!.verdict) && one!.verdict !== other!.verdict
}

function strongestOf({ effects, regions }: View): RegionId | null {
  const finite = effects.map((_, region) => region).filter((region) => Number.isFinite(effects[region]))
  const isJudged = regions.some(({ verdict }) => verdict !== "unknown")
  const counted = finite.filter((region) => !isJudged || isMeasurable(regions[region]!.verdict))
  const [first, ...others] = counted
  if (first === undefined) return null
  return others.reduce((most, one) => (Math.abs(effects[one]!) > Math.abs(effects[most]!) ? one : most), first)
}

function correlationOf(regions: readonly Difference[]): number | null {
  const valued = regions.filter(({ difference }) => Number.isFinite(difference))
  if (valued.length < 2) return null
  const [a, b] = (["a", "b"] as const).map((side) => valued.map((one) => one[side]))
  return rankCorrelation(a!, b!)
}

function setDifference(a: readonly RegionId[] | undefined, b: readonly RegionId[] | undefined): SetDifference {
  const sorted = (set: readonly RegionId[] | undefined): readonly RegionId[] | null =>
    set === undefined ? null : [...set].sort((one, other) => one - other)
  const [one, other] = [sorted(a), sorted(b)]
  return { a: one, b: other, same: JSON.stringify(one) === JSON.stringify(other) }
}
