import type { Explanation } from "../../explanation.ts"
import { differenceView } from "../../reading/difference-view.ts"
import type { View } from "../../reading/view.ts"
import { type DifferenceContext, differenceContext, differenceWords } from "../../words/difference-words.ts"
import { fillIn } from "../../words/fill-in.ts"
import { titleOf } from "../../words/picture-words.ts"
import { sheetDetails } from "../../words/sheet-words.ts"
import { targetWords } from "../../words/target-words.ts"
import { leastColumn } from "../draw/answer-lines.ts"
import { headline, paragraph, paragraphs } from "../draw/blocks.ts"
import { differenceLegend } from "../draw/difference-legend.ts"
import { differenceTiles, footRoom, headRoom } from "../draw/difference-tiles.ts"
import { edgeRoom } from "../draw/draw-edges.ts"
import { placePicture, type Rect } from "../draw/geometry.ts"
import { inOnePrecision, inOneSize } from "../draw/one-scale.ts"
import { svgOf } from "../draw/page.ts"
import { type DrawingOptions, type EmbeddedPicture, makeSketch, type Sketch } from "../draw/sketch.ts"

/** How the difference of two explanations is drawn. */
export interface RenderDifferenceOptions extends Pick<DrawingOptions, "theme" | "palette"> {
  /** The picture that was explained. Without it, a grey area is drawn under the maps. */
  readonly photo?: EmbeddedPicture | undefined
  /** Width of the drawing in pixels, from 200 to 8192. Default: the layout's own width. */
  readonly width?: number
}

const margin = 40
const gap = 30
const top = margin + 36 + 22
/** Words are placed beside the legend if they have at least this much room. */
const leastBeside = 440
/** If a picture is at least this many times as wide as high, its maps are stacked. */
const wide = 2.2

/**
 * Draws two explanations of one picture, A and B, and what changed from A to B: three maps on one colour scale. In the third, a plus is a region whose effect
 * is larger in B, and a dot is a difference within the noise.
 *
 * @returns an SVG document that contains its photo and needs nothing else.
 *
 * @throws {RangeError} if the two cannot be compared (see `compareExplanations`), and for an unknown name, a width outside 200 to 8192, or a photo that is not
 * a PNG or JPEG `data:` address.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { renderDifference } from "gridexplainer/render"
 * const image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(204, 51) } as const
 * const model = functionModel((images) => images.map(({ data }) => [data[0]! / 255]))
 * const with0 = await explain(model, image, { regions: grid({ rows: 1, columns: 2 }), fill: 0, evidence: "none" })
 * const with51 = await explain(model, image, { regions: grid({ rows: 1, columns: 2 }), fill: 51, evidence: "none" })
 * renderDifference(with0, with51).includes("−20.0") // => true
 * ```
 */
export function renderDifference(
  one: Explanation | View,
  other: Explanation | View,
  options: RenderDifferenceOptions = {},
): string {
  const { width, ...drawing } = options
  const compared = differenceContext(one, other)
  const { a, b } = compared
  const { panels, room, bottom } = placePanels(a.record)
  const sketches = inOneSize(inOnePrecision(sketchesOf(compared, drawing), panels), panels)
  const [first] = sketches as [Sketch]
  const { decimals } = first
  const context = differenceContext(a, b, { decimals })
  const { theme } = first
  const id = `${first.id}-page`
  const legendLeft = panels[0]!.left
  const legendWidth = Math.min(margin + room - legendLeft, 600)
  const legend = differenceLegend(sketches, { panels, width: legendWidth, id })
  const sentences = differenceWords(a, b, { decimals }).map(({ text: words }) => words)
  const roomBeside = margin + room - (legendLeft + legendWidth + 2 * gap)
  const isBeside = roomBeside >= leastBeside
  const wordsRoom = isBeside ? roomBeside : room
  const words = paragraphs(sentences.slice(0, 4), { room: wordsRoom, size: 16, most: 3, fill: theme.ink })
  const details = paragraph(sheetDetails([a, b]), { room, size: 14, most: 3, fill: theme.quiet })
  const wordsTop = isBeside ? bottom : bottom + legend.height + 20
  const detailsTop = Math.max(wordsTop + words.height, bottom + legend.height) + 18
  const title = titleOfDifference(context)
  return svgOf(
    {
      width: room + 2 * margin,
      height: detailsTop + details.height + margin - 8,
      paper: theme.paper,
      title,
      description: sentences.join(" "),
      id,
      body: [
        headline(title, room, theme).draw(margin, margin),
        ...differenceTiles(context, { sketches, panels, id }),
        legend.draw(legendLeft, bottom),
        words.draw(isBeside ? margin + room - wordsRoom : margin, wordsTop),
        details.draw(margin, detailsTop),
      ],
    },
    width,
  )
}

/** All three sketches on one scale, each with its own ids. */
function sketchesOf({ a, b, comparison }: DifferenceContext, drawing: RenderDifferenceOptions): readonly Sketch[] {
  const own = [a, b, differenceView([a, b], comparison)].map((view) =>
    // Lines around sets would hide the colours; the words compare the sets.
    makeSketch(view, { ...drawing, cut: true, sets: false }),
  )
  const end = Math.max(...own.map((sketch) => sketch.end))
  return own.map((sketch, i) => ({ ...sketch, end, id: `${own[2]!.id}-${i}` }))
}

/** Three maps in a row, or stacked if the picture is very wide. */
function placePanels({ picture: { size }, regions }: Explanation): {
  readonly panels: readonly Rect[]
  readonly room: number
  readonly bottom: number
} {
  const isWide = size.width / size.height >= wide
  const indent = regions.layout.kind === "grid" ? edgeRoom : 0
  const column = isWide ? { width: 900, height: 480 } : { width: 384, height: 480 }
  const first = placePicture(size, { left: margin + indent, top: top + headRoom, ...column })
  const step = isWide
    ? { left: 0, top: first.height + headRoom + footRoom }
    : { left: Math.max(first.width, leastColumn) + indent + gap, top: 0 }
  const panels = [0, 1, 2].map((i) => ({ ...first, left: first.left + i * step.left, top: first.top + i * step.top }))
  const last = panels[2]!
  const room = last.left + (isWide ? first.width : Math.max(first.width, leastColumn)) - margin
  return { panels, room: Math.max(room, 560), bottom: last.top + last.height + footRoom + 8 }
}

/** `From A to B: espresso, 94.0 % to 61.2 %`. */
function titleOfDifference({ a, b, words, oneTarget }: DifferenceContext): string {
  const { name, score } = targetWords(a.record, words)
  const [from, to] = [a, b].map(({ record }) => score(record.target.score)) as [string, string]
  const scores = from === to ? from : fillIn(words.between.short, { low: from, high: to })
  const { title } = words.differenceNames
  return fillIn(title, {
    what: oneTarget ? fillIn(words.drawing.answer, { label: name, score: scores }) : `${titleOf(a)}; ${titleOf(b)}`,
  })
}
