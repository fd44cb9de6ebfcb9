import type { Explanation } from "../../explanation.ts"
import { scaleOf } from "../../reading/scale-of.ts"
import { type View, viewOf } from "../../reading/view.ts"
import { english } from "../../words/english.ts"
import { fillIn } from "../../words/fill-in.ts"
import { textWidth } from "./text-metrics.ts"

/** The heading of the coloured picture: as much as there is room for. */
export function headingOf(
  of: Explanation | View,
  options: {
    readonly style?: "points" | "original"
    readonly map?: "exact" | "smooth"
    /** Pixels available for it, in letters of this size. */
    readonly room?: number
    /** @default 15 */
    readonly size?: number
  } = {},
): string {
  const { record, means } = viewOf(of)
  const { style, map, room = Number.POSITIVE_INFINITY, size = 15 } = options
  const { drawing, nouns, unitNames } = english
  const { kind } = record.regions.layout
  const overlap = kind === "window" && map !== "smooth" && means !== "average" ? [drawing.headingMean[means]] : []
  const templates = style === "original" ? drawing.headingOriginal[means] : [...overlap, ...drawing.heading[means]]
  const headings = templates.map((template) => {
    const heading = fillIn(template, { singular: nouns[kind].one, unit: unitNames[scaleOf(record)] })
    return map === "smooth" && style !== "original" ? fillIn(drawing.smoothed, { heading }) : heading
  })
  return headings.find((heading) => textWidth(heading, size) <= room) ?? headings.at(-1)!
}
