import type { EffectMeaning } from "../../explanation.ts"
import type { View } from "../../reading/view.ts"
import { contextOf } from "../../words/context.ts"
import { english, type Words } from "../../words/english.ts"
import { fillIn } from "../../words/fill-in.ts"
import { type Numbers, numbersOf } from "../../words/numbers.ts"
import { divergingColor, hex, tintOpacity } from "../color/color.ts"
import { extent } from "../color/extent.ts"
import type { TextBlock } from "./blocks.ts"
import { originalTint } from "./draw-original.ts"
import type { Rect } from "./geometry.ts"
import { drawMarks, type LegendMark, markLines, markStep } from "./legend-marks.ts"
import { corners, isStriped, stripeOpacity, stripePattern } from "./marks.ts"
import type { Sketch } from "./sketch.ts"
import { textWidth } from "./text-metrics.ts"
import { tag } from "./xml.ts"

export interface LegendOptions {
  /** At least 200. */
  readonly width: number
  /** What lines on the map mean; "" where it has none. */
  readonly notes?: string
  /** What its signs mean where evidence is drawn. */
  readonly marks?: readonly LegendMark[]
  /** What minus and plus mean, where that is not what they mean in every map. */
  readonly signs?: readonly LegendLine[]
}

/** Words under the bar, at its start and its end. */
export interface LegendLine {
  readonly start?: string
  readonly end?: string
}

const size = 13
const step = 18

/** The colour bar: what its ends and its middle stand for, what plus and minus mean, the range that was really measured, and what lines mean. */
export function legendBlock(sketch: Sketch, { width, notes = "", marks = [], signs: own }: LegendOptions): TextBlock {
  const words: readonly Line[] =
    sketch.style === "original" ? originalWords(sketch) : [...(own ?? [signsOf(sketch, width)]), rangeOf(sketch)]
  const lines = notes === "" ? words : withNotes(words, notes, width)
  const signs = markLines(marks, width)
  const wordsHeight = 8 + barHeight + step + lines.length * step + 4
  return {
    height: wordsHeight + signs.length * markStep,
    draw: (left, top) => {
      const bar = { left, top: top + 8, width, height: barHeight }
      const { ink } = sketch.theme
      const paint = sketch.style === "original" ? originalBar(sketch, bar) : pointsBar(sketch, bar)
      const texts = lines.map(({ start = "", end = "", mark = false }, i) => {
        const y = bar.top + barHeight + 15 + (i + 1) * step
        const indent = mark ? 14 : 0
        return [
          mark ? tag("path", { d: triangle(left + 4, y - 2), fill: "currentColor" }) : "",
          start === "" ? "" : line(start, left + indent, { y, anchor: "start" }),
          end === "" ? "" : line(end, left + width, { y, anchor: "end" }),
        ].join("")
      })
      const rows = signs.map((row, i) => drawMarks(row, sketch, { left, base: top + wordsHeight + i * markStep + 12 }))
      const style = { class: "legend", fill: ink, color: ink, "font-size": size }
      return tag("g", style, paint + texts.join("") + rows.join(""))
    },
  }
}

const barHeight = 14

interface Line extends LegendLine {
  /** Begins with the triangle that stands on the bar. */
  readonly mark?: boolean
}

/** The range that was really measured. */
function rangeOf(sketch: Sketch): Line {
  const { explanation, values, map, shown } = sketch
  const { least, most } = extent(values)
  const { signed, unit } = numbersIn(sketch)
  const { legend } = english
  // Means over overlapping windows and smooth maps have a smaller range than what was measured.
  const isMeasured = shown !== undefined || (explanation.regions.layout.kind !== "window" && map === "exact")
  const isEmpty = most < least
  const start = isEmpty
    ? shown === undefined
      ? legend.noneMeasured
      : legend.noneMeasurable
    : fillIn(isMeasured ? legend.measured : legend.onMap, { low: signed(least), high: signed(most), unit })
  return { start, mark: !isEmpty }
}

/** What minus and plus mean. */
function signsOf(sketch: Sketch, width: number): Line {
  const { plus, minus } = signWords(sketch.view)
  const { plusBrief, minusBrief } = english.legend
  return fitBeside(minus, plus, width) ? { start: minus, end: plus } : { start: minusBrief, end: plusBrief }
}

/** `+ supports: hiding it lowers the score`, and the same of minus. */
export function signWords(view: View, words: Words = english): { readonly plus: string; readonly minus: string } {
  const { legend, lowers, raises } = words
  const { quantity } = contextOf(view, { words, form: "short" }).common
  const [up, down] = rises[view.means] ? [raises, lowers] : [lowers, raises]
  const values = { quantity, action: legend.actions[view.means], lowers: up.short, raises: down.short }
  return { plus: fillIn(legend.plus, values), minus: fillIn(legend.minus, values) }
}

