import { english } from "../../words/english.ts"
import type { TextBlock } from "./blocks.ts"
import { legendBlock } from "./draw-legend.ts"
import type { Rect } from "./geometry.ts"
import type { LegendMark } from "./legend-marks.ts"
import { allValues, joinMarks } from "./one-scale.ts"
import { signNotes } from "./sign-notes.ts"
import type { Sketch } from "./sketch.ts"

/** One legend for the maps of A, of B, and of the difference. */
export function differenceLegend(
  sketches: readonly Sketch[],
  { panels, width, id }: { readonly panels: readonly Rect[]; readonly width: number; readonly id: string },
): TextBlock {
  const { differenceNames: names, legend } = english
  const marks = sketches.map((sketch, i) => signNotes(sketch, panels[i]!))
  const [, , ofDifference] = marks
  const isQuiet = ({ words }: LegendMark): boolean => words === legend.signs.dot
  const quiet = marks.slice(0, 2).flat().some(isQuiet) ? names.quietBoth : names.quiet
  const words = (mark: LegendMark): LegendMark =>
    isQuiet(mark) && ofDifference!.some(isQuiet) ? { ...mark, words: quiet } : mark
  return legendBlock(
    { ...sketches[0]!, values: allValues(sketches), id: `${id}-scale` },
    {
      width,
      marks: joinMarks(marks).map(words),
      signs: [
        { start: names.signs, end: legend.plusBrief },
        { start: names.lower, end: names.higher },
      ],
    },
  )
}
