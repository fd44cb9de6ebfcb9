import { photoFloor } from "../color/color.ts"
import { drawEdges } from "./draw-edges.ts"
import { drawGrid } from "./draw-grid.ts"
import { drawOriginal } from "./draw-original.ts"
import { drawPixels } from "./draw-pixels.ts"
import { drawSmooth } from "./draw-smooth.ts"
import { hatchPattern } from "./evidence-marks.ts"
import { overlap, placeBox, type Rect } from "./geometry.ts"
import { corners, stripePattern } from "./marks.ts"
import type { Sketch } from "./sketch.ts"
import { number, tag } from "./xml.ts"

export interface DrawMapOptions {
  /** Numbers of rows and columns along the upper and left edge. @default true */
  readonly edges?: boolean
  /** Where the photo was drawn in this document already, so that it is stored once. */
  readonly photoId?: string
}

/** The photo in grey with what each part of it changes painted over; what the model was not given fades into the paper. */
export function drawMap(sketch: Sketch, panel: Rect, options: DrawMapOptions = {}): string {
  const { edges = true, photoId } = options
  const { id, style } = sketch
  return tag(
    "g",
    { class: "map" },
    [
      tag("defs", {}, definitions(sketch, panel)),
      tag("g", style === "original" ? {} : { filter: `url(#${id}-grey)` }, photoIn(sketch, panel, photoId)),
      tag("g", { class: "marks", "clip-path": `url(#${id}-panel)` }, paintOf(sketch)(sketch, panel)),
      dimUnseen(sketch, panel),
      edges ? drawEdges(sketch, panel) : "",
    ].join(""),
  )
}

function paintOf({ explanation, style, map }: Sketch): (sketch: Sketch, panel: Rect) => string {
  if (style === "original") return drawOriginal
  if (map === "smooth") return drawSmooth
  return explanation.regions.layout.kind === "grid" ? drawGrid : drawPixels
}

/** The photo, or a grey plate where there is none. */
export function photoIn({ photo }: Pick<Sketch, "photo">, panel: Rect, photoId?: string): string {
  if (photo === undefined) return tag("rect", { ...corners(panel), fill: "#c9c9c9" })
  if (photoId !== undefined) return tag("use", { href: `#${photoId}`, x: panel.left, y: panel.top })
  return tag("image", { ...corners(panel), preserveAspectRatio: "none", href: photo.href })
}

/** The grey of the photo under the map, the stripes of effects below zero, and the frame that nothing of the map leaves. */
function definitions({ explanation, id, palette, shown }: Sketch, panel: Rect): string {
  const cell = placeBox(explanation.regions.boxes[0]!, explanation, panel)
  const step = Math.max(4, Math.min(9, Math.min(cell.width, cell.height) / 6))
  const lift = { type: "linear", slope: 1 - photoFloor, intercept: photoFloor }
  const grey = [
    tag("feColorMatrix", { type: "saturate", values: 0 }),
    tag("feComponentTransfer", {}, ["R", "G", "B"].map((channel) => tag(`feFunc${channel}`, lift)).join("")),
  ].join("")
  return [
    tag("filter", { id: `${id}-grey`, "color-interpolation-filters": "sRGB", ...wholeBox }, grey),
    tag("clipPath", { id: `${id}-panel` }, tag("rect", corners(panel))),
    stripePattern({ id, palette }, step),
    shown === undefined ? "" : hatchPattern({ id }, step),
  ].join("")
}

/** A filter's region: the element itself, not the usual tenth around it. */
const wholeBox = { x: 0, y: 0, width: 1, height: 1 } as const

/** Fades what the model was not given, where its input was cut out of the picture. */
function dimUnseen({ explanation, theme }: Sketch, panel: Rect): string {
  const seen = overlap(placeBox({ left: 0, top: 0, ...explanation.seen.size }, explanation, panel), panel)
  if (seen.width > panel.width - 0.5 && seen.height > panel.height - 0.5) return ""
  const path = ({ left, top, width, height }: Rect): string =>
    `M${number(left)} ${number(top)}h${number(width)}v${number(height)}h${number(-width)}z`
  const fade = { class: "unseen", "fill-rule": "evenodd", fill: theme.paper, "fill-opacity": 0.75 }
  return tag("path", { d: path(panel) + path(seen), ...fade })
}
