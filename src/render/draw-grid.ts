import type { Explanation } from "../types.ts"
import { divergingColor, hex } from "./color.ts"
import { extent } from "./extent.ts"
import { effectDecimals, formatEffect } from "./format.ts"
import { fitNumbers, overlap, placeBox, type Rect, textWidth } from "./layout.ts"
import { corners, frame, isStriped, type MapOptions, stripeOpacity, tint } from "./marks.ts"
import { movesTheAnswer, strongestRegion } from "./words.ts"
import { tag } from "./xml.ts"

/** The squares of a grid: a tint, stripes where the effect is below zero, the number where there is room, a frame round the strongest. */
export function drawGrid(explanation: Explanation, { panel, end, stripes }: MapOptions): string {
  const { effects, model, regions } = explanation
  const placed = regions.boxes.map((box) => placeBox(box, explanation, panel))
  const smallest = {
    width: extent(placed.map(({ width }) => width)).least,
    height: extent(placed.map(({ height }) => height)).least,
  }
  const write = (decimals: number): string[] => effects.map((effect) => formatEffect(effect, model.scale, { decimals }))
  const numbers = fitNumbers(write, smallest, { least: 8, most: 18, decimals: effectDecimals(model.scale) })
  // Squares that padding put outside the picture are not drawn.
  const cells = placed
    .map((square, i) => ({ rect: overlap(square, panel), at: effects[i]! / end, text: numbers?.texts[i] ?? "" }))
    .filter(({ rect }) => rect.width > 0.01 && rect.height > 0.01)
  const tints = cells.map(({ rect, at }) => tag("rect", { ...corners(rect), ...tint(at) }))
  const marks = cells
    .filter(({ at }) => isStriped(at))
    .map(({ rect, at }) => tag("rect", { ...corners(rect), fill: stripes, ...stripeOpacity(at) }))
  const texts = cells.map(({ rect, at, text }) => numberIn(rect, text, { size: numbers?.size ?? 0, at }))
  const style = { class: "numbers", fill: "#000", "text-anchor": "middle", "font-size": numbers?.size ?? 0 }
  return [
    tag("g", { stroke: "#fff", "stroke-opacity": 0.45, "shape-rendering": "crispEdges" }, tints.join("")),
    marks.join(""),
    movesTheAnswer(explanation) ? frame(overlap(placed[strongestRegion(explanation)]!, panel)) : "",
    numbers === undefined ? "" : tag("g", style, texts.join("")),
  ].join("")
}

function numberIn(cell: Rect, text: string, { size, at }: { size: number; at: number }): string {
  const width = textWidth(text, size)
  if (width > cell.width || size > cell.height) return ""
  const x = cell.left + cell.width / 2
  const y = cell.top + cell.height / 2
  // Digits are 0.73 of the font size high: this centres them.
  const words = tag("text", { x, y: y + size * 0.365 }, text)
  return isStriped(at) ? tag("rect", { ...plate(cell, { x, y, width, size }), ...plateTint(at) }) + words : words
}

/** Keeps stripes out of a number. */
function plate(
  cell: Rect,
  { x, y, width, size }: { x: number; y: number; width: number; size: number },
): Record<string, number> {
  const w = Math.min(width + size * 0.4, cell.width)
  const h = Math.min(size * 1.24, cell.height)
  return { x: x - w / 2, y: y - h / 2, width: w, height: h, rx: size * 0.25 }
}

function plateTint(at: number): Record<string, string | number> {
  return { fill: hex(divergingColor(at)), "fill-opacity": 0.6 + 0.3 * Math.min(1, Math.abs(at)) }
}
