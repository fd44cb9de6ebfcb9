import { english } from "../../words/english.ts"
import { titleOf } from "../../words/picture-words.ts"
import { strongestLine } from "../../words/sheet-words.ts"
import { fitTitle, text } from "./blocks.ts"
import { drawMap, photoIn } from "./draw-map.ts"
import { placePicture, type Rect } from "./geometry.ts"
import type { Sketch } from "./sketch.ts"
import { fitLine, textWidth } from "./text-metrics.ts"
import { tag } from "./xml.ts"

/** Room for two lines above a picture, and for one below. */
export const headHeight = 46
export const oneLineHead = 26
export const footHeight = 34

/** The picture as it is, over its name. */
export function photoTile(sketch: Sketch, space: Rect): string {
  const panel = placePicture(sketch.explanation.picture.size, space)
  return tileHead([english.drawing.thePicture, ""], space, sketch) + photoIn(sketch, panel)
}

/** The map of one explanation, with its answer above and its largest change below. */
export function mapTile(sketch: Sketch, space: Rect, heading: string): string {
  const { view, explanation, theme } = sketch
  const panel = placePicture(explanation.picture.size, space)
  const words = fitLine(strongestLine(view, sketch), 13, space.width)
  const base = panel.top + panel.height + 20
  const lines: readonly [string, string] = heading === "" ? [titleOf(view), ""] : [titleOf(view), heading]
  return tag(
    "g",
    { class: "tile" },
    [
      tileHead(lines, space, sketch),
      drawMap(sketch, panel, { edges: false }),
      text(words, { left: space.left, base, size: 13, fill: theme.quiet }),
    ].join(""),
  )
}

/** Two lines above a picture, the second of which may be absent. */
export function tileHead([first, second]: readonly [string, string], space: Rect, { theme }: Sketch): string {
  const { left, top, width } = space
  const size = Math.max(14, Math.min(17, (17 * width) / Math.max(1, textWidth(first, 17))))
  const base = top - (second === "" ? 10 : 30)
  return (
    text(fitTitle(first, size, width), { left, base, size, fill: theme.ink }) +
    (second === "" ? "" : text(fitLine(second, 13, width), { left, base: top - 10, size: 13, fill: theme.quiet }))
  )
}
