import type { Explanation } from "../../explanation.ts"
import { movesTheAnswer, strongestRegion } from "../../reading/strongest-region.ts"
import { shownDecimals } from "../../words/decimals-within.ts"
import { effectUnit, formatEffect } from "../../words/format.ts"
import { regionPlace } from "../../words/name-regions.ts"
import { scaleOf, targetWords } from "../../words/target-words.ts"
import { titleOf, warningOf } from "../../words/words.ts"
import { fitTitle, text } from "./blocks.ts"
import { drawMap, photoIn } from "./draw-map.ts"
import { placePicture, type Rect } from "./geometry.ts"
import type { Sketch } from "./sketch.ts"
import { fitLine, textWidth } from "./text-metrics.ts"
import { tag } from "./xml.ts"

/** Room for two lines above a picture, and for one below. */
export const headHeight = 46
export const oneLineHead = 26
export const footHeight = 34

/** The picture as it is, over its name. */
export function photoTile(sketch: Sketch, space: Rect): string {
  const panel = placePicture(sketch.explanation.picture.size, space)
  return tileHead(["The picture", ""], space, sketch) + photoIn(sketch, panel)
}

/** The map of one explanation, with its answer above and its largest change below. */
export function mapTile(sketch: Sketch, space: Rect, heading: string): string {
  const { explanation, theme } = sketch
  const panel = placePicture(explanation.picture.size, space)
  const words = fitLine(strongestLine(explanation), 13, space.width)
  const base = panel.top + panel.height + 20
  const lines: readonly [string, string] = heading === "" ? [titleOf(explanation), ""] : [titleOf(explanation), heading]
  return tag(
    "g",
    { class: "tile" },
    [
      tileHead(lines, space, sketch),
      drawMap(sketch, panel, { edges: false }),
      text(words, { left: space.left, base, size: 13, fill: theme.quiet }),
    ].join(""),
  )
}

/** Two lines above a picture, the second of which may be absent. */
export function tileHead([first, second]: readonly [string, string], space: Rect, { theme }: Sketch): string {
  const { left, top, width } = space
  const size = Math.max(14, Math.min(17, (17 * width) / Math.max(1, textWidth(first, 17))))
  const base = top - (second === "" ? 10 : 30)
  return (
    text(fitTitle(first, size, width), { left, base, size, fill: theme.ink }) +
    (second === "" ? "" : text(fitLine(second, 13, width), { left, base: top - 10, size: 13, fill: theme.quiet }))
  )
}

/** `row 2, column 4: from 94.0 % to 85.0 %`. */
export function strongestLine(explanation: Explanation): string {
  const { effects, target, design } = explanation
  const { amount, scale } = targetWords(explanation)
  const index = strongestRegion(explanation)
  const effect = effects[index]!
  if (!Number.isFinite(effect)) return "no value"
  if (explanation.evidence !== undefined) return surelyStrongest(explanation)
  if (!movesTheAnswer(explanation)) return "no single change of a point or more"
  const place = regionPlace(explanation, index)
  return design === "all-but-one"
    ? `${place}: ${formatEffect(effect, scale)} ${effectUnit(scale)}`
    : `${place}: from ${amount(target.score)} to ${amount(target.score - effect)}`
}

/** That the map does no better than chance, that nothing is measurable, or `row 3, column 5: +5.5 points (+3.6 to +7.3)`. */
function surelyStrongest(explanation: Explanation): string {
  const warning = warningOf(explanation)
  if (warning !== "") return `${warning.includes("not clearly") ? "not clearly" : "no"} better than chance`
  if (!movesTheAnswer(explanation)) return "no measurable effect"
  const index = strongestRegion(explanation)
  const { low, high } = explanation.evidence!.average
  const effect = explanation.effects[index]!
  const decimals = shownDecimals(explanation)
  const scale = scaleOf(explanation)
  const words = `${regionPlace(explanation, index)}: ${formatEffect(effect, scale, { decimals })} ${effectUnit(scale)}`
  if (explanation.design !== "random-masks") return words
  const ends = [low[index]!, high[index]!].map((end) => formatEffect(end, scale, { decimals })).join(" to ")
  return `${words} (${ends})`
}
