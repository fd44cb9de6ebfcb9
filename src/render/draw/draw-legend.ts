import { falls, type View } from "../../reading/view.ts"
import { contextOf } from "../../words/context.ts"
import { english, type Words } from "../../words/english.ts"
import { fillIn } from "../../words/fill-in.ts"
import { type Numbers, numbersOf } from "../../words/numbers.ts"
import { hex, tintColor, tintOpacity } from "../color/color.ts"
import { extent } from "../color/extent.ts"
import type { TextBlock } from "./blocks.ts"
import { originalTint } from "./draw-original.ts"
import type { Rect } from "./geometry.ts"
import { drawMarks, type LegendMark, markLines, markStep } from "./legend-marks.ts"
import { corners } from "./marks.ts"
import type { Sketch } from "./sketch.ts"
import { fitLine, textWidth, wrapText } from "./text-metrics.ts"
import { tag } from "./xml.ts"

export interface LegendOptions {
  /** Width of the legend, at least 200. */
  readonly width: number
  /** The other signs of the map, with what they mean. */
  readonly marks?: readonly LegendMark[]
  /** What minus and plus mean, if that differs from other maps. */
  readonly signs?: readonly LegendLine[]
  /** Font size. @default 13 */
  readonly size?: number
}

/** Words under the bar, at its start or its end. */
export interface LegendLine {
  readonly start?: string
  readonly end?: string
}

const barHeight = 14

/** The colour bar, what plus and minus mean, and what else is on the map; no bar if there is no colour. */
export function legendBlock(sketch: Sketch, { width, marks = [], signs, size = 13 }: LegendOptions): TextBlock {
  const step = Math.round(size * 1.4)
  const side = sideOf(sketch)
  const lines = linesOf(sketch, { width, signs, side, size })
  const rows = markLines(marks, { width, size })
  // Including its numbers and the space to the words below it.
  const ofBar = side === undefined ? 0 : barHeight + step + 4
  const wordsHeight = ofBar + lines.length * step
  return {
    height: wordsHeight + rows.length * markStep(size) + (rows.length === 0 ? 0 : 4),
    draw: (left, top) => {
      const bar = { left, top, width, height: barHeight }
      const { ink } = sketch.theme
      const texts = lines.map(({ start = "", end = "" }, i) => {
        const y = top + ofBar + size - 1 + i * step
        return [
          start === "" ? "" : line(fitLine(start, size, width), left, { y, anchor: "start" }),
          end === "" ? "" : line(fitLine(end, size, width), left + width, { y, anchor: "end" }),
        ].join("")
      })
      const drawn = rows.map((row, i) =>
        drawMarks(row, { left, size, base: top + wordsHeight + 4 + i * markStep(size) + size - 1 }),
      )
      const style = { class: "legend", fill: ink, color: ink, "font-size": size }
      return tag(
        "g",
        style,
        [side === undefined ? "" : barOf(sketch, bar, { side, size }), ...texts, ...drawn].join(""),
      )
    },
  }
}

/** Which signs a map has. */
export type Side = "plus" | "minus" | "both"

/** The signs of a map; undefined if it has no colour at all. */
export function sideOf({ style, values }: Sketch): Side | undefined {
  const { least, most } = extent(values)
  if (style === "original") return most >= least ? "both" : undefined
  if (least < 0) return most > 0 ? "both" : "minus"
  return most > 0 ? "plus" : undefined
}

function barOf(sketch: Sketch, bar: Rect, { side, size }: { readonly side: Side; readonly size: number }): string {
  if (sketch.style === "original") return originalBar(sketch, bar, size)
  const { end } = sketch
  const { signed, unit } = numbersIn(sketch)
  const middle = fillIn(english.legend.middle, { unit })
  const words = {
    both: [signed(-end), middle, signed(end)],
    plus: [middle, "", signed(end)],
    minus: [signed(-end), "", middle],
  } as const
  return legendBar(sketch, bar, side) + ends(bar, words[side], size).join("")
}

