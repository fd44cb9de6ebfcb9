import { edgesOf } from "./edges-of.ts"
import { overlap, placeBox, type Rect } from "./geometry.ts"
import { corners, crossedOut, isStriped, outline, stripeOpacity, stripesOf, tint } from "./marks.ts"
import { shadesOf } from "./shades-of.ts"
import type { Sketch } from "./sketch.ts"
import { strongestArea } from "./strongest-area.ts"
import { movesTheAnswer, strongestRegion } from "./words.ts"
import { number, tag } from "./xml.ts"

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
    ...shades.filter(({ share }) => Number.isNaN(share)).map(({ d }) => crossedOut(d, sketch)),
    ...(movesTheAnswer(sketch.explanation) ? [outlineOf(sketch, panel), dashedWindow(sketch, panel)] : []),
  ].join("")
}

/** The window that the words are about: windows overlap, so that its colour alone does not show it. */
export function dashedWindow({ explanation }: Sketch, panel: Rect): string {
  const { layout, boxes } = explanation.regions
  if (layout.kind !== "window") return ""
  const rect = corners(overlap(placeBox(boxes[strongestRegion(explanation)]!, explanation, panel), panel))
  const line = { ...rect, class: "window", fill: "none" }
  return (
    tag("rect", { ...line, stroke: "#fff", "stroke-width": 4, "stroke-opacity": 0.8 }) +
    tag("rect", { ...line, stroke: "#000", "stroke-width": 1.8, "stroke-dasharray": "7 5" })
  )
}

function outlineOf({ explanation, values }: Sketch, panel: Rect): string {
  const { width, height } = explanation.seen.size
  const belongs = strongestArea(values)
  const lines = edgesOf((x, y) => belongs(y * width + x), { width, height }).map(([left, top, right, bottom]) => {
    const line = placeBox({ left, top, width: right - left, height: bottom - top }, explanation, panel)
    return `M${number(line.left)} ${number(line.top)}l${number(line.width)} ${number(line.height)}`
  })
  return outline(lines.join(""))
}
