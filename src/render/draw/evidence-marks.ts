import type { Rect } from "./geometry.ts"
import type { Sketch } from "./sketch.ts"
import { number, tag } from "./xml.ts"

/** Crossed lines in grey over an area: neither the colours nor the stripes of a sign. */
export function hatched(d: string, { id }: Pick<Sketch, "id">): string {
  return tag("path", { d, class: "depends", fill: `url(#${id}-hatch)` })
}

/** The pattern of `hatched`. */
export function hatchPattern({ id }: Pick<Sketch, "id">, step = 8): string {
  const lines = [
    tag("rect", { width: step, height: step, fill: "#fff", "fill-opacity": 0.25 }),
    tag("path", { d: `M0 0H${step}M0 0V${step}`, stroke: "#222", "stroke-width": 1.6, "stroke-opacity": 0.75 }),
  ]
  const pattern = { width: step, height: step, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" }
  return tag("pattern", { id: `${id}-hatch`, ...pattern }, lines.join(""))
}

/** A dot in the middle of each rectangle, dark with a light edge. */
export function quietDot(rects: readonly Rect[]): string {
  if (rects.length === 0) return ""
  const d = rects.map(({ left, top, width, height }) => {
    const r = 2.2
    return `M${number(left + width / 2 - r)} ${number(top + height / 2)}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0z`
  })
  const dot = { d: d.join(""), class: "quiet", fill: "#333", stroke: "#fff", "stroke-opacity": 0.7 }
  return tag("path", dot)
}

/** White between two dark edges: no other line of a map is light. */
export function enoughLine(d: string, width = 3): string {
  if (d === "") return ""
  const line = { d, class: "enough", fill: "none", "stroke-linecap": "square", "stroke-linejoin": "miter" } as const
  return (
    tag("path", { ...line, stroke: "#000", "stroke-width": width + 2.4 }) +
    tag("path", { ...line, stroke: "#fff", "stroke-width": width })
  )
}

/** A short bar at the foot of each rectangle, under its number: black with a light edge outside it. */
export function footBar(rects: readonly Rect[]): string {
  const d = rects.map(({ left, top, width, height }) => {
    const [half, thick] = [width * 0.26, Math.max(2.6, Math.min(3.6, height * 0.07))]
    const y = top + Math.max(height * 0.6, Math.min(height * 0.87, height - 4.5 - thick))
    const x = left + width / 2 - half
    return `M${number(x)} ${number(y)}h${number(2 * half)}v${number(thick)}h${number(-2 * half)}z`
  })
  const bar = {
    d: d.join(""),
    class: "needed",
    fill: "#000",
    stroke: "#fff",
    "stroke-width": 2,
    "stroke-opacity": 0.8,
    "paint-order": "stroke",
  }
  return rects.length === 0 ? "" : tag("path", bar)
}
