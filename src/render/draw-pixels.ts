import type { Rect } from "./geometry.ts"
import { crossedOut, isStriped, outline, stripeOpacity, stripesOf, tint } from "./marks.ts"
import { pixelLines, regionLines, strongestLines } from "./region-lines.ts"
import { shadesOf } from "./shades-of.ts"
import type { Sketch } from "./sketch.ts"
import { strongestArea } from "./strongest-area.ts"
import { movesTheAnswer } from "./words.ts"
import { tag } from "./xml.ts"

/** Overlapping windows and masks: one path a shade, made of runs of pixels, and an outline round what has at least half of the strongest value. */
export function drawPixels(sketch: Sketch, panel: Rect): string {
  const shades = shadesOf(sketch, panel)
  const tints = shades
    .filter(({ share }) => !Number.isNaN(share))
    .map(({ share, d }) => tag("path", { d, ...tint(share, sketch) }))
  const stripes = shades
    .filter(({ share }) => isStriped(share))
    .map(({ share, d }) => tag("path", { d, fill: stripesOf(sketch), ...stripeOpacity(share) }))
  return [
    tag("g", { "shape-rendering": "crispEdges" }, tints.join("") + stripes.join("")),
    regionLines(sketch, panel),
    ...shades.filter(({ share }) => Number.isNaN(share)).map(({ d }) => crossedOut(d, sketch)),
    ...(movesTheAnswer(sketch.explanation) ? [outline(areaLines(sketch, panel)), strongestLines(sketch, panel)] : []),
  ].join("")
}

/** Round the pixels that have at least half of the strongest value, as path data; "" where these are all in pieces. */
export function areaLines({ explanation, values }: Sketch, panel: Rect): string {
  const { width } = explanation.seen.size
  const belongs = strongestArea(values)
  return pixelLines((x, y) => belongs(y * width + x), { explanation, panel })
}
