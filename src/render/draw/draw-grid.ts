import { isQuiet } from "../../reading/region-verdict.ts"
import { scaleOf } from "../../reading/scale-of.ts"
import type { RegionView } from "../../reading/view.ts"
import { formatEffect } from "../../words/format.ts"
import { shownDecimals } from "../../words/numbers.ts"
import { extent } from "../color/extent.ts"
import { drawDots, drawEnough } from "./draw-evidence.ts"
import { fitNumbers } from "./fit-numbers.ts"
import { overlap, placeBox, type Rect } from "./geometry.ts"
import { corners, squareLines, tint } from "./marks.ts"
import type { Sketch } from "./sketch.ts"
import { textWidth } from "./text-metrics.ts"
import { escapeXml, tag } from "./xml.ts"

interface Cell {
  readonly rect: Rect
  /** Whether it is smaller than the largest square, for example because padding crops it. */
  readonly isCut: boolean
  /** Whether the line around a set runs inside it, along the left or right edge of the picture. */
  readonly isLined: boolean
  /** The effect as a share of the scale's end; NaN if there is no value. */
  readonly at: number
  readonly text: string
}

/**
 * The squares of a grid. Squares with an effect beyond the noise have a colour and, if there is room, a number; the others have a dot. A line runs around those
 * that alone keep the answer. A square without a value stays empty.
 */
export function drawGrid(sketch: Sketch, panel: Rect): string {
  const placed = sketch.explanation.regions.boxes.map((box) => placeBox(box, sketch.explanation, panel))
  const fit = gridNumbers(sketch, panel)
  const cells = cellsOf(sketch, { placed, panel, texts: fit?.texts })
  return [
    tag("g", { class: "cells", "shape-rendering": "crispEdges" }, paintCells(cells, sketch)),
    gridLines(cells),
    drawDots(sketch, panel),
    drawEnough(sketch, panel),
    fit === undefined || !sketch.numbers ? "" : writeNumbers(cells, { size: fit.size, sketch }),
  ].join("")
}

/** The colours of a grid and nothing else. */
export function colorGrid(sketch: Sketch, panel: Rect): string {
  const placed = sketch.explanation.regions.boxes.map((box) => placeBox(box, sketch.explanation, panel))
  return tag(
    "g",
    { "shape-rendering": "crispEdges" },
    paintCells(cellsOf(sketch, { placed, panel, texts: [] }), sketch),
  )
}

function paintCells(cells: readonly Cell[], { shown, palette }: Sketch): string {
  // If no noise was measured, a square without effect is drawn as well.
  return cells
    .filter(({ at }) => Number.isFinite(at) && (shown === undefined || at !== 0))
    .map(({ rect, at }) => tag("rect", { ...corners(rect), ...tint(at, { palette }) }))
    .join("")
}

/** The squares, except those that padding put outside the picture. */
function cellsOf(
  { values, enough, end }: Sketch,
  {
    placed,
    panel,
    texts,
  }: { readonly placed: readonly Rect[]; readonly panel: Rect; readonly texts: readonly string[] | undefined },
): readonly Cell[] {
  const { widest, highest } = largestOf(placed)
  const outlined = new Set(enough?.regions)
  return placed
    .map((square, i): Cell => {
      const rect = overlap(square, panel)
      const isCut = rect.width < widest - 1 || rect.height < highest - 1
      const ends = [rect.left - panel.left, panel.left + panel.width - rect.left - rect.width]
      const isLined = outlined.has(i) && Math.min(...ends) < 0.5
      return { rect, isCut, isLined, at: values[i]! / end, text: texts?.[i] ?? "" }
    })
    .filter(({ rect }) => rect.width > 0.01 && rect.height > 0.01)
}

function largestOf(squares: readonly Rect[]): { readonly widest: number; readonly highest: number } {
  return {
    widest: extent(squares.map(({ width }) => width)).most,
    highest: extent(squares.map(({ height }) => height)).most,
  }
}

/** Fainter lines the smaller squares are: many lines would hide the photo. */
function gridLines(cells: readonly Cell[]): string {
  const side = extent(cells.flatMap(({ rect }) => [rect.width, rect.height])).most
  return squareLines(
    cells.map(({ rect }) => rect),
    side >= 24 ? 0.5 : side >= 14 ? 0.3 : 0.15,
  )
}

/** Squares with a smaller side show only their colour. */
const leastSide = 26

/** The least font size of a number, so that it can be read on a phone. */
const leastSize = 12

/** How the numbers of a grid are written; undefined if they do not fit, and if there is no grid. */
export function gridNumbers(sketch: Sketch, panel: Rect): ReturnType<typeof fitNumbers> {
  const { view, explanation, shown, decimals = 2, numberSize = 22 } = sketch
  const { effects } = view
  const { regions } = explanation
  const scale = scaleOf(explanation)
  const placed = regions.boxes.map((box) => placeBox(box, explanation, panel))
  const smallest = {
    width: extent(placed.map(({ width }) => width)).least,
    height: extent(placed.map(({ height }) => height)).least,
  }
  if (Math.min(smallest.width, smallest.height) < leastSide) return undefined
  const write = (digits: number): string[] =>
    effects.map((effect, i) => {
      if (!Number.isFinite(effect) || isNeutral(shown?.[i])) return ""
      const text = formatEffect(effect, scale, { decimals: digits })
      if (Number(text) !== 0) return text
      // If all squares have a number, many zeros would hide the rest; measured effects are never zero.
      if (shown !== undefined) return `<${(10 ** -digits).toFixed(digits)}`
      return digits === 0 ? "" : text
    })
  const most = { most: numberSize, decimals: Math.min(decimals, shownDecimals(view)) }
  return fitNumbers(write, smallest, { least: leastSize, share: 0.84, ...most })
}

function isNeutral(region: RegionView | undefined): boolean {
  return region !== undefined && isQuiet(region.verdict)
}

function writeNumbers(
  cells: readonly Cell[],
  { size, sketch }: { readonly size: number; readonly sketch: Sketch },
): string {
  // The line around a set takes 5 units on each side.
  const lines = sketch.enough === undefined ? 0 : 10
  const texts = cells.map(({ rect, isCut, isLined, text }) => {
    const room =
      isLined || isCut ? Math.min((rect.width - Math.max(4, lines)) / textWidth(text, 1), rect.height - lines) : size
    const own = Math.min(size, room)
    // Squares that padding crops may be too narrow.
    if (text === "" || own < (isLined ? leastLined : leastSize)) return ""
    const [x, y] = [rect.left + rect.width / 2, rect.top + rect.height / 2]
    // Digits are 0.73 of the font size high: this centres them.
    return tag("text", { x, y: y + own * 0.365, ...(own < size ? { "font-size": own } : {}) }, escapeXml(text))
  })
  return tag("g", { class: "numbers", fill: "#000", "text-anchor": "middle", "font-size": size }, texts.join(""))
}

/** The least font size of a number that has less room because of the line around a set. */
const leastLined = 7.5
