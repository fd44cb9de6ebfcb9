import { headline, paragraph, text } from "./blocks.ts"
import { detailsOf, fadedPart } from "./details.ts"
import { edgeRoom } from "./draw-edges.ts"
import { legendBlock } from "./draw-legend.ts"
import { drawMap } from "./draw-map.ts"
import { placePicture } from "./geometry.ts"
import { lineNotes } from "./line-notes.ts"
import type { Page } from "./page.ts"
import type { Sketch } from "./sketch.ts"
import { fitLine } from "./text-metrics.ts"
import { captionOf, headingOf, titleOf } from "./words.ts"

const margin = 40

/** The map alone, with title, legend and words. */
export function layoutAlone(sketch: Sketch): Page {
  const { explanation, theme } = sketch
  const headingTop = margin + 36 + 16
  const indent = explanation.regions.layout.kind === "grid" ? edgeRoom : 0
  const space = { left: margin + indent, top: headingTop + 48, width: 800 - indent, height: 800 }
  const map = placePicture(explanation.picture.size, space)
  const width = Math.max(500, map.width + indent)
  const legendTop = map.top + map.height + 24
  const caption = paragraph(captionOf(explanation, sketch), { room: width, size: 16, most: 7, fill: theme.ink })
  const unseen = { unseen: fadedPart, answer: false }
  const details = paragraph(detailsOf(explanation, unseen), { room: width, size: 14, most: 4, fill: theme.quiet })
  const legend = legendBlock(sketch, { width: Math.max(map.width, 400), notes: lineNotes(sketch, map) })
  const captionTop = legendTop + legend.height + 16
  const detailsTop = captionTop + caption.height + 12
  const heading = fitLine(headingOf(explanation, sketch), 15, width)
  return {
    width: width + 2 * margin,
    height: detailsTop + details.height + margin - 8,
    paper: theme.paper,
    title: titleOf(explanation),
    description: captionOf(explanation, sketch),
    id: sketch.id,
    body: [
      headline(titleOf(explanation), width, theme).draw(margin, margin),
      text(heading, { left: margin, base: headingTop + 15, size: 15, fill: theme.quiet }),
      drawMap(sketch, map),
      legend.draw(map.left, legendTop),
      caption.draw(margin, captionTop),
      details.draw(margin, detailsTop),
    ],
  }
}
