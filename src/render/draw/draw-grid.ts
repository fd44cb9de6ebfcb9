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
  /** Whether it is smaller than the largest square, as where padding cuts it. */
  readonly isCut: boolean
  /** Whether the line round a set runs inside of it, along the left or right edge of the picture. */
  readonly isLined: boolean
  /** The effect as a share of the scale's end; NaN where there is no value. */
  readonly at: number
  readonly text: string
}

/**
 * The squares of a grid: its colour and, where there is room, its number for each that was measured beyond noise; a dot for each other; a line round those that alone
 * keep the answer. A square without a value stays empty.
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
  // Where nothing tells noise from effects, a square that changes nothing is there all the same.
  return cells
    .filter(({ at }) => Number.isFinite(at) && (shown === undefined || at !== 0))
    .map(({ rect, at }) => tag("rect", { ...corners(rect), ...tint(at, { palette }) }))
    .join("")
}

/** The squares, without those that padding put outside the picture. */
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

/** Squares with a smaller side show their colour alone. */
const leastSide = 26

/** The least font size of a number, so that it is read at the size of a phone. */
const leastSize = 12

/** How the numbers of a grid are written; absent where they do not fit, and where there is no grid. */
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
      // Where all squares have a number, a sea of zeros would hide the rest; what was measured is not nothing.
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
  // The line round a set takes 5 on each side.
  const lines = sketch.enough === undefined ? 0 : 10
  const texts = cells.map(({ rect, isCut, isLined, text }) => {
    const room =
      isLined || isCut ? Math.min((rect.width - Math.max(4, lines)) / textWidth(text, 1), rect.height - lines) : size
    const own = Math.min(size, room)
    // Squares that padding cut may be too narrow.
    if (text === "" || own < (isLined ? leastLined : leastSize)) return ""
    const [x, y] = [rect.left + rect.width / 2, rect.top + rect.height / 2]
    // Digits are 0.73 of the font size high: this centres them.
    return tag("text", { x, y: y + own * 0.365, ...(own < size ? { "font-size": own } : {}) }, escapeXml(text))
  })
  return tag("g", { class: "numbers", fill: "#000", "text-anchor": "middle", "font-size": size }, texts.join(""))
}

/** The least font size of a number that the line round a set leaves less room than others have. */
const leastLined = 7.5