/** Numbers with as many decimals as the squares of the map. */
export function numbersIn({ view, decimals }: Sketch): Numbers {
  return numbersOf(view, english, { decimals })
}

/** Whether a plus raises what is explained. */
const rises: Readonly<Record<EffectMeaning, boolean>> = {
  alone: false,
  around: false,
  "shown-alone": true,
  average: false,
}

/** The notes at the end of the last line, or on a line of their own, or on one line each. */
function withNotes(lines: readonly Line[], notes: string, width: number): readonly Line[] {
  const last = lines.at(-1)!
  if (fitBeside(`___${last.start ?? ""}`, notes, width)) return [...lines.slice(0, -1), { ...last, end: notes }]
  const own = textWidth(notes, size) <= width ? [notes] : notes.split("; ")
  return [...lines, ...own.map((start) => ({ start }))]
}

function fitBeside(start: string, end: string, width: number): boolean {
  return textWidth(start, size) + textWidth(end, size) + 24 <= width
}

function pointsBar(sketch: Sketch, bar: Rect): string {
  const { end } = sketch
  const { signed, unit } = numbersIn(sketch)
  const middle = fillIn(english.legend.middle, { unit })
  return legendBar(sketch, bar) + ends(bar, [signed(-end), middle, signed(end)]).join("")
}

/** The colours of a map from one end of its scale to the other, with triangles at the least and the most that are on it; without words. */
export function legendBar({ values, end, id, palette }: Sketch, bar: Rect): string {
  const { least, most } = extent(values)
  const tips = [least, most].filter(Number.isFinite).map((value) => bar.left + (bar.width / 2) * (1 + value / end))
  return [
    tag("defs", {}, stripePattern({ id: `${id}-legend`, palette }, 7)),
    tag("rect", { ...corners(bar), fill: "#b9b9b9" }),
    tag("g", { "shape-rendering": "crispEdges" }, shadesIn(bar, { palette, stripes: `url(#${id}-legend-stripes)` })),
    tag("rect", { ...corners(bar), fill: "none", stroke: "currentColor", "stroke-opacity": 0.5 }),
    ...tips.map((tip) => tag("path", { d: triangle(tip, bar.top - 1), fill: "currentColor" })),
  ].join("")
}

function triangle(x: number, y: number): string {
  return `M${x.toFixed(2)} ${y.toFixed(2)}l-4 -7h8z`
}

/** The colours from one end to the other, striped as the map is. */
function shadesIn(
  bar: Rect,
  { palette, stripes }: { readonly palette: Sketch["palette"]; readonly stripes: string },
): string {
  const count = 48
  const shade = (_: unknown, i: number): string => {
    const at = (i + 0.5 - count / 2) / (count / 2)
    const rect = { x: bar.left + (i * bar.width) / count, y: bar.top, width: bar.width / count, height: bar.height }
    const color = tag("rect", { ...rect, fill: hex(divergingColor(at, { palette })), "fill-opacity": tintOpacity(at) })
    return isStriped(at) ? color + tag("rect", { ...rect, fill: stripes, ...stripeOpacity(at) }) : color
  }
  return Array.from({ length: count }, shade).join("")
}

/** Three numbers under a bar: at its ends and its middle. */
function ends(bar: Rect, [first, middle, last]: readonly [string, string, string]): readonly string[] {
  const y = bar.top + bar.height + 15
  return [
    line(first, bar.left, { y, anchor: "start" }),
    line(middle, bar.left + bar.width / 2, { y, anchor: "middle" }),
    line(last, bar.left + bar.width, { y, anchor: "end" }),
  ]
}

function originalWords(sketch: Sketch): readonly Line[] {
  const { legend } = english
  const { least, most } = extent(sketch.view.effects)
  const largest = Math.max(most, -least)
  const hundred = !Number.isFinite(largest)
    ? legend.noneMeasured
    : largest === 0
      ? legend.hundredNone
      : fillIn(legend.hundred, { largest: numbersIn(sketch).size(largest) })
  return [{ start: hundred }, { start: legend.unsigned }]
}

function originalBar({ id }: Sketch, bar: Rect): string {
  const stops = [0, 25, 50, 75, 100].map((level) => {
    const { fill, "fill-opacity": opacity } = originalTint(level)
    return tag("stop", { offset: level / 100, "stop-color": fill, "stop-opacity": opacity })
  })
  return [
    tag("defs", {}, tag("linearGradient", { id: `${id}-ramp` }, stops.join(""))),
    tag("rect", { ...corners(bar), fill: "#b9b9b9" }),
    tag("rect", { ...corners(bar), fill: `url(#${id}-ramp)`, stroke: "currentColor", "stroke-opacity": 0.5 }),
    ...ends(bar, ["0", "50", "100"]),
  ].join("")
}

function line(words: string, x: number, { y, anchor }: { readonly y: number; readonly anchor: string }): string {
  return tag("text", { x, y, "text-anchor": anchor }, words)
}
