import type { Preprocessing } from "../types.ts"
import { affinity, type Expected } from "./affinity.ts"
import { type Contest, sampleSize } from "./judge-settings.ts"
import { pairedDifference } from "./paired.ts"
import { spread } from "./spread.ts"
import type { WiringFinding } from "./wiring-record.ts"

/** How the model's names match its answers. */
export type NamesVerdict =
  /** They fit if answers are read `shift` places further on; 0 is right. `inPlace` is the agreement without the shift. */
  | { readonly state: "fit"; readonly shift: -1 | 0 | 1; readonly agreement: number; readonly inPlace?: number }
  /** The model tells pictures apart, but what it calls them has nothing to do with what is expected. */
  | { readonly state: "misfit"; readonly shift: null; readonly agreement: number }
  /** Nothing can be said. */
  | { readonly state: "untold"; readonly finding: WiringFinding }

/** For at least this many views something must be expected. */
const leastViews = 8

/** Matched and mismatched pairs must differ by at least this much, in standard errors and in agreement. */
const matched = { t: 3, mean: 0.05 }

/** A shift must win by at least this much. */
const shifted = { t: 3, mean: 0.1 }

/** A model tells pictures apart if it reaches this share of the expected spread, or of the largest possible one. */
const tellsApart = 0.25

/**
 * Finds out, in the setting that shows it best, whether a model's answers match the names: they must agree with each view's own expectation better than
 * with that of a view of another class, and better in place than one place off.
 */
export async function judgeNames(contest: Contest, expected: readonly Expected[]): Promise<NamesVerdict> {
  const known = expected.filter(({ size }) => size > 0).length
  if (known < leastViews)
    return { state: "untold", finding: { kind: "too-few-known", views: known, needed: leastViews } }
  const count = contest.views
  const sample = sampleSize(count)
  let best: { setting: Preprocessing; shift: -1 | 0 | 1; value: number } = {
    setting: contest.declared,
    shift: 0,
    value: Number.NEGATIVE_INFINITY,
  }
  let mostSpread = 0
  for (const setting of [contest.declared, ...contest.alternatives]) {
    const shares = await contest.answers(setting, sample)
    mostSpread = Math.max(mostSpread, spread(shares) / Math.log(Math.min(sample, shares.columns)))
    for (const shift of [0, -1, 1] as const) {
      const value = meanOf(affinity(shares, expected.slice(0, sample), { shift }))
      if (value > best.value + 1e-9) best = { setting, shift, value }
    }
  }
  return compareNames(contest, { expected, best, mostSpread })
}

async function compareNames(
  contest: Contest,
  found: {
    readonly expected: readonly Expected[]
    readonly best: { readonly setting: Preprocessing; readonly shift: -1 | 0 | 1 }
    readonly mostSpread: number
  },
): Promise<NamesVerdict> {
  const { best, mostSpread } = found
  const shares = await contest.answers(best.setting, contest.views)
  const views = found.expected.flatMap(({ size }, view) => (size > 0 ? [view] : []))
  const rows = { ...shares, rows: views.length, data: pick(shares, views) }
  const expected = views.map((view) => found.expected[view]!)
  const neighbours = expected.map((_, i) => strangerOf(expected, i))
  const own = affinity(rows, expected, best)
  const strangers = pairedDifference(own, affinity(rows, neighbours, best))
  const agreement = meanOf(own)
  if (strangers.t < matched.t || strangers.mean < matched.mean)
    return mostSpread >= tellsApart
      ? { state: "misfit", shift: null, agreement }
      : { state: "untold", finding: { kind: "answers-alike" } }
  if (best.shift === 0) return { state: "fit", shift: 0, agreement }
  const inPlace = affinity(rows, expected)
  const { mean, t } = pairedDifference(own, inPlace)
  return mean >= shifted.mean && t >= shifted.t
    ? { state: "fit", shift: best.shift, agreement, inPlace: meanOf(inPlace) }
    : { state: "fit", shift: 0, agreement: meanOf(inPlace) }
}

/** What is expected of the next view that shows another class. */
function strangerOf(expected: readonly Expected[], own: number): Expected {
  const after = [...expected.slice(own + 1), ...expected.slice(0, own)]
  return after.find((other) => bestOf(other) !== bestOf(expected[own]!)) ?? expected[own]!
}

function bestOf(expected: Expected): number {
  return [...expected].reduce((best, one) => (one[1] > best[1] ? one : best))[0]
}

function pick(
  { columns, data }: { readonly columns: number; readonly data: ArrayLike<number> },
  rows: readonly number[],
) {
  const picked = new Float64Array(rows.length * columns)
  for (const [i, row] of rows.entries())
    for (let column = 0; column < columns; column++) picked[i * columns + column] = data[row * columns + column]!
  return picked
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}
