import { saliencyMap } from "../attribution/saliency-map.ts"
import type { Explanation } from "../types.ts"
import { divergingColor, hex, tintOpacity } from "./color.ts"
import type { Rect } from "./layout.ts"
import { tag } from "./xml.ts"

/** Where to draw, and what full colour stands for. */
export interface MapOptions {
  readonly panel: Rect
  /** The effect at the ends of the colour scale. */
  readonly end: number
  /** Paint of the stripes that mark effects below zero. */
  readonly stripes: string
}

/** What the colours stand for: the effects of a grid, the mean per pixel where regions overlap or have odd shapes. */
export function drawnValues(explanation: Explanation): ArrayLike<number> {
  return explanation.regions.layout.kind === "grid" ? explanation.effects : saliencyMap(explanation)
}

/** Stripes mark what speaks against the answer, from where its colour can be told from none. */
export function isStriped(at: number): boolean {
  return at <= -0.05
}

/** Stripes are faint on faint colours. */
export function stripeOpacity(at: number): { "fill-opacity": number } {
  return { "fill-opacity": 0.3 + 0.5 * Math.min(1, Math.abs(at)) }
}

/** The colour of a position of the scale, as attributes. */
export function tint(at: number): { fill: string; "fill-opacity": number } {
  return { fill: hex(divergingColor(at)), "fill-opacity": tintOpacity(at) }
}

/** A black outline inside a rectangle. */
export function frame({ left, top, width, height }: Rect): string {
  const inset = { x: left + 1, y: top + 1, width: Math.max(0, width - 2), height: Math.max(0, height - 2) }
  return tag("rect", { ...inset, fill: "none", stroke: "#000", "stroke-width": 2 })
}

/** A rectangle as SVG attributes. */
export function corners({ left, top, width, height }: Rect): Record<"x" | "y" | "width" | "height", number> {
  return { x: left, y: top, width, height }
}
