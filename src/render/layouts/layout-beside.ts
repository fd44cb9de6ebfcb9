import type { Size } from "../../types.ts"
import { detailsOf, fadedPart } from "../../words/details.ts"
import { captionLines, captionOf, notesOf, titleOf, warningOf } from "../../words/words.ts"
import { headline, noteLines, paragraph, paragraphs, text, warning } from "../draw/blocks.ts"
import { edgeRoom } from "../draw/draw-edges.ts"
import { legendBlock } from "../draw/draw-legend.ts"
import { drawMap } from "../draw/draw-map.ts"
import { placePicture, type Rect } from "../draw/geometry.ts"
import { headingOf } from "../draw/heading.ts"
import { lineNotes, signNotes } from "../draw/line-notes.ts"
import { corners } from "../draw/marks.ts"
import type { Page } from "../draw/page.ts"
import type { Sketch } from "../draw/sketch.ts"
import { fitLine } from "../draw/text-metrics.ts"
import { tag } from "../draw/xml.ts"

const margin = 40
const gap = 30
/** Of a page with one column of text. */
const leastWidth = 560
const titleHeight = 36 + 26

/** Where the pictures stand on the page, and how wide everything between the margins is. */
interface Places {
  readonly photo: Rect
  readonly map: Rect
  readonly width: number
}

/** The photo beside the map, or above it where the picture is very wide; below them the legend and the words. */
export function layoutBeside(sketch: Sketch): Page {
  const { view, explanation, theme, id } = sketch
  const { width: wholeWidth } = placesFor(explanation.picture.size, 0)
  const first = warning(warningOf(view), { room: wholeWidth, theme })
  const places = placesFor(explanation.picture.size, first.height)
  const { photo, map, width } = places
  const room = width - (map.left - margin)
  const shared = photo.width === map.width ? { photoId: `${id}-photo` } : {}
  const words = underPictures(sketch, places)
  return {
    width: width + 2 * margin,
    height: words.bottom + margin - 8,
    paper: theme.paper,
    title: titleOf(view),
    description: captionOf(view, sketch),
    id,
    body: [
      headline(titleOf(view), width, theme).draw(margin, margin),
      first.draw(margin, margin + titleHeight - 10),
      heading("The picture", photo, { room: photo.width, fill: theme.quiet }),
      heading(headingOf(view, { ...sketch, room }), map, { room, fill: theme.quiet }),
      photoOf(sketch, photo),
      drawMap(sketch, map, shared),
      words.body,
    ],
  }
}

function placesFor(size: Size, warningHeight: number): Places {
  const wide = size.width / size.height >= 2.2
  const space = wide ? { width: 1120, height: 480 } : { width: 545 - edgeRoom / 2, height: 660 }
  const photo = placePicture(size, { left: margin, top: margin + titleHeight + 38 + warningHeight, ...space })
  const map = wide
    ? placePicture(size, {
        left: photo.left + edgeRoom,
        top: photo.top + photo.height + 58,
        width: photo.width - edgeRoom,
        height: photo.height,
      })
    : { ...photo, left: photo.left + photo.width + gap + edgeRoom }
  return { photo, map, width: Math.max(leastWidth, map.left + map.width - margin) }
}

/** The photo in colour; the map draws it once more, from the same data. */
function photoOf({ id, photo }: Sketch, panel: Rect): string {
  if (photo === undefined) return tag("rect", { ...corners(panel), fill: "#c9c9c9" })
  const { width, height } = panel
  const image = tag("image", { id: `${id}-photo`, width, height, preserveAspectRatio: "none", href: photo.href })
  return tag("defs", {}, image) + tag("use", { href: `#${id}-photo`, x: panel.left, y: panel.top })
}

function heading(words: string, panel: Rect, { room, fill }: { readonly room: number; readonly fill: string }): string {
  return text(fitLine(words, 15, room), { left: panel.left, base: panel.top - 28, size: 15, fill })
}

/** The caption under the photo and the legend under the map; one below the other where the columns are narrow. */
function underPictures(
  sketch: Sketch,
  { photo, map, width }: Places,
): { readonly body: string; readonly bottom: number } {
  const { view, theme } = sketch
  const top = map.top + map.height + 26
  const columns = map.left > photo.left + 200 && map.width >= 400
  const captionRoom = columns ? photo.width : width
  const words = { size: 16, most: 9, fill: theme.ink }
  const caption = paragraphs(captionLines(view, sketch), { room: captionRoom, ...words })
  const notes = noteLines(notesOf(view), { room: width, theme })
  const small = { room: width, size: 14, most: 3, fill: theme.quiet }
  const details = paragraph(detailsOf(view, { unseen: fadedPart, answer: false }), small)
  const legendWidth = columns ? map.width : Math.min(560, width)
  const legend = legendBlock(sketch, {
    width: legendWidth,
    notes: lineNotes(sketch, map),
    marks: signNotes(sketch, map),
  })
  const captionTop = columns ? top : top + legend.height + 18
  const notesTop = Math.max(captionTop + caption.height, top + legend.height) + 16
  const detailsTop = notesTop + notes.height
  const body = [
    legend.draw(columns ? map.left : margin, top),
    caption.draw(margin, captionTop),
    notes.draw(margin, notesTop),
    details.draw(margin, detailsTop),
  ]
  return { body: body.join(""), bottom: detailsTop + details.height }
}
