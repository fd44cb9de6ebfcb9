import { scaleOf } from "../../reading/scale-of.ts"
import { strongestArea } from "../../reading/strongest-area.ts"
import { movesTheAnswer, strongestRegion } from "../../reading/strongest-region.ts"
import type { RegionView } from "../../reading/view.ts"
import { shownDecimals } from "../../words/decimals-within.ts"
import { formatEffect } from "../../words/format.ts"
import { divergingColor, hex, plateOpacity } from "../color/color.ts"
import { extent } from "../color/extent.ts"
import { drawDots, drawHatch, drawSets } from "./draw-evidence.ts"
import { fitNumbers } from "./fit-numbers.ts"
import { overlap, placeBox, type Rect } from "./geometry.ts"
import { corners, cross, frame, isStriped, outline, squareLines, stripeOpacity, stripesOf, tint } from "./marks.ts"
import { setLines } from "./set-lines.ts"
import type { Sketch } from "./sketch.ts"
import { textWidth } from "./text-metrics.ts"
import { tag } from "./xml.ts"

interface Cell {
  readonly rect: Rect
  /** Whether it is smaller than the largest square, as where padding cuts it. */
  readonly isCut: boolean
  /** Whether the line round a set runs inside of it, along the left or right edge of the picture. */
  readonly isLined: boolean
  /** The effect as a share of the scale's end; NaN where there is no value. */
  readonly at: number
  readonly text: string
  /** No colour and no number: there is no measurable effect, or one that depends on the fill. */
  readonly isNeutral: boolean
}

/**
 * The squares of a grid: a tint, stripes where the effect is below zero, the number where there is room, a frame round the strongest.
 * Where numbers do not fit, an outline holds the squares with at least half of the strongest effect. A square without a value gets a cross.
 */
export function drawGrid(sketch: Sketch, panel: Rect): string {
  const { view, explanation, shown } = sketch
  const placed = explanation.regions.boxes.map((box) => placeBox(box, explanation, panel))
  const numbers = gridNumbers(sketch, panel)
  const cells = cellsOf(sketch, { placed, panel, texts: numbers?.texts })
  const measured = cells.filter(({ at }) => Number.isFinite(at))
  const colored = measured.filter(({ isNeutral }) => !isNeutral)
  const tints = colored.map(({ rect, at }) => tag("rect", { ...corners(rect), ...tint(at, sketch) }))
  const striped = colored.filter(({ at }) => isStriped(at))
  const stripes = striped.map(({ rect, at }) =>
    tag("rect", { ...corners(rect), fill: stripesOf(sketch), ...stripeOpacity(at) }),
  )
  const moves = movesTheAnswer(view)
  return [
    tag("g", { class: "cells", "shape-rendering": "crispEdges" }, tints.join("")),
    stripes.join(""),
    drawHatch(sketch, panel),
    gridLines(cells),
    ...cells.filter(({ at }) => !Number.isFinite(at)).map(({ rect }) => cross(rect)),
    numbers === undefined ? "" : drawDots(sketch, panel),
    moves && numbers === undefined && shown === undefined ? outlineOf(sketch, panel) : "",
    drawSets(sketch, panel),
    moves ? frame(overlap(placed[strongestRegion(view)]!, panel)) : "",
    numbers === undefined ? "" : writeNumbers(colored, { size: numbers.size, sketch }),
  ].join("")
}

/** The squares, without those that padding put outside the picture. */
function cellsOf(
  { view: { effects }, sets, shown, end }: Sketch,
  {
    placed,
    panel,
    texts,
  }: { readonly placed: readonly Rect[]; readonly panel: Rect; readonly texts: readonly string[] | undefined },
): readonly Cell[] {
  const { widest, highest } = largestOf(placed)
  const enough = new Set(sets?.enough?.regions)
  return placed
    .map((square, i): Cell => {
      const value = shown === undefined ? effects[i]! : shown[i]!.colored
      const rect = overlap(square, panel)
      const isCut = rect.width < widest - 1 || rect.height < highest - 1
      const ends = [rect.left - panel.left, panel.left + panel.width - rect.left - rect.width]
      const isLined = enough.has(i) && Math.min(...ends) < 0.5
      return { rect, isCut, isLined, at: value / end, isNeutral: isNeutral(shown?.[i]), text: texts?.[i] ?? "" }
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
    side >= 24 ? 0.45 : side >= 14 ? 0.3 : 0.15,
  )
}

/** Squares with a smaller side show their colour alone. */
const leastSide = 26

/** The least font size of a number that the line round a set leaves less room than others have. */
const leastSize = 7.5

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
      const isWritten = Number.isFinite(effect) && !isNeutral(shown?.[i])
      const text = isWritten ? formatEffect(effect, scale, { decimals: digits }) : ""
      return digits === 0 && text === "0" ? "" : text // A sea of zeros would hide the rest.
    })
  const most = { most: numberSize, decimals: Math.min(decimals, shownDecimals(view)) }
  return fitNumbers(write, smallest, { least: 9, ...most })
}

function isNeutral(region: RegionView | undefined): boolean {
  return region?.verdict === "none" || region?.verdict === "depends"
}

function writeNumbers(
  cells: readonly Cell[],
  { size, sketch }: { readonly size: number; readonly sketch: Sketch },
): string {
  // The line round a set takes 6.9 on each side.
  const lines = sketch.sets === undefined ? 0 : 14
  const texts = cells.map(({ rect, isCut, isLined, at, text }) => {
    const own = isLined ? Math.min(size, (rect.width - lines) / textWidth(text, 1)) : size
    const width = textWidth(text, own)
    const edges = isCut ? lines : 0
    // Squares that padding cut may be too narrow; a frame takes 2 on each side.
    if (text === "" || own < leastSize || width + Math.max(4, edges) > rect.width || size + edges > rect.height)
      return ""
    const [x, y] = [rect.left + rect.width / 2, rect.top + rect.height / 2]
    // Digits are 0.73 of the font size high: this centres them.
    const words = tag("text", { x, y: y + own * 0.365, ...(own < size ? { "font-size": own } : {}) }, text)
    return plate(rect, { width, size: own, at, sketch }) + words
  })
  const style = { class: "numbers", fill: "#000", "text-anchor": "middle", "font-size": size }
  return tag("g", style, texts.join(""))
}

/** Keeps the photo and the stripes out of a number. */
function plate(
  cell: Rect,
  { width, size, at, sketch }: { width: number; size: number; at: number; sketch: Sketch },
): string {
  const [w, h] = [Math.min(width + size * 0.4, cell.width), Math.min(size * 1.24, cell.height)]
  const box = { left: cell.left + (cell.width - w) / 2, top: cell.top + (cell.height - h) / 2, width: w, height: h }
  const fill = hex(divergingColor(at, sketch))
  return tag("rect", { ...corners(box), rx: size * 0.25, fill, "fill-opacity": plateOpacity(at) })
}

/** Round the squares that have at least half of the strongest effect, with its sign. */
function outlineOf({ view, explanation }: Sketch, panel: Rect): string {
  return outline(setLines(strongestArea(view.effects), { explanation, panel }))
}
