import { drawEnough } from "./draw-evidence.ts"
import type { Rect } from "./geometry.ts"
import { tint } from "./marks.ts"
import { regionLines } from "./region-lines.ts"
import { shadesOf } from "./shades-of.ts"
import type { Sketch } from "./sketch.ts"
import { tag } from "./xml.ts"

/** Overlapping windows and masks: one path per shade, made of runs of pixels, and a line around what alone keeps the answer. */
export function drawPixels(sketch: Sketch, panel: Rect): string {
  return [colorPixels(sketch, panel), regionLines(sketch, panel), drawEnough(sketch, panel)].join("")
}

/** Only the colours of pixels. */
export function colorPixels(sketch: Sketch, panel: Rect): string {
  const tints = shadesOf(sketch, panel)
    .filter(({ share }) => share !== 0 && !Number.isNaN(share))
    .map(({ share, d }) => tag("path", { d, ...tint(share, sketch) }))
  return tag("g", { "shape-rendering": "crispEdges" }, tints.join(""))
}
