import { detailsOf, fadedPart } from "../../words/details.ts"
import { captionLines, captionOf, notesOf, titleOf, warningOf } from "../../words/words.ts"
import { headline, noteLines, paragraph, paragraphs, text, warning } from "../draw/blocks.ts"
import { edgeRoom } from "../draw/draw-edges.ts"
import { legendBlock } from "../draw/draw-legend.ts"
import { drawMap } from "../draw/draw-map.ts"
import { placePicture } from "../draw/geometry.ts"
import { headingOf } from "../draw/heading.ts"
import { lineNotes, signNotes } from "../draw/line-notes.ts"
import type { Page } from "../draw/page.ts"
import type { Sketch } from "../draw/sketch.ts"
import { fitLine } from "../draw/text-metrics.ts"

const margin = 40

/** The map alone, with title, legend and words. */
export function layoutAlone(sketch: Sketch): Page {
  const { view, explanation, theme } = sketch
  const indent = explanation.regions.layout.kind === "grid" ? edgeRoom : 0
  const space = { left: margin + indent, top: 0, width: 800 - indent, height: 800 }
  const placed = placePicture(explanation.picture.size, space)
  const width = Math.max(500, placed.width + indent)
  const first = warning(warningOf(view), { room: width, theme })
  const headingTop = margin + 36 + 16 + first.height
  const map = { ...placed, top: headingTop + 48 }
  const legendTop = map.top + map.height + 24
  const caption = paragraphs(captionLines(view, sketch), { room: width, size: 16, most: 7, fill: theme.ink })
  const notes = noteLines(notesOf(view), { room: width, theme })
  const unseen = { unseen: fadedPart, answer: false }
  const details = paragraph(detailsOf(view, unseen), { room: width, size: 14, most: 4, fill: theme.quiet })
  const legend = legendBlock(sketch, {
    width: Math.max(map.width, 400),
    notes: lineNotes(sketch, map),
    marks: signNotes(sketch, map),
  })
  const captionTop = legendTop + legend.height + 16
  const notesTop = captionTop + caption.height + 12
  const detailsTop = notesTop + notes.height
  const heading = fitLine(headingOf(view, { ...sketch, room: width }), 15, width)
  return {
    width: width + 2 * margin,
    height: detailsTop + details.height + margin - 8,
    paper: theme.paper,
    title: titleOf(view),
    description: captionOf(view, sketch),
    id: sketch.id,
    body: [
      headline(titleOf(view), width, theme).draw(margin, margin),
      first.draw(margin, headingTop - first.height),
      text(heading, { left: margin, base: headingTop + 15, size: 15, fill: theme.quiet }),
      drawMap(sketch, map),
      legend.draw(map.left, legendTop),
      caption.draw(margin, captionTop),
      notes.draw(margin, notesTop),
      details.draw(margin, detailsTop),
    ],
  }
}
