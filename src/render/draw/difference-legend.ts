import { english } from "../../words/english.ts"
import type { TextBlock } from "./blocks.ts"
import { legendBlock } from "./draw-legend.ts"
import type { Rect } from "./geometry.ts"
import type { LegendMark } from "./legend-marks.ts"
import { lineNotes, signNotes } from "./line-notes.ts"
import { allValues, joinMarks, joinNotes } from "./one-scale.ts"
import type { Sketch } from "./sketch.ts"

/** One legend for the maps of A, of B, and of the difference. */
export function differenceLegend(
  sketches: readonly Sketch[],
  { panels, width, id }: { readonly panels: readonly Rect[]; readonly width: number; readonly id: string },
): TextBlock {
  const { differenceNames: names } = english
  const marks = sketches.map((sketch, i) => signNotes(sketch, panels[i]!))
  const [, , ofDifference] = marks
  const isQuiet = ({ sign }: LegendMark): boolean => sign === "dot" || sign === "blank"
  const quiet = marks.slice(0, 2).flat().some(isQuiet) ? names.quietBoth : names.quiet
  const words = (mark: LegendMark): LegendMark =>
    isQuiet(mark) && ofDifference!.some(isQuiet) ? { ...mark, words: quiet } : mark
  return legendBlock(
    { ...sketches[0]!, values: allValues(sketches), id: `${id}-scale` },
    {
      width,
      notes: joinNotes(sketches.map((sketch, i) => lineNotes(sketch, panels[i]!))),
      marks: joinMarks(marks).map(words),
      signs: [
        { start: names.signs, end: english.legend.plusBrief },
        { start: names.lower, end: names.higher },
      ],
    },
  )
}
