import type { Explanation } from "../../explanation.ts"
import { scaleOf } from "../../reading/scale-of.ts"
import { type View, viewOf } from "../../reading/view.ts"
import { effectUnit } from "../../words/format.ts"
import { type JudgedRegion, regionFacts } from "../../words/region-facts.ts"

/** Writes one region a line: its effect, and what evidence says of it, or what its effect makes of the score. */
export function plainLines(of: Explanation | View): (index: number) => string {
  const view = viewOf(of)
  const factsOf = regionFacts(view)
  const average = view.low !== undefined
  return (index) => {
    const { place, effect, change, judged } = factsOf(index)
    if (effect === undefined) return `${place}: no value`
    const rest = judged === undefined ? (change === "" ? "" : `, ${change}`) : judgedText(judged, { average })
    return `${place}: ${effect} ${effectUnit(scaleOf(view.record))}${rest}`
  }
}

/** ` (90 % sure: +3.1 to +5.2), supports, alone +9.0, fills +2.0 to +5.1, 2 of 3 agree, enough, needed`. */
function judgedText(
  { verdict, interval, other, fills, sets }: JudgedRegion,
  { average }: { readonly average: boolean },
): string {
  const sure = ` (90 % sure: ${interval})`
  const columns = [
    verdict,
    average ? `alone ${other}` : `on average ${other}${sure}`,
    ...(fills === undefined ? [] : [`fills ${fills.range}`, `${fills.agree} agree`]),
    ...sets,
  ]
  return `${average ? sure : ""}, ${columns.join(", ")}`
}
