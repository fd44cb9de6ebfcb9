import { gridNumbers } from "./draw-grid.ts"
import type { Rect } from "./geometry.ts"
import type { Sketch } from "./sketch.ts"
import { movesTheAnswer } from "./words.ts"

/** What the lines on a map mean, for its legend; nothing where only the strongest square has a frame, which shows itself. */
export function lineNotes(sketch: Sketch, panel: Rect): string {
  const { explanation, map, style } = sketch
  const { layout } = explanation.regions
  const missing = explanation.effects.some((effect) => !Number.isFinite(effect)) ? ["cross: no value"] : []
  if (!movesTheAnswer(explanation) || style === "original") return missing.join("; ")
  const outlined = layout.kind !== "grid" || map === "smooth" || gridNumbers(sketch, panel) === undefined
  return [
    ...(outlined ? ["outlined: half of the strongest or more"] : []),
    ...(layout.kind === "window" ? ["dashed: the strongest window"] : []),
    ...(layout.kind === "mask" ? ["dashed: the strongest region"] : []),
    ...missing,
  ].join("; ")
}
