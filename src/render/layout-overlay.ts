import { headline } from "./blocks.ts"
import { legendBlock } from "./draw-legend.ts"
import { drawMap } from "./draw-map.ts"
import { lineNotes } from "./line-notes.ts"
import type { Page } from "./page.ts"
import type { Sketch } from "./sketch.ts"
import { captionOf, titleOf } from "./words.ts"

/** The map at the shape of the picture and nothing around it but a strip with the answer and the legend, without which colours say nothing. */
export function layoutOverlay(sketch: Sketch): Page {
  const { explanation, theme } = sketch
  const { size } = explanation.picture
  // Letters keep their size at the picture's own resolution, down to a width that holds the legend.
  const scale = Math.max(
    460 / size.width,
    Math.min(Math.max(600, Math.min(1200, size.width)) / size.width, 1200 / size.height),
  )
  const map = { left: 0, top: 0, width: size.width * scale, height: size.height * scale }
  const padding = 20
  const beside = map.width >= 860
  const legendWidth = beside ? 440 : map.width - 2 * padding
  const legend = legendBlock(sketch, { width: legendWidth, notes: lineNotes(sketch, map) })
  const room = beside ? map.width - 3 * padding - legendWidth : map.width - 2 * padding
  const title = headline(titleOf(explanation), room, theme)
  const titleTop = map.height + (beside ? (legend.height + 2 * padding - title.height) / 2 : padding - 4)
  const legendLeft = map.width - padding - legendWidth
  const legendTop = beside ? map.height + padding : titleTop + title.height + 14
  return {
    width: map.width,
    height: legendTop + legend.height + padding - 4,
    paper: theme.paper,
    title: titleOf(explanation),
    description: captionOf(explanation, sketch),
    id: sketch.id,
    body: [drawMap(sketch, map, { edges: false }), title.draw(padding, titleTop), legend.draw(legendLeft, legendTop)],
  }
}
