import { headline, paragraph, text } from "./blocks.ts"
import { edgeRoom } from "./draw-edges.ts"
import { drawLegend, legendHeight } from "./draw-legend.ts"
import { drawMap } from "./draw-map.ts"
import { placePicture, type Rect } from "./geometry.ts"
import { corners } from "./marks.ts"
import type { Page } from "./page.ts"
import type { Sketch } from "./sketch.ts"
import { fitLine } from "./text-metrics.ts"
import { captionOf, detailsOf, fadedPart, headingOf, titleOf } from "./words.ts"
import { tag } from "./xml.ts"

const margin = 40
const gap = 30
/** Of a page with one column of text. */
const leastWidth = 560

/** The photo beside the map, or above it where the picture is very wide; below them the legend and the words. */
export function layoutBeside(sketch: Sketch): Page {
  const { explanation, theme } = sketch
  const { size } = explanation.picture
  const top = margin + 36 + 26
  const wide = size.width / size.height >= 2.2
  const each = wide ? 1120 : 545 - edgeRoom / 2
  const space = { left: margin, top: top + 38, width: each, height: wide ? 480 : 660 }
  const photo = placePicture(size, space)
  const map = wide
    ? {
        ...photo,
        left: photo.left + edgeRoom,
        width: photo.width - edgeRoom,
        height: photo.height * (1 - edgeRoom / photo.width),
        top: photo.top + photo.height + 58,
      }
    : { ...photo, left: photo.left + photo.width + gap + edgeRoom }
  const width = Math.max(leastWidth, map.left + map.width - margin)
  const mapRoom = width - (map.left - margin)
  const headingRoom = (panel: Rect): number => Math.max(panel.width, wide ? panel.width : 0)
  const words = underPictures(sketch, { photo, map, width })
  return {
    width: width + 2 * margin,
    height: words.bottom + margin - 8,
    paper: theme.paper,
    title: titleOf(explanation),
    description: captionOf(explanation, sketch),
    id: sketch.id,
    body: [
      headline(titleOf(explanation), width, theme).draw(margin, margin),
      heading("The picture", photo, headingRoom(photo), sketch),
      heading(headingOf(explanation, { ...sketch, room: mapRoom }), map, mapRoom, sketch),
      photoOf(sketch, photo),
      drawMap(sketch, map, sharesPhoto(photo, map) ? { photoId: `${sketch.id}-photo` } : {}),
      words.body,
    ],
  }
}

function sharesPhoto(photo: Rect, map: Rect): boolean {
  return photo.width === map.width
}

function photoOf({ id, photo }: Sketch, panel: Rect): string {
  if (photo === undefined) return tag("rect", { ...corners(panel), fill: "#c9c9c9" })
  const { width, height } = panel
  const image = tag("image", { id: `${id}-photo`, width, height, preserveAspectRatio: "none", href: photo.href })
  return tag("defs", {}, image) + tag("use", { href: `#${id}-photo`, x: panel.left, y: panel.top })
}

function heading(words: string, panel: Rect, room: number, { theme }: Sketch): string {
  return text(fitLine(words, 15, room), { left: panel.left, base: panel.top - 28, size: 15, fill: theme.quiet })
}

/** The caption under the photo and the legend under the map; one below the other where the columns are narrow. */
function underPictures(
  sketch: Sketch,
  { photo, map, width }: { readonly photo: Rect; readonly map: Rect; readonly width: number },
): { readonly body: string; readonly bottom: number } {
  const { explanation, theme } = sketch
  const top = map.top + map.height + 26
  const columns = map.left > photo.left + 200 && map.width >= 400
  const caption = paragraph(captionOf(explanation, sketch), {
    room: columns ? photo.width : width,
    size: 16,
    most: columns ? 9 : 7,
    fill: theme.ink,
  })
  const details = paragraph(detailsOf(explanation, { unseen: fadedPart }), {
    room: width,
    size: 13,
    most: 3,
    fill: theme.quiet,
  })
  const legend = columns
    ? drawLegend(sketch, { left: map.left, top, width: map.width })
    : drawLegend(sketch, { left: margin, top, width: Math.min(560, width) })
  const captionTop = columns ? top : top + legendHeight + 22
  const detailsTop = Math.max(captionTop + caption.height, top + legendHeight) + 16
  return {
    body: legend + caption.draw(margin, captionTop) + details.draw(margin, detailsTop),
    bottom: detailsTop + details.height,
  }
}
