import { textWidth } from "../../src/render/draw/text-metrics.ts"
import { all, num, type SvgNode } from "./parse-svg.ts"

export interface Rect {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** A rectangle or picture as drawn. */
export function rectOf(node: SvgNode): Rect {
  const left = num(node, "x")
  const top = num(node, "y")
  return { left, top, right: left + num(node, "width"), bottom: top + num(node, "height") }
}

export const inside = (a: Rect, b: Rect): boolean =>
  a.left >= b.left - 0.02 && a.right <= b.right + 0.02 && a.top >= b.top - 0.02 && a.bottom <= b.bottom + 0.02

export const meet = (a: Rect, b: Rect): boolean =>
  a.left < b.right - 0.02 && b.left < a.right - 0.02 && a.top < b.bottom - 0.02 && b.top < a.bottom - 0.02

/** All texts of a drawing. */
export function textsOf(svg: SvgNode): readonly SvgNode[] {
  return all(svg, "text")
}

/** The numbers in the squares of a map. */
export function numbersOf(svg: SvgNode): readonly SvgNode[] {
  return textsOf(svg).filter((text) => text.attributes.class === "numbers")
}

/**
 * The room that a text takes, with its edge where it has one; never less than what a renderer with DejaVu Sans paints. `font-widths.test.ts` holds
 * the widths to the font. Digits are 0.73 of the font size high; other letters rise to 0.94 and hang down to 0.24.
 */
export function boxOf(text: SvgNode): Rect {
  const size = num(text, "font-size")
  const width = textWidth(text.text, size)
  const x = num(text, "x")
  const y = num(text, "y")
  const anchor = text.attributes["text-anchor"] ?? "start"
  const left = anchor === "middle" ? x - width / 2 : anchor === "end" ? x - width : x
  const edge = (text.attributes["paint-order"] === "stroke" ? num(text, "stroke-width") : 0) / 2
  const digits = /^[-+−.\d]*$/.test(text.text)
  const [rise, hang] = digits ? [0.745, 0.015] : [0.94, 0.24]
  return {
    left: left - edge,
    right: left + width + edge,
    top: y - rise * size - edge,
    bottom: y + hang * size + edge,
  }
}
