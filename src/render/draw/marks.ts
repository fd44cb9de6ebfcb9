import { hex, tintColor, tintOpacity } from "../color/color.ts"
import type { Rect } from "./geometry.ts"
import type { Sketch } from "./sketch.ts"
import { number, tag } from "./xml.ts"

/** The colour of a position of the scale, as attributes. */
export function tint(at: number, { palette }: Pick<Sketch, "palette">): { fill: string; "fill-opacity": number } {
  return { fill: hex(tintColor(at, { palette })), "fill-opacity": tintOpacity(at) }
}

/** White lines at the right and lower edges of squares. */
export function squareLines(squares: readonly Rect[], opacity: number): string {
  const d = squares.map(({ left, top, width, height }) => {
    const y = number(top + height)
    return `M${number(left + width)} ${number(top)}V${y}H${number(left)}`
  })
  return tag("path", { d: d.join(""), class: "lines", fill: "none", stroke: "#fff", "stroke-opacity": opacity })
}

/** A rectangle as SVG attributes. */
export function corners({ left, top, width, height }: Rect): Record<"x" | "y" | "width" | "height", number> {
  return { x: left, y: top, width, height }
}
