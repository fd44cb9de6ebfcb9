import type { Size } from "../../types.ts"
import { captionOf, titleOf, warningOf } from "../../words/picture-words.ts"
import { headline, warning } from "../draw/blocks.ts"
import { legendBlock } from "../draw/draw-legend.ts"
import { drawMap } from "../draw/draw-map.ts"
import type { Rect } from "../draw/geometry.ts"
import { inPrecisionOf } from "../draw/one-scale.ts"
import type { Page } from "../draw/page.ts"
import { signNotes } from "../draw/sign-notes.ts"
import type { Sketch } from "../draw/sketch.ts"

/** The least width, so that the legend fits. */
const leastWidth = 460
/** A picture that would be taller than this at that width is centred on the page. */
const mostHeight = 1600

/** The map in the shape of the picture, with only a strip for the answer and the legend, without which colours mean nothing. */
export function layoutOverlay(drawn: Sketch): Page {
  const { view, explanation, theme } = drawn
  const map = placeMap(explanation.picture.size)
  const sketch = inPrecisionOf(drawn, map)
  const pageWidth = Math.max(leastWidth, map.width)
  const padding = 20
  const beside = map.width >= 860
  const legendWidth = beside ? 440 : pageWidth - 2 * padding
  const legend = legendBlock(sketch, {
    width: legendWidth,
    marks: signNotes(sketch, map),
  })
  const room = beside ? map.width - 3 * padding - legendWidth : pageWidth - 2 * padding
  const title = headline(titleOf(view), room, theme)
  const first = warning(warningOf(view), { room, theme })
  const wordsHeight = title.height + first.height
  const stripHeight = Math.max(legend.height, wordsHeight)
  const titleTop = map.height + (beside ? (stripHeight + 2 * padding - wordsHeight) / 2 : padding - 4)
  const legendLeft = pageWidth - padding - legendWidth
  const legendTop = beside ? map.height + padding : titleTop + wordsHeight + 14
  return {
    width: pageWidth,
    height: legendTop + (beside ? stripHeight : legend.height) + padding - 4,
    paper: theme.paper,
    title: titleOf(view),
    description: captionOf(view, sketch),
    id: sketch.id,
    body: [
      drawMap(sketch, map, { edges: false }),
      title.draw(padding, titleTop),
      first.draw(padding, titleTop + title.height + 8),
      legend.draw(legendLeft, legendTop),
    ],
  }
}

function placeMap({ width, height }: Size): Rect {
  // Letters keep their size at the picture's own resolution, down to the width that the legend needs.
  const scale = Math.max(
    Math.min(leastWidth / width, mostHeight / height),
    Math.min(Math.max(600, Math.min(1200, width)) / width, 1200 / height),
  )
  const left = Math.max(0, (leastWidth - width * scale) / 2)
  return { left, top: 0, width: width * scale, height: height * scale }
}
