import type { Explanation } from "../explanation.ts"
import { acrossFills } from "../reading/across-fills.ts"
import type { RegionVerdict } from "../reading/region-verdict.ts"
import { shownRegions } from "../reading/shown-regions.ts"
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
export function regionFacts(explanation: Explanation): (index: number) => RegionFacts {
  const verdicts = shownRegions(explanation)
  return (index) => {
    const place = regionPlace(explanation, index)
    const effect = explanation.effects[index]!
    if (!Number.isFinite(effect)) return { place, effect: undefined, change: "", judged: undefined }
    return {
      place,
      effect: written(explanation, effect),
      change: verdicts === undefined ? changeOf(explanation, effect) : "",
      judged: verdicts === undefined ? undefined : judgedOf(explanation, index, verdicts[index]!.verdict),
    }
  }
}

function written(explanation: Explanation, effect: number): string {
  return formatEffect(effect, targetWords(explanation).scale, { decimals: shownDecimals(explanation) })
}

/** `lowers espresso from 94.0 % to 85.0 %`. */
function changeOf(explanation: Explanation, effect: number): string {
  const { design, target, hiddenScore } = explanation
  const { subject, amount } = targetWords(explanation)
  const alone = design === "all-but-one"
  const from = alone ? hiddenScore : target.score
  if (from === undefined || effect === 0 || design === "random-masks") return ""
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

function judgedOf(explanation: Explanation, index: number, verdict: RegionVerdict): JudgedRegion {
  const { design, evidence } = explanation
  const { average, alone, sets } = evidence!
  const write = (effect: number | null | undefined): string =>
    effect == null ? "not asked" : written(explanation, effect)
  return {
    verdict: named[verdict],
    interval: `${write(average.low[index])} to ${write(average.high[index])}`,
    other: write(design === "random-masks" ? alone?.effects[index] : average.effects[index]),
    fills: design === "random-masks" ? fillsOf(explanation, index) : undefined,
    sets: (["enough", "needed"] as const).filter((name) => sets?.[name]?.regions.includes(index) === true),
  }
}

function fillsOf(explanation: Explanation, index: number): JudgedRegion["fills"] {
  const fills = acrossFills(explanation, index)
  if (fills === undefined) return undefined
  const { lowest, highest, agree, of } = fills
  return { range: `${written(explanation, lowest)} to ${written(explanation, highest)}`, agree: `${agree} of ${of}` }
}
