import { photoFloor } from "../color/color.ts"
import { drawEdges } from "./draw-edges.ts"
import { drawGrid } from "./draw-grid.ts"
import { drawOriginal } from "./draw-original.ts"
import { drawPixels } from "./draw-pixels.ts"
import { drawSmooth } from "./draw-smooth.ts"
import type { Rect } from "./geometry.ts"
import { corners } from "./marks.ts"
import { placeImage, wholeOf } from "./place-image.ts"
import type { Sketch } from "./sketch.ts"
import { tag } from "./xml.ts"

export interface DrawMapOptions {
  /** Numbers of rows and columns along the upper and left edge. @default true */
  readonly edges?: boolean
  /** The id of the photo if it was already drawn in this document, so that it is stored once. */
  readonly photoId?: string
}

/** The photo in light grey, with the effect of each part painted over. */
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
      edges ? drawEdges(sketch, panel) : "",
    ].join(""),
  )
}

function paintOf({ explanation, style, map }: Sketch): (sketch: Sketch, panel: Rect) => string {
  if (style === "original") return drawOriginal
  if (map === "smooth") return drawSmooth
  return explanation.regions.layout.kind === "grid" ? drawGrid : drawPixels
}

/** The photo, or a grey area if there is none. */
export function photoIn({ photo, part }: Pick<Sketch, "photo" | "part">, panel: Rect, photoId?: string): string {
  if (photo === undefined) return tag("rect", { ...corners(panel), fill: "#c9c9c9" })
  return placeImage(photoId === undefined ? photo : { id: photoId }, { whole: wholeOf(part, panel), panel })
}

/** The photo at its place, stored under an id so that other parts can show it again in the same size. */
export function keptPhoto({ photo, part }: Pick<Sketch, "photo" | "part">, panel: Rect, id: string): string {
  const { width, height } = wholeOf(part, panel)
  return tag("defs", {}, tag("image", { id, width, height, preserveAspectRatio: "none", href: photo!.href }))
}

/** The filter that makes the photo light grey, and the clip path that contains the map. */
function definitions({ id }: Sketch, panel: Rect): string {
  const lift = { type: "linear", slope: 1 - photoFloor, intercept: photoFloor }
  const grey = [
    tag("feColorMatrix", { type: "saturate", values: 0 }),
    tag("feComponentTransfer", {}, ["R", "G", "B"].map((channel) => tag(`feFunc${channel}`, lift)).join("")),
  ].join("")
  return [
    tag("filter", { id: `${id}-grey`, "color-interpolation-filters": "sRGB", ...wholeBox }, grey),
    tag("clipPath", { id: `${id}-panel` }, tag("rect", corners(panel))),
  ].join("")
}

/** A filter's region: the element itself, not the usual tenth around it. */
const wholeBox = { x: 0, y: 0, width: 1, height: 1 } as const