function linesOf(
  sketch: Sketch,
  {
    width,
    signs,
    side,
    size,
  }: {
    readonly width: number
    readonly signs: readonly LegendLine[] | undefined
    readonly side: Side | undefined
    readonly size: number
  },
): readonly LegendLine[] {
  const { effects } = sketch.view
  if (sketch.style === "original") return originalWords(sketch)
  if (side !== undefined) return signs ?? signsOf(sketch, side, { width, size })
  return effects.some(Number.isFinite) ? [] : [{ start: english.legend.noneMeasured }]
}

/** What minus and plus mean, as far as they are on the map. */
function signsOf(
  sketch: Sketch,
  side: Side,
  room: { readonly width: number; readonly size: number },
): readonly LegendLine[] {
  const { plus, minus } = signWords(sketch.view)
  const { plusBrief, minusBrief } = english.legend
  if (side !== "both")
    return wrapText(side === "plus" ? plus : minus, room.size, { ...room, most: 2 }).map((start) => ({ start }))
  return [fitBeside(minus, plus, room) ? { start: minus, end: plus } : { start: minusBrief, end: plusBrief }]
}

/** `+ supports: hiding it lowers the score`, and the same for minus. */
export function signWords(view: View, words: Words = english): { readonly plus: string; readonly minus: string } {
  const { legend, lowers, raises } = words
  const { quantity } = contextOf(view, { words, form: "short" }).common
  const [up, down] = falls(view.means) ? [lowers, raises] : [raises, lowers]
  const values = { quantity, action: legend.actions[view.means], lowers: up.short, raises: down.short }
  return { plus: fillIn(legend.plus, values), minus: fillIn(legend.minus, values) }
}

/** Numbers with as many decimals as the squares of the map. */
export function numbersIn({ view, decimals }: Sketch): Numbers {
  return numbersOf(view, english, { decimals })
}

function fitBeside(
  start: string,
  end: string,
  { width, size }: { readonly width: number; readonly size: number },
): boolean {
  return textWidth(start, size) + textWidth(end, size) + 24 <= width
}

/** The colours of a map from one end of its scale to the other, or from 0 to one end; without words. */
export function legendBar({ palette }: Pick<Sketch, "palette">, bar: Rect, side: Side = "both"): string {
  const [from, to] = { both: [-1, 1], plus: [0, 1], minus: [-1, 0] }[side] as [number, number]
  const count = 48
  const shade = (_: unknown, i: number): string => {
    const at = from + ((to - from) * (i + 0.5)) / count
    const rect = { x: bar.left + (i * bar.width) / count, y: bar.top, width: bar.width / count, height: bar.height }
    return tag("rect", { ...rect, fill: hex(tintColor(at, { palette })), "fill-opacity": tintOpacity(at) })
  }
  return (
    tag("rect", { ...corners(bar), fill: barGround }) +
    tag("g", { "shape-rendering": "crispEdges" }, Array.from({ length: count }, shade).join(""))
  )
}

/** A medium grey of the photo, as lightened under the map. */
const barGround = "#e2e2e2"

/** Three numbers under a bar: at its ends and its middle. */
function ends(bar: Rect, [first, middle, last]: readonly [string, string, string], size: number): readonly string[] {
  const y = bar.top + bar.height + size + 2
  return [
    line(first, bar.left, { y, anchor: "start" }),
    middle === "" ? "" : line(middle, bar.left + bar.width / 2, { y, anchor: "middle" }),
    line(last, bar.left + bar.width, { y, anchor: "end" }),
  ]
}

function originalWords(sketch: Sketch): readonly LegendLine[] {
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

function originalBar({ id }: Sketch, bar: Rect, size: number): string {
  const stops = [0, 25, 50, 75, 100].map((level) => {
    const { fill, "fill-opacity": opacity } = originalTint(level)
    return tag("stop", { offset: level / 100, "stop-color": fill, "stop-opacity": opacity })
  })
  return [
    tag("defs", {}, tag("linearGradient", { id: `${id}-ramp` }, stops.join(""))),
    tag("rect", { ...corners(bar), fill: barGround }),
    tag("rect", { ...corners(bar), fill: `url(#${id}-ramp)`, stroke: "currentColor", "stroke-opacity": 0.5 }),
    ...ends(bar, ["0", "50", "100"], size),
  ].join("")
}

function line(words: string, x: number, { y, anchor }: { readonly y: number; readonly anchor: string }): string {
  return tag("text", { x, y, "text-anchor": anchor }, words)
}
