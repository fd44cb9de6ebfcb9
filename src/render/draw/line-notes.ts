import { isMeasurable } from "../../reading/region-verdict.ts"
import { movesTheAnswer } from "../../reading/strongest-region.ts"
import { nounOf } from "../../words/name-regions.ts"
import { gridNumbers } from "./draw-grid.ts"
import { areaLines } from "./draw-pixels.ts"
import type { Rect } from "./geometry.ts"
import { type LegendMark, legendMarks } from "./legend-marks.ts"
import { strongestLines } from "./region-lines.ts"
import type { Sketch } from "./sketch.ts"

/** What the signs of a map with evidence mean, for its legend. */
export function signNotes(sketch: Sketch, panel: Rect): readonly LegendMark[] {
  const isSquares = sketch.explanation.regions.layout.kind === "grid" && sketch.map === "exact"
  return legendMarks(sketch, { dots: isSquares && gridNumbers(sketch, panel) !== undefined })
}

/** What the lines on a map mean, for its legend; nothing where only the strongest square has a frame, which shows itself. */
export function lineNotes(sketch: Sketch, panel: Rect): string {
  const { view, explanation, style } = sketch
  const missing = view.effects.some((effect) => !Number.isFinite(effect)) ? ["cross: no value"] : []
  if (!movesTheAnswer(view) || style === "original") return missing.join("; ")
  const how = explanation.regions.layout.kind === "mask" ? "thick" : "dashed"
  const strongest = `${how}: the strongest ${nounOf(explanation).slice(0, -1)}`
  return [
    ...(isOutlined(sketch, panel) ? ["outlined: half of the strongest or more"] : []),
    ...(strongestLines(sketch, panel) === "" ? [] : [strongest]),
    ...(leavesOutZeros(sketch, panel) ? ["no number: rounds to 0"] : []),
    ...missing,
  ].join("; ")
}

function isOutlined(sketch: Sketch, panel: Rect): boolean {
  if (sketch.shown !== undefined) return false
  if (sketch.map === "smooth") return true
  return sketch.explanation.regions.layout.kind === "grid"
    ? gridNumbers(sketch, panel) === undefined
    : areaLines(sketch, panel) !== ""
}

function leavesOutZeros(sketch: Sketch, panel: Rect): boolean {
  const { view, explanation, shown } = sketch
  const { effects } = view
  if (explanation.regions.layout.kind !== "grid" || sketch.map === "smooth") return false
  const texts = gridNumbers(sketch, panel)?.texts ?? []
  return texts.some(
    (text, i) => text === "" && Number.isFinite(effects[i]) && (shown === undefined || isMeasurable(shown[i]!.verdict)),
  )
}
