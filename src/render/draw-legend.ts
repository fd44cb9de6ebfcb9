import { divergingColor, hex, tintOpacity } from "./color.ts"
import { originalTint } from "./draw-original.ts"
import { extent } from "./extent.ts"
import { effectUnit, formatEffect } from "./format.ts"
import { corners, stripePattern } from "./marks.ts"
import type { Sketch } from "./sketch.ts"
import { textWidth } from "./text-metrics.ts"
import { tag } from "./xml.ts"

/** How tall a legend is. */
export const legendHeight = 78

/** The upper left corner of a legend, and its width of at least 200. */
export interface LegendOptions {
  readonly left: number
  readonly top: number
  readonly width: number
}

/** The colour bar: what its ends and its middle stand for, what plus and minus mean, and the range that was really measured. */
export function drawLegend(sketch: Sketch, { left, top, width }: LegendOptions): string {
  const bar = { left, top: top + 8, width, height: 14 }
  const content = sketch.style === "original" ? originalLegend(sketch, bar) : pointsLegend(sketch, bar)
  const { ink } = sketch.theme
  return tag("g", { class: "legend", fill: ink, color: ink, "font-size": 13 }, content)
}

interface Bar {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

function pointsLegend({ explanation, values, end, id, palette }: Sketch, bar: Bar): string {
  const { model, design } = explanation
  const middle = bar.left + bar.width / 2
  const { least, most } = extent(values)
  const write = (effect: number): string => formatEffect(effect, model.scale)
  const markers = [least, most].filter(Number.isFinite).map((value) => {
    const tip = middle + (value / end) * (bar.width / 2)
    return tag("path", { d: `M${tip.toFixed(2)} ${bar.top - 1}l-4 -7h8z`, fill: "currentColor" })
  })
  const [plus, minus] = design === "all-but-one" ? ["raises", "lowers"] : ["lowers", "raises"]
  const action = design === "all-but-one" ? "showing it" : "hiding it"
  const unit = effectUnit(model.scale)
  const range = most < least ? "no value was measured" : `measured: ${write(least)} to ${write(most)} ${unit}`
  const long = [`− against: ${action} ${minus} the score`, `+ supports: ${action} ${plus} the score`] as const
  const fits = long.every((words) => textWidth(words, 13) <= bar.width / 2 - 8)
  const [against, supports] = fits ? long : ["− speaks against", "+ supports"]
  return [
    tag("defs", {}, stripePattern({ id: `${id}-legend`, palette }, 7)),
    tag("rect", { ...corners(bar), fill: "#b9b9b9" }),
    tag("g", { "shape-rendering": "crispEdges" }, steps(bar, palette)),
    tag("rect", { ...corners(bar), width: bar.width / 2, fill: `url(#${id}-legend-stripes)`, "fill-opacity": 0.6 }),
    tag("rect", { ...corners(bar), fill: "none", stroke: "currentColor", "stroke-opacity": 0.5 }),
    ...markers,
    ...ends(bar, [write(-end), `0 ${unit}`, write(end)]),
    line(against, bar.left, { y: bar.top + 48, anchor: "start" }),
    line(supports, bar.left + bar.width, { y: bar.top + 48, anchor: "end" }),
    line(range, bar.left, { y: bar.top + 66, anchor: "start" }),
  ].join("")
}

function steps(bar: Bar, palette: Sketch["palette"]): string {
  const count = 48
  const step = (_: unknown, i: number): string => {
    const at = (i + 0.5 - count / 2) / (count / 2)
    const rect = { x: bar.left + (i * bar.width) / count, y: bar.top, width: bar.width / count, height: bar.height }
    return tag("rect", { ...rect, fill: hex(divergingColor(at, { palette })), "fill-opacity": tintOpacity(at) })
  }
  return Array.from({ length: count }, step).join("")
}

/** Three numbers under a bar: at its ends and its middle. */
function ends(bar: Bar, [first, middle, last]: readonly [string, string, string]): readonly string[] {
  const y = bar.top + bar.height + 15
  return [
    line(first, bar.left, { y, anchor: "start" }),
    line(middle, bar.left + bar.width / 2, { y, anchor: "middle" }),
    line(last, bar.left + bar.width, { y, anchor: "end" }),
  ]
}

function originalLegend({ explanation, id }: Sketch, bar: Bar): string {
  const { effects, model } = explanation
  const { least, most } = extent(effects)
  const largest = formatEffect(Math.max(Math.abs(least), Math.abs(most)), model.scale).replace("+", "")
  const stops = [0, 25, 50, 75, 100].map((level) => {
    const { fill, "fill-opacity": opacity } = originalTint(level)
    return tag("stop", { offset: level / 100, "stop-color": fill, "stop-opacity": opacity })
  })
  return [
    tag("defs", {}, tag("linearGradient", { id: `${id}-ramp` }, stops.join(""))),
    tag("rect", { ...corners(bar), fill: "#b9b9b9" }),
    tag("rect", { ...corners(bar), fill: `url(#${id}-ramp)`, stroke: "currentColor", "stroke-opacity": 0.5 }),
    ...ends(bar, ["0", "50", "100"]),
    line(`100 stands for ${largest} ${effectUnit(model.scale)}, the largest change here`, bar.left, {
      y: bar.top + 48,
      anchor: "start",
    }),
    line("signs are not shown", bar.left, { y: bar.top + 66, anchor: "start" }),
  ].join("")
}

function line(text: string, x: number, { y, anchor }: { readonly y: number; readonly anchor: string }): string {
  return tag("text", { x, y, "text-anchor": anchor }, text)
}
