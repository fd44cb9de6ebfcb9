import { divergingColor, hex, tintOpacity } from "../color/color.ts"
import { palettes } from "../color/palettes.ts"
import type { Rect } from "./geometry.ts"
import type { Sketch } from "./sketch.ts"
import { number, tag } from "./xml.ts"

/** Stripes mark what speaks against the answer, from where its colour can be told from none. */
export function isStriped(at: number): boolean {
  return at <= -0.12
}

/** Stripes grow with the colour, so that a weak minus is not louder than a weak plus. */
export function stripeOpacity(at: number): { "fill-opacity": number } {
  return { "fill-opacity": 0.15 + 0.65 * Math.min(1, Math.abs(at)) }
}

/** The colour of a position of the scale, as attributes. */
export function tint(at: number, { palette }: Pick<Sketch, "palette">): { fill: string; "fill-opacity": number } {
  return { fill: hex(divergingColor(at, { palette })), "fill-opacity": tintOpacity(at) }
}

/** The name by which this drawing's stripes are painted with. */
export function stripesOf({ id }: Pick<Sketch, "id">): string {
  return `url(#${id}-stripes)`
}

/** Stripes of a pattern with this distance. */
export function stripePattern({ id, palette }: Pick<Sketch, "id" | "palette">, step: number): string {
  const line = tag("rect", { width: step * 0.22, height: step, fill: palettes[palette].stripe, "fill-opacity": 0.6 })
  const pattern = { width: step, height: step, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }
  return tag("pattern", { id: `${id}-stripes`, ...pattern }, line)
}

/** A black outline inside a rectangle. */
export function frame({ left, top, width, height }: Rect): string {
  const inset = { x: left + 1, y: top + 1, width: Math.max(0, width - 2), height: Math.max(0, height - 2) }
  return tag("rect", { ...inset, fill: "none", stroke: "#000", "stroke-width": 2 })
}

/** A line that is seen on every colour: black with a white edge. */
export function outline(d: string, { width = 1.8 }: { readonly width?: number } = {}): string {
  if (d === "") return ""
  const line = { d, fill: "none", "stroke-linejoin": "round", "stroke-linecap": "round" } as const
  return (
    tag("path", { ...line, class: "outline", stroke: "#fff", "stroke-width": 2.2 * width, "stroke-opacity": 0.8 }) +
    tag("path", { ...line, class: "outline", stroke: "#000", "stroke-width": width })
  )
}

/** White lines at the right and lower edges of squares. */
export function squareLines(squares: readonly Rect[], opacity: number): string {
  const d = squares.map(({ left, top, width, height }) => {
    const y = number(top + height)
    return `M${number(left + width)} ${number(top)}V${y}H${number(left)}`
  })
  return tag("path", { d: d.join(""), class: "lines", fill: "none", stroke: "#fff", "stroke-opacity": opacity })
}

/** A cross for a square without a value. */
export function cross({ left, top, width, height }: Rect): string {
  const [x, y] = [left + width * 0.3, top + height * 0.3]
  const [w, h] = [width * 0.4, height * 0.4]
  return crossLines(`M${number(x)} ${number(y)}l${number(w)} ${number(h)}m0 ${number(-h)}l${number(-w)} ${number(h)}`)
}

/** Small crosses over an area without a value. */
export function crossedOut(d: string, { id }: Pick<Sketch, "id">): string {
  const tile = { id: `${id}-crosses`, width: 12, height: 12, patternUnits: "userSpaceOnUse" }
  const pattern = tag("pattern", tile, crossLines("M4 4l4 4m0 -4l-4 4"))
  return tag("defs", {}, pattern) + tag("path", { d, "fill-rule": "evenodd", fill: `url(#${id}-crosses)` })
}

/** Black with a white edge, which is seen on every photo. */
function crossLines(d: string): string {
  const line = { d, class: "no-value", fill: "none" } as const
  return (
    tag("path", { ...line, stroke: "#fff", "stroke-width": 3.5, "stroke-opacity": 0.8 }) +
    tag("path", { ...line, stroke: "#000", "stroke-width": 1.5 })
  )
}

/** A rectangle as SVG attributes. */
export function corners({ left, top, width, height }: Rect): Record<"x" | "y" | "width" | "height", number> {
  return { x: left, y: top, width, height }
}
