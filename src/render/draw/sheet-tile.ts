import type { EffectMeaning, Explanation } from "../../explanation.ts"
import { scaleOf } from "../../reading/scale-of.ts"
import { movesTheAnswer, strongestRegion } from "../../reading/strongest-region.ts"
import { type View, viewOf } from "../../reading/view.ts"
import { shownDecimals } from "../../words/decimals-within.ts"
import { effectUnit, formatEffect } from "../../words/format.ts"
import { regionPlace } from "../../words/name-regions.ts"
import { targetWords } from "../../words/target-words.ts"
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
  const { view, explanation, theme } = sketch
  const panel = placePicture(explanation.picture.size, space)
  const words = fitLine(strongestLine(view), 13, space.width)
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
export function strongestLine(of: Explanation | View): string {
  const view = viewOf(of)
  const { record: explanation, baseline = Number.NaN } = view
  const { amount, scale } = targetWords(explanation)
  const index = strongestRegion(view)
  const { effect, after } = view.regions[index]!
  if (!Number.isFinite(effect)) return "no value"
  if (view.judged) return surelyStrongest(view)
  if (!movesTheAnswer(view)) return "no single change of a point or more"
  const place = regionPlace(explanation, index)
  return after === undefined || !isFall[view.means]
    ? `${place}: ${formatEffect(effect, scale)} ${effectUnit(scale)}`
    : `${place}: from ${amount(baseline)} to ${amount(after)}`
}

/** Whether an effect is a fall from the untouched score. */
const isFall: Readonly<Record<EffectMeaning, boolean>> = { alone: true, "shown-alone": false, average: false }

/** That the map does no better than chance, that nothing is measurable, or `row 3, column 5: +5.5 points (+3.6 to +7.3)`. */
function surelyStrongest(view: View): string {
  const warning = warningOf(view)
  if (warning !== "") return `${warning.includes("not clearly") ? "not clearly" : "no"} better than chance`
  if (!movesTheAnswer(view)) return "no measurable effect"
  const index = strongestRegion(view)
  const { record, low, high } = view
  const effect = view.effects[index]!
  const decimals = shownDecimals(view)
  const scale = scaleOf(record)
  const words = `${regionPlace(record, index)}: ${formatEffect(effect, scale, { decimals })} ${effectUnit(scale)}`
  if (low === undefined || high === undefined) return words
  const ends = [low[index]!, high[index]!].map((end) => formatEffect(end, scale, { decimals })).join(" to ")
  return `${words} (${ends})`
}
