import type { Explanation } from "../../explanation.ts"
import { effectUnit } from "../../words/format.ts"
import { singularOf } from "../../words/name-regions.ts"
import { scaleOf } from "../../words/target-words.ts"
import { textWidth } from "./text-metrics.ts"

/** What stands over the coloured picture. */
export function headingOf(
  explanation: Explanation,
  options: {
    readonly style?: "points" | "original"
    readonly map?: "exact" | "smooth"
    /** Pixels that there are for it, at 15 pixels a letter's height. */
    readonly room?: number
  } = {},
): string {
  const { design, regions } = explanation
  const unit = effectUnit(scaleOf(explanation))
  const singular = singularOf(explanation)
  const action = design === "all-but-one" ? `showing each ${singular} alone` : `hiding each ${singular}`
  const short = options.room !== undefined && options.room < 330
  if (design === "random-masks" && options.style !== "original") return averageHeading(explanation, options)
  if (options.style === "original") return short ? "From 0 to 100" : `How much ${action} changes, from 0 to 100`
  if (short) return `Change in ${unit}`
  const mean = regions.layout.kind === "window" ? " on average" : ""
  const smooth = options.map === "smooth" ? ", smoothed" : ""
  return `What ${action} changes${mean}, in ${unit}${smooth}`
}

/** What stands over a map of effects on average: as much as there is room for. */
function averageHeading(
  explanation: Explanation,
  { room = Number.POSITIVE_INFINITY, map }: { readonly room?: number; readonly map?: "exact" | "smooth" },
): string {
  const singular = singularOf(explanation)
  const tail = `, in ${effectUnit(scaleOf(explanation))}${map === "smooth" ? ", smoothed" : ""}`
  const headings = [
    `Expected fall when a ${singular} is hidden while others are hidden at random${tail}`,
    `Expected fall when a ${singular} is hidden among others${tail}`,
    `Expected fall when a ${singular} is hidden${tail}`,
    `Fall on average${tail}`,
  ]
  return headings.find((heading) => textWidth(heading, 15) <= room) ?? headings.at(-1)!
}
