import type { Explanation } from "../explanation.ts"
import { acrossFills } from "../reading/across-fills.ts"
import type { RegionVerdict } from "../reading/region-verdict.ts"
import { shownDecimals } from "./decimals-within.ts"
import { effectUnit, formatEffect } from "./format.ts"
import { regionPlace } from "./name-regions.ts"
import { shownRegions } from "./shown-regions.ts"
import { targetWords } from "./target-words.ts"

/** Writes one region a line: its effect, and what evidence says of it, or what its effect makes of the score. */
export function plainLines(explanation: Explanation): (index: number) => string {
  const verdicts = shownRegions(explanation)
  return (index) => {
    const place = regionPlace(explanation, index)
    const effect = explanation.effects[index]!
    if (!Number.isFinite(effect)) return `${place}: no value`
    const rest =
      verdicts === undefined
        ? changeOf(explanation, effect)
        : columnsOf(explanation, { index, verdict: verdicts[index]!.verdict })
    return `${place}: ${written(explanation, effect)} ${effectUnit(targetWords(explanation).scale)}${rest}`
  }
}

function written(explanation: Explanation, effect: number): string {
  return formatEffect(effect, targetWords(explanation).scale, { decimals: shownDecimals(explanation) })
}

/** `, lowers espresso from 94.0 % to 85.0 %`. */
function changeOf(explanation: Explanation, effect: number): string {
  const { design, target, hiddenScore } = explanation
  const { subject, amount } = targetWords(explanation)
  const alone = design === "all-but-one"
  const from = alone ? hiddenScore : target.score
  if (from === undefined || effect === 0 || design === "random-masks") return ""
  const verb = effect > 0 === alone ? "raises" : "lowers"
  return `, ${verb} ${subject} from ${amount(from)} to ${amount(alone ? from + effect : from - effect)}`
}

const named: Readonly<Record<RegionVerdict, string>> = {
  supports: "supports",
  opposes: "speaks against",
  none: "no measurable effect",
  depends: "depends on how we hide it",
  unknown: "not judged",
}

/** ` (90 % sure: +3.1 to +5.2), supports, alone +9.0, fills +2.0 to +5.1, 2 of 3 agree, enough, needed`. */
function columnsOf(
  explanation: Explanation,
  { index, verdict }: { readonly index: number; readonly verdict: RegionVerdict },
): string {
  const { design, evidence } = explanation
  const average = design === "random-masks"
  const write = (effect: number | null | undefined): string =>
    effect == null ? "not asked" : written(explanation, effect)
  const { low, high, effects } = evidence!.average
  const interval = `${write(low[index])} to ${write(high[index])}`
  const columns = [
    named[verdict],
    average
      ? `alone ${write(evidence!.alone?.effects[index])}`
      : `on average ${write(effects[index])} (90 % sure: ${interval})`,
    ...(average ? fillsOf(explanation, index) : []),
    ...(evidence!.sets?.enough?.regions.includes(index) === true ? ["enough"] : []),
    ...(evidence!.sets?.needed?.regions.includes(index) === true ? ["needed"] : []),
  ]
  return `${average ? ` (90 % sure: ${interval})` : ""}, ${columns.join(", ")}`
}

/** `fills +2.0 to +5.1, 2 of 3 agree`. */
function fillsOf(explanation: Explanation, index: number): readonly string[] {
  const fills = acrossFills(explanation, index)
  if (fills === undefined) return []
  const { lowest, highest, agree, of } = fills
  return [`fills ${written(explanation, lowest)} to ${written(explanation, highest)}`, `${agree} of ${of} agree`]
}
