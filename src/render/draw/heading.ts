import type { EffectMeaning, Explanation } from "../../explanation.ts"
import { scaleOf } from "../../reading/scale-of.ts"
import { type View, viewOf } from "../../reading/view.ts"
import { effectUnit } from "../../words/format.ts"
import { singularOf } from "../../words/name-regions.ts"
import { textWidth } from "./text-metrics.ts"

/** What stands over the coloured picture. */
export function headingOf(
  of: Explanation | View,
  options: {
    readonly style?: "points" | "original"
    readonly map?: "exact" | "smooth"
    /** Pixels that there are for it, at 15 pixels a letter's height. */
    readonly room?: number
  } = {},
): string {
  const { record: explanation, means } = viewOf(of)
  const { regions } = explanation
  const unit = effectUnit(scaleOf(explanation))
  const singular = singularOf(explanation)
  const action = actions[means](singular)
  const short = options.room !== undefined && options.room < 330
  if (means === "average" && options.style !== "original") return averageHeading(explanation, options)
  if (options.style === "original") return short ? "From 0 to 100" : `How much ${action} changes, from 0 to 100`
  if (short) return `Change in ${unit}`
  const mean = regions.layout.kind === "window" ? " on average" : ""
  const smooth = options.map === "smooth" ? ", smoothed" : ""
  return `What ${action} changes${mean}, in ${unit}${smooth}`
}

const actions: Readonly<Record<EffectMeaning, (singular: string) => string>> = {
  alone: (singular) => `hiding each ${singular}`,
  "shown-alone": (singular) => `showing each ${singular} alone`,
  average: (singular) => `hiding each ${singular}`,
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
