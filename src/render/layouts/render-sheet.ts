import type { Explanation } from "../../explanation.ts"
import { checkInteger } from "../../math/check-integer.ts"
import { scaleOf } from "../../reading/scale-of.ts"
import { type View, viewOf } from "../../reading/view.ts"
import type { Size } from "../../types.ts"
import { effectUnit } from "../../words/format.ts"
import { titleOf } from "../../words/picture-words.ts"
import { headingOfSheet, sheetDetails, tileHeadings } from "../../words/sheet-words.ts"
import { headline, paragraph } from "../draw/blocks.ts"
import { legendBlock } from "../draw/draw-legend.ts"
import { placePicture, type Rect } from "../draw/geometry.ts"
import { allValues, inOnePrecision, joinMarks } from "../draw/one-scale.ts"
import { svgOf } from "../draw/page.ts"
import { footHeight, headHeight, mapTile, oneLineHead, photoTile } from "../draw/sheet-tile.ts"
import { signNotes } from "../draw/sign-notes.ts"
import { type DrawingOptions, type EmbeddedPicture, makeSketch, type Sketch } from "../draw/sketch.ts"

/** One picture of a contact sheet. */
export interface SheetEntry {
  readonly explanation: Explanation | View
  /** The picture that was explained. Without it, a grey area is drawn. */
  readonly photo?: EmbeddedPicture | undefined
}

/** How a contact sheet is drawn. */
export interface RenderSheetOptions extends Omit<DrawingOptions, "style"> {
  /** How many pictures are in a row, from 1 to 12. Default: depends on how many there are, at most 4. */
  readonly columns?: number
  /** Width of the drawing in pixels, from 200 to 8192. Default: the layout's own width. */
  readonly width?: number
}

const margin = 40
const gap = 32
const tileWidth = 340
const mostTileHeight = 340

/**
 * Draws several explanations on one sheet, all on one colour scale, so that their colours can be compared: several pictures, or several targets or
 * fills of one picture, which is then shown first.
 *
 * @throws {RangeError} for no entries, scores in different units, or options out of range.
 *
 * @example
 * ```ts
 * import { explainTargets, functionModel, grid } from "gridexplainer"
 * import { renderSheet } from "gridexplainer/render"
 * const image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(204, 51) } as const
 * const model = functionModel((images) => images.map(({ data }) => [data[0]! / 255, data[1]! / 255]))
 * const both = await explainTargets(model, image, { targets: { top: 2 }, regions: grid({ rows: 1, columns: 2 }), fill: 0, evidence: "none" })
 * const svg = renderSheet(both.map((explanation) => ({ explanation })))
 * svg.includes("class 0, 80.0\u00a0%") && svg.includes("class 1, 20.0\u00a0%") // => true
 * ```
 */
export function renderSheet(entries: readonly SheetEntry[], options: RenderSheetOptions = {}): string {
  const { columns, width, ...drawing } = options
  const drawn = sketchesOf(entries, drawing)
  const first = drawn[0]!
  const onePicture = isOnePicture(entries)
  const tiles = drawn.length + (onePicture ? 1 : 0)
  const across = columnsFor(tiles, columns)
  const room = across * tileWidth + (across - 1) * gap
  const shown = onePicture ? [first, ...drawn] : drawn
  const views = drawn.map(({ view }) => view)
  const headings = tileHeadings(views)
  const head = headings.every((heading) => heading === "") ? oneLineHead : headHeight
  const { places, bottom } = placeTiles(shown.map(pictureHeight), { across, head })
  const maps = places.slice(-drawn.length)
  const sketches = inOnePrecision(drawn, maps)
  const scale = { ...sketches[0]!, values: allValues(sketches), id: `${first.id}-sheet-scale` }
  const marks = joinMarks(sketches.map((sketch, i) => signNotes(sketch, placePicture(sizeOf(sketch), maps[i]!))))
  const legend = legendBlock(scale, { width: Math.min(room, 560), marks })
  const detailsTop = bottom + legend.height + 12
  const details = paragraph(sheetDetails(views), { room, size: 14, most: 3, fill: first.theme.quiet })
  const id = `${first.id}-sheet`
  const title = headingOfSheet(views)
  return svgOf(
    {
      width: room + 2 * margin,
      height: detailsTop + details.height + margin - 8,
      paper: first.theme.paper,
      title,
      description: views.map((one) => titleOf(one)).join("; "),
      id,
      body: [
        headline(title, room, first.theme).draw(margin, margin),
        onePicture ? photoTile(first, places[0]!) : "",
        ...sketches.map((sketch, i) => mapTile(sketch, places[i + (onePicture ? 1 : 0)]!, headings[i]!)),
        legend.draw(margin, bottom),
        details.draw(margin, detailsTop),
      ],
    },
    width,
  )
}

/** All sketches on one scale, each with its own ids. */
function sketchesOf(entries: readonly SheetEntry[], drawing: DrawingOptions): readonly Sketch[] {
  if (entries.length === 0) throw new RangeError("a sheet needs at least one explanation, got none")
  const units = new Set(entries.map(({ explanation }) => scaleOf(viewOf(explanation).record)))
  if (units.size > 1) throw new RangeError(`a sheet shows one unit, got ${[...units].map(effectUnit).join(" and ")}`)
  const own = entries.map(({ explanation, photo }) => makeSketch(explanation, { ...drawing, photo, cut: true }))
  const end = Math.max(...own.map((sketch) => sketch.end))
  return own.map((sketch, i) => ({ ...sketch, end, id: `${sketch.id}-${i}` }))
}

function isOnePicture(entries: readonly SheetEntry[]): boolean {
  const names = entries.map(({ explanation }) => viewOf(explanation).record.picture.pixelsSha256)
  if (entries.length === 1) return entries[0]!.photo !== undefined
  return names[0] !== undefined && names.every((name) => name === names[0])
}

function columnsFor(count: number, columns: number | undefined): number {
  if (columns === undefined) return count <= 3 ? count : count === 4 ? 2 : count <= 9 ? 3 : 4
  checkInteger("columns", columns, { most: 12 })
  return Math.min(columns, count)
}

function sizeOf({ explanation }: Sketch): Size {
  return explanation.picture.size
}

function pictureHeight(sketch: Sketch): number {
  const { width, height } = sizeOf(sketch)
  return Math.min(mostTileHeight, (height * tileWidth) / width)
}

/** Where the pictures go, row by row; each row is as high as its highest picture. */
function placeTiles(
  heights: readonly number[],
  { across, head }: { readonly across: number; readonly head: number },
): { readonly places: readonly Rect[]; readonly bottom: number } {
  const places: Rect[] = []
  let top = margin + 36 + 22
  for (let i = 0; i < heights.length; i += across) {
    const row = heights.slice(i, i + across)
    const height = Math.max(...row)
    places.push(
      ...row.map((_, k) => ({
        left: margin + k * (tileWidth + gap),
        top: top + head,
        width: tileWidth,
        height,
      })),
    )
    top += head + height + footHeight + gap - 12
  }
  return { places, bottom: top }
}
