import { captionOf, titleOf } from "../../words/picture-words.ts"
import { colorGrid } from "../draw/draw-grid.ts"
import { colorPixels } from "../draw/draw-pixels.ts"
import { colorSmooth } from "../draw/draw-smooth.ts"
import { placePicture } from "../draw/geometry.ts"
import type { Page } from "../draw/page.ts"
import type { Sketch } from "../draw/sketch.ts"

/** Of the longer side. */
const longest = 1200

/** The colours at the shape of the picture and nothing else, to be laid over it by whoever shows them: whoever does gives the scale as well. */
export function layoutMap(sketch: Sketch): Page {
  const { view, explanation, map } = sketch
  const panel = placePicture(explanation.picture.size, { left: 0, top: 0, width: longest, height: longest })
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
