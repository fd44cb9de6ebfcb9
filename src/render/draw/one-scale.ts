import { english } from "../../words/english.ts"
import { extent } from "../color/extent.ts"
import { gridNumbers } from "./draw-grid.ts"
import { placePicture, type Rect } from "./geometry.ts"
import type { LegendMark } from "./legend-marks.ts"
import type { Sketch } from "./sketch.ts"

/** All numbers with as many decimals as fit everywhere: two precisions on one sheet look like two measurements. */
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

/** All numbers in the size of the smallest, where maps stand side by side to be compared number by number. */
export function inOneSize(sketches: readonly Sketch[], places: readonly Rect[]): readonly Sketch[] {
  const sizes = sketches.map((sketch, i) => gridNumbers(sketch, places[i]!)?.size)
  const numberSize = Math.min(...sizes.filter((size) => size !== undefined), 22)
  return sketches.map((sketch) => ({ ...sketch, numberSize }))
}

/** The extremes of all sketches: all that a legend needs of their values. */
export function allValues(sketches: readonly Sketch[]): readonly number[] {
  return sketches.flatMap(({ values }) => {
    const { least, most } = extent(values)
    return [least, most]
  })
}

/** Each sign once; sets have other sizes in each picture. */
export function joinMarks(marks: readonly (readonly LegendMark[])[]): readonly LegendMark[] {
  const words = english.legend.several.enough
  const all = marks.flat().map((mark) => (marks.length > 1 && mark.sign === "enough" ? { ...mark, words } : mark))
  return all.filter((mark, i) => all.findIndex((other) => other.words === mark.words) === i)
}
