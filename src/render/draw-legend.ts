import type { Explanation } from "../types.ts"
import { divergingColor, hex, tintOpacity } from "./color.ts"
import { extent } from "./extent.ts"
import { effectUnit, formatEffect } from "./format.ts"
import { corners } from "./marks.ts"
import { tag } from "./xml.ts"

/** How tall the legend is drawn. */
export const legendHeight = 62

/** Where the legend stands, and what it explains. */
export interface LegendOptions {
  /** The middle of the bar, and the top of the legend. */
  readonly x: number
  readonly y: number
  readonly values: ArrayLike<number>
  /** The effect at the ends of the bar. */
  readonly end: number
  readonly stripes: string
}

/** The colour bar: what its ends and its middle stand for, what plus and minus mean, and the range that was really measured. */
export function drawLegend({ model, design }: Explanation, { x, y, values, end, stripes }: LegendOptions): string {
  const bar = { left: x - 180, top: y + 8, width: 360, height: 16 }
  const at = (value: number): number => x + (value / end) * (bar.width / 2)
  const { least, most } = extent(values)
  const unit = effectUnit(model.scale)
  const write = (effect: number): string => formatEffect(effect, model.scale)
  const line = (text: string, left: number, more: { y: number; anchor: string }): string =>
    tag("text", { x: left, y: more.y, "text-anchor": more.anchor }, text)
  const steps = Array.from({ length: 48 }, (_, i) => {
    const position = (i - 23.5) / 24
    const left = bar.left + (i * bar.width) / 48
    const step = { x: left, y: bar.top, width: bar.width / 48, height: bar.height }
    return tag("rect", { ...step, fill: hex(divergingColor(position)), "fill-opacity": tintOpacity(position) })
  })
  const negative = { ...corners(bar), width: bar.width / 2, fill: stripes, "fill-opacity": 0.6 }
  const marks = [least, most].map((value) => {
    const tip = at(value)
    return tag("path", { d: `M${tip.toFixed(2)} ${bar.top - 1}l-4 -7h8z`, fill: "currentColor" })
  })
  const [plus, minus] = design === "all-but-one" ? ["raises", "lowers"] : ["lowers", "raises"]
  const action = design === "all-but-one" ? "showing alone" : "hiding"
  const ends = { y: bar.top + 33, anchor: "middle" }
  const range = `measured: ${write(least)} to ${write(most)} ${unit}`
  return [
    tag("rect", { ...corners(bar), fill: "#b9b9b9" }),
    tag("g", { "shape-rendering": "crispEdges" }, steps.join("")),
    tag("rect", negative),
    tag("rect", { ...corners(bar), fill: "none", stroke: "currentColor", "stroke-opacity": 0.5 }),
    ...marks,
    line(write(-end), bar.left, ends),
    line("0", x, ends),
    line(write(end), bar.left + bar.width, ends),
    line(`− against: ${action} ${minus} the score`, bar.left - 16, { y: bar.top + 13, anchor: "end" }),
    line(`+ supports: ${action} ${plus} the score`, bar.left + bar.width + 16, { y: bar.top + 13, anchor: "start" }),
    line(range, x, { y: bar.top + 51, anchor: "middle" }),
  ].join("")
}
