import { hex } from "../color/color.ts"
import { extent } from "../color/extent.ts"
import type { Rgb } from "../color/palettes.ts"
import { fitNumbers } from "./fit-numbers.ts"
import { overlap, placeBox, type Rect } from "./geometry.ts"
import { corners, squareLines } from "./marks.ts"
import { originalNumbers } from "./original-numbers.ts"
import { type Shade, shadesOf } from "./shades-of.ts"
import type { Sketch } from "./sketch.ts"
import { textWidth } from "./text-metrics.ts"
import { number, tag } from "./xml.ts"

/** The colour of a level from 0 to 100: from yellow through orange to dark red, covering more and more of the photo. */
export function originalTint(level: number): { fill: string; "fill-opacity": number } {
  const share = Math.min(100, level) / 100
  const [from, to] = share < 0.5 ? [ramp[0], ramp[1]] : [ramp[1], ramp[2]]
  const within = share < 0.5 ? share * 2 : share * 2 - 1
  const channel = (i: 0 | 1 | 2): number => Math.round(from[i] + (to[i] - from[i]) * within)
  return { fill: hex([channel(0), channel(1), channel(2)]), "fill-opacity": 0.15 + 0.6 * share }
}

const ramp: readonly [Rgb, Rgb, Rgb] = [
  [255, 237, 130],
  [253, 141, 60],
  [177, 0, 38],
]

interface Cell {
  readonly rect: Rect
  /** From 0 to 100; NaN if there is no value. */
  readonly level: number
}

/**
 * The look of the original GridExplainer: the photo in colour, redder where the size of the effect is larger, with numbers from 0 to 100 and grid
 * lines. Signs are not shown, and a square without a value stays empty.
 *
 * The original has only squares: overlapping windows and masks get its colours, but no numbers.
 */
export function drawOriginal(sketch: Sketch, panel: Rect): string {
  const { view, explanation } = sketch
  if (explanation.regions.layout.kind !== "grid") return drawPixels(sketch, panel)
  const levels = originalNumbers(view.effects)
  const placed = explanation.regions.boxes.map((box) => placeBox(box, explanation, panel))
  const smallest = {
    width: extent(placed.map(({ width }) => width)).least,
    height: extent(placed.map(({ height }) => height)).least,
  }
  const write = (): string[] => levels.map((level) => (Number.isNaN(level) ? "" : String(level)))
  const numbers = fitNumbers(write, smallest, { least: 8, most: 22, decimals: 0, edge })
  // Squares that padding put outside the picture are not drawn.
  const cells = placed
    .map((square, i): Cell => ({ rect: overlap(square, panel), level: levels[i]! }))
    .filter(({ rect }) => rect.width > 0.01 && rect.height > 0.01)
  const measured = cells.filter(({ level }) => !Number.isNaN(level))
  const tints = measured.map(({ rect, level }) => tag("rect", { ...corners(rect), ...originalTint(level) }))
  return [
    tag("g", { class: "cells", "shape-rendering": "crispEdges" }, tints.join("")),
    squareLines(
      cells.map(({ rect }) => rect),
      0.6,
    ),
    numbers === undefined || !sketch.numbers ? "" : writeNumbers(measured, numbers.size),
  ].join("")
}

/** The height of digits, including overshoot, in font sizes. */
const DIGITS = 0.76

/** Width of the black edge around digits, both sides together, in font sizes. */
const edge = 0.28

/** White with a black edge, which is readable on every colour. */
function writeNumbers(cells: readonly Cell[], size: number): string {
  const texts = cells.map(({ rect: { left, top, width, height }, level }) => {
    const text = String(level)
    if (textWidth(text, size) + edge * size > width || size * (DIGITS + edge) > height) return ""
    return tag("text", { x: left + width / 2, y: top + height / 2 + size * 0.365 }, text)
  })
  const halo = { stroke: "#000", "stroke-width": number(size * edge), "paint-order": "stroke" }
  const style = {
    class: "numbers",
    fill: "#fff",
    "text-anchor": "middle",
    "font-size": size,
    "stroke-linejoin": "round",
  }
  return tag("g", { ...style, ...halo }, texts.join(""))
}

function drawPixels(sketch: Sketch, panel: Rect): string {
  const { least, most } = extent(sketch.values)
  const end = Math.max(most, -least) || 1 // If nothing changes, every level is 0.
  const paint = ({ share, d }: Shade): string => tag("path", { d, ...originalTint(100 * Math.abs(share)) })
  return shadesOf({ ...sketch, end }, panel)
    .filter(({ share }) => !Number.isNaN(share))
    .map(paint)
    .join("")
}
