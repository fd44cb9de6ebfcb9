import type { Rect } from "./geometry.ts"
import { number, tag } from "./xml.ts"

/** A dot in the middle of each rectangle. */
export function quietDot(rects: readonly Rect[]): string {
  if (rects.length === 0) return ""
  const d = rects.map(({ left, top, width, height }) => {
    const r = Math.max(1.6, Math.min(2.6, Math.min(width, height) / 22))
    return `M${number(left + width / 2 - r)} ${number(top + height / 2)}a${number(r)} ${number(r)} 0 1 1 ${number(2 * r)} 0a${number(r)} ${number(r)} 0 1 1 ${number(-2 * r)} 0z`
  })
  return tag("path", { d: d.join(""), class: "quiet", fill: "#000", "fill-opacity": 0.5 })
}

/** Black between two white edges: visible on every photo and every colour. */
export function enoughLine(d: string, width = 2.6): string {
  if (d === "") return ""
  const line = { d, class: "enough", fill: "none", "stroke-linecap": "square", "stroke-linejoin": "miter" } as const
  return (
    tag("path", { ...line, stroke: "#fff", "stroke-width": width * 1.9 }) +
    tag("path", { ...line, stroke: "#111", "stroke-width": width })
  )
}
