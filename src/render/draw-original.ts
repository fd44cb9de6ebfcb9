import { hex } from "./color.ts"
import { extent } from "./extent.ts"
import { fitNumbers } from "./fit-numbers.ts"
import { overlap, placeBox, type Rect } from "./geometry.ts"
import { corners } from "./marks.ts"
import { originalNumbers } from "./original-numbers.ts"
import type { Rgb } from "./palettes.ts"
import type { Sketch } from "./sketch.ts"
import { number, tag } from "./xml.ts"

/** The colour of a level from 0 to 100: yellow, over orange, to dark red, over more and more of the photo. */
export function originalTint(level: number): { fill: string; "fill-opacity": number } {
  const share = Math.min(100, level) / 100
  const [from, to] = share < 0.5 ? [ramp[0], ramp[1]] : [ramp[1], ramp[2]]
  const within = share < 0.5 ? share * 2 : share * 2 - 1
  const channel = (i: 0 | 1 | 2): number => Math.round(from[i] + (to[i] - from[i]) * within)
  return { fill: hex([channel(0), channel(1), channel(2)]), "fill-opacity": 0.15 + 0.6 * share }
}

const ramp: readonly [Rgb, Rgb, Rgb] = [
  [255, 237, 130],
  [253, 141, 60],
  [177, 0, 38],
]

/**
 * The look of the original GridExplainer: the photo in colour, redder where the size of the effect is larger, with numbers from 0 to 100 and grid
 * lines. Signs are not shown.
 */
export function drawOriginal({ explanation }: Sketch, panel: Rect): string {
  const { boxes } = explanation.regions
  const levels = originalNumbers(explanation.effects)
  const placed = boxes.map((box) => overlap(placeBox(box, explanation, panel), panel))
  const tints = placed.map((rect, i) => tag("rect", { ...corners(rect), ...originalTint(levels[i]!) }))
  const smallest = {
    width: extent(placed.map(({ width }) => width)).least,
    height: extent(placed.map(({ height }) => height)).least,
  }
  const numbers = fitNumbers(() => levels.map(String), smallest, { least: 8, most: 22, decimals: 0 })
  const texts = placed.map(({ left, top, width, height }, i) =>
    tag("text", { x: left + width / 2, y: top + height / 2 + (numbers?.size ?? 0) * 0.365 }, String(levels[i])),
  )
  const halo = { stroke: "#000", "stroke-width": number((numbers?.size ?? 0) * 0.28), "paint-order": "stroke" }
  const style = { class: "numbers", fill: "#fff", "text-anchor": "middle", "font-size": numbers?.size ?? 0, ...halo }
  return [
    tag(
      "g",
      { class: "cells", stroke: "#fff", "stroke-opacity": 0.6, "shape-rendering": "crispEdges" },
      tints.join(""),
    ),
    numbers === undefined ? "" : tag("g", { ...style, "stroke-linejoin": "round" }, texts.join("")),
  ].join("")
}
