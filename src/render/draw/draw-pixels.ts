import { strongestArea } from "../../reading/strongest-area.ts"
import { movesTheAnswer } from "../../reading/strongest-region.ts"
import { drawHatch, drawSets } from "./draw-evidence.ts"
import type { Rect } from "./geometry.ts"
import { crossedOut, isStriped, outline, stripeOpacity, stripesOf, tint } from "./marks.ts"
import { pixelLines, regionLines, strongestLines } from "./region-lines.ts"
import { shadesOf } from "./shades-of.ts"
import type { Sketch } from "./sketch.ts"
import { tag } from "./xml.ts"

/** Overlapping windows and masks: one path a shade, made of runs of pixels, and an outline round what has at least half of the strongest value. */
export function drawPixels(sketch: Sketch, panel: Rect): string {
  const { shown } = sketch
  // What has no measurable effect keeps the photo as it is.
  const shades = shadesOf(sketch, panel).filter(({ share }) => shown === undefined || share !== 0)
  const tints = shades
    .filter(({ share }) => !Number.isNaN(share))
    .map(({ share, d }) => tag("path", { d, ...tint(share, sketch) }))
  const stripes = shades
    .filter(({ share }) => isStriped(share))
    .map(({ share, d }) => tag("path", { d, fill: stripesOf(sketch), ...stripeOpacity(share) }))
  return [
    tag("g", { "shape-rendering": "crispEdges" }, tints.join("") + stripes.join("")),
    drawHatch(sketch, panel),
    regionLines(sketch, panel),
    ...shades.filter(({ share }) => Number.isNaN(share)).map(({ d }) => crossedOut(d, sketch)),
    ...(movesTheAnswer(sketch.view)
      ? [shown === undefined ? outline(areaLines(sketch, panel)) : "", strongestLines(sketch, panel)]
      : []),
    drawSets(sketch, panel),
  ].join("")
}

/** Round the pixels that have at least half of the strongest value, as path data; "" where these are all in pieces. */
export function areaLines({ explanation, painted }: Sketch, panel: Rect): string {
  const { width } = explanation.seen.size
  const belongs = strongestArea(painted)
  return pixelLines((x, y) => belongs(y * width + x), { explanation, panel })
}
