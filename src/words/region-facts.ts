import type { Explanation } from "../explanation.ts"
import { acrossFills } from "../reading/across-fills.ts"
import type { RegionVerdict } from "../reading/region-verdict.ts"
import { type View, viewMeaning, viewOf } from "../reading/view.ts"
import { shownDecimals } from "./decimals-within.ts"
import { formatEffect } from "./format.ts"
import { regionPlace } from "./name-regions.ts"
import { targetWords } from "./target-words.ts"

/** What can be said of one region, part by part, for sentences and tables. */
export interface RegionFacts {
  /** `row 3, column 5`. */
  readonly place: string
  /** `+5.2`, without the unit; undefined where there is no value. */
  readonly effect: string | undefined
  /** What its effect makes of the score: `lowers espresso from 94.0 % to 85.0 %`, `leaves espresso at 94.0 %`; "" where that is not told. */
  readonly change: string
  /** What evidence says of it; undefined where there is none for what is shown. */
  readonly judged: JudgedRegion | undefined
}

/** What evidence says of one region. */
export interface JudgedRegion {
  /** `supports`, `no measurable effect`. */
  readonly verdict: string
  /** The interval of the effect on average: `+3.1 to +5.2`. */
  readonly interval: string
  /** The other kind of effect than the one that is shown; `not asked` where it was not. */
  readonly other: string
  /** How far the fills agree on the effect on average, where that is shown and several were asked. */
  readonly fills: { readonly range: string; readonly agree: string } | undefined
  /** Whether it belongs to the set that alone keeps the answer, and to that whose hiding changes it. */
  readonly sets: readonly ("enough" | "needed")[]
}

/** Tells of each region what the record says of it. */
export function regionFacts(of: Explanation | View): (index: number) => RegionFacts {
  const view = viewOf(of)
  const judged = view.judged ? judgedFacts(view) : undefined
  return (index) => {
    const place = regionPlace(view.record, index)
    const effect = view.effects[index]!
    if (!Number.isFinite(effect)) return { place, effect: undefined, change: "", judged: undefined }
    return {
      place,
      effect: written(view, effect),
      change: judged === undefined ? changeOf(view, effect) : "",
      judged: judged?.(index),
    }
  }
}

function written(view: View, effect: number): string {
  return formatEffect(effect, targetWords(view.record).scale, { decimals: shownDecimals(view) })
}

/** `lowers espresso from 94.0 % to 85.0 %`. */
function changeOf({ record, means, baseline: from }: View, effect: number): string {
  const { subject, amount } = targetWords(record)
  const alone = means === "shown-alone"
  if (from === undefined || effect === 0) return ""
  const [before, after] = [amount(from), amount(alone ? from + effect : from - effect)]
  if (before === after) return `leaves ${subject} at ${before}`
  return `${effect > 0 === alone ? "raises" : "lowers"} ${subject} from ${before} to ${after}`
}

const named: Readonly<Record<RegionVerdict, string>> = {
  supports: "supports",
  opposes: "speaks against",
  none: "no measurable effect",
  depends: "depends on how we hide it",
  unknown: "not judged",
}

function judgedFacts(view: View): (index: number) => JudgedRegion {
  const isAverage = view.means === "average"
  const average = isAverage ? view : viewMeaning(view, "average")
  const other = viewMeaning(view, isAverage ? "alone" : "average")
  const sets = view.record.evidence?.sets
  const write = (effect: number | undefined): string =>
    effect === undefined || Number.isNaN(effect) ? "not asked" : written(view, effect)
  return (index) => ({
    verdict: named[view.regions[index]!.verdict],
    interval: average?.low === undefined ? "" : `${write(average.low[index])} to ${write(average.high?.[index])}`,
    other: write(other?.effects[index]),
    fills: isAverage ? fillsOf(view, index) : undefined,
    sets: (["enough", "needed"] as const).filter((name) => sets?.[name]?.regions.includes(index) === true),
  })
}

function fillsOf(view: View, index: number): JudgedRegion["fills"] {
  const fills = acrossFills(view, index)
  if (fills === undefined) return undefined
  const { lowest, highest, agree, of } = fills
  return { range: `${written(view, lowest)} to ${written(view, highest)}`, agree: `${agree} of ${of}` }
}
