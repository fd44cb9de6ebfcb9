import { captionOf, titleOf } from "../../words/picture-words.ts"
import { colorGrid } from "../draw/draw-grid.ts"
import { colorPixels } from "../draw/draw-pixels.ts"
import { colorSmooth } from "../draw/draw-smooth.ts"
import { placePicture } from "../draw/geometry.ts"
import type { Page } from "../draw/page.ts"
import type { Sketch } from "../draw/sketch.ts"

/** The length of the longer side, and the least width of a drawing. */
const longest = 1200
const leastWidth = 200

/** Only the colours, in the shape of the picture, to be laid over it. Show the scale next to it. */
export function layoutMap(sketch: Sketch): Page {
  const { view, explanation, map } = sketch
  const { size } = explanation.picture
  const height = Math.max(longest, (leastWidth * size.height) / size.width)
  const panel = placePicture(size, { left: 0, top: 0, width: longest, height })
  const isGrid = explanation.regions.layout.kind === "grid"
  const color = map === "smooth" ? colorSmooth : isGrid ? colorGrid : colorPixels
  return {
    width: panel.width,
    height: panel.height,
    paper: "none",
    title: titleOf(view),
    description: captionOf(view, { ...sketch, marks: {} }),
    id: sketch.id,
    body: [color(sketch, panel)],
  }
}
