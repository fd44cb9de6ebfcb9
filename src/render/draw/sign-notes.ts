import type { Words } from "../../words/english.ts"
import { hasDots } from "./draw-evidence.ts"
import type { Rect } from "./geometry.ts"
import { type LegendMark, legendMarks } from "./legend-marks.ts"
import type { Sketch } from "./sketch.ts"

/** What the signs of a map mean, for its legend. */
export function signNotes(sketch: Sketch, panel: Rect, words?: Words): readonly LegendMark[] {
  return legendMarks(sketch, { dots: sketch.map === "exact" && hasDots(sketch, panel), words })
}
