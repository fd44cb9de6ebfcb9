import { english } from "../../words/english.ts"
import { extent } from "../color/extent.ts"
import { gridNumbers } from "./draw-grid.ts"
import { placePicture, type Rect } from "./geometry.ts"
import type { LegendMark } from "./legend-marks.ts"
import type { Sketch } from "./sketch.ts"

/** Writes all numbers with as many decimals as fit everywhere: two precisions on one sheet look like two kinds of measurement. */
export function inOnePrecision(sketches: readonly Sketch[], places: readonly Rect[]): readonly Sketch[] {
  const fits = sketches.map(
    (sketch, i) => gridNumbers(sketch, placePicture(sketch.explanation.picture.size, places[i]!))?.decimals,
  )
  const decimals = Math.min(...fits.filter((fit) => fit !== undefined), 2)
  return sketches.map((sketch) => ({ ...sketch, decimals }))
}

/** The same for one map: legend and sentences then write no more decimals than its squares. */
export function inPrecisionOf(sketch: Sketch, panel: Rect): Sketch {
  const decimals = sketch.style === "original" ? undefined : gridNumbers(sketch, panel)?.decimals
  return decimals === undefined ? sketch : { ...sketch, decimals }
}

/** Writes all numbers in the size of the smallest, for maps side by side whose numbers are compared. */
export function inOneSize(sketches: readonly Sketch[], places: readonly Rect[]): readonly Sketch[] {
  const sizes = sketches.map((sketch, i) => gridNumbers(sketch, places[i]!)?.size)
  const numberSize = Math.min(...sizes.filter((size) => size !== undefined), 22)
  return sketches.map((sketch) => ({ ...sketch, numberSize }))
}

/** The extremes of all sketches, which are all that a legend needs of their values. */
export function allValues(sketches: readonly Sketch[]): readonly number[] {
  return sketches.flatMap(({ values }) => {
    const { least, most } = extent(values)
    return [least, most]
  })
}

/** Each sign once; the sizes of sets differ between pictures. */
export function joinMarks(marks: readonly (readonly LegendMark[])[]): readonly LegendMark[] {
  const words = english.legend.several.enough
  const all = marks.flat().map((mark) => (marks.length > 1 && mark.sign === "enough" ? { ...mark, words } : mark))
  return all.filter((mark, i) => all.findIndex((other) => other.words === mark.words) === i)
}
