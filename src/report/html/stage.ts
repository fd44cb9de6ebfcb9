import type { Explanation } from "../../explanation.ts"
import type { View } from "../../reading/view.ts"
import { pageTheme } from "../../render/color/themes.ts"
import { edgeRoom } from "../../render/draw/draw-edges.ts"
import { gridNumbers } from "../../render/draw/draw-grid.ts"
import { placePicture, type Rect } from "../../render/draw/geometry.ts"
import { inPrecisionOf } from "../../render/draw/one-scale.ts"
import { makeSketch, type Sketch } from "../../render/draw/sketch.ts"
import { type Context, contextOf } from "../../words/context.ts"
import type { Words } from "../../words/english.ts"
import { type ReportSentences, reportSentences } from "../../words/report-words.ts"
import type { EmbeddedPictures } from "./embedded-pictures.ts"

/** What all parts of a report's page share. */
export interface Stage {
  readonly context: Context
  readonly words: Words
  readonly view: View
  /** The record of the view. */
  readonly explanation: Explanation
  readonly said: ReportSentences
  readonly sketch: Sketch
  /** Where the picture stands in each map, in units of its drawing. */
  readonly panel: Rect
  /** The size of a map with the numbers of its rows and columns. */
  readonly size: { readonly width: number; readonly height: number }
  /** Numbers of the map: large enough for a phone, for wider screens alone, or nowhere. */
  readonly numbers: "everywhere" | "wide" | "none"
  readonly pictures: EmbeddedPictures | undefined
  /** Names of the parts of the page that are used again. */
  readonly ids: {
    readonly photo: string
    readonly given: string
    readonly hidden: string
    readonly map: string
    readonly alone: string
  }
}

/** The longer side of the picture in a map: so wide that on a phone of 360 pixels one unit is one pixel. */
const LONGEST = 304
/** What a map has room for on such a phone. */
const PHONE = 331
/** Letters that are lower can hardly be read on a phone. */
const READABLE = 12
/** Numbers are no higher, in units: a wide screen shows them at twice the size. */
const HIGHEST = 15

export function stageOf(view: View, { words, pictures }: Pick<Stage, "words" | "pictures">): Stage {
  const explanation = view.record
  const indent = explanation.regions.layout.kind === "grid" ? edgeRoom : 2
  const panel = placePicture(explanation.picture.size, { left: indent, top: indent, width: LONGEST, height: LONGEST })
  const size = { width: panel.width + indent + 2, height: panel.height + indent + 2 }
  const sketch = readable({ ...makeSketch(view, { photo: pictures?.photo }), numberSize: HIGHEST }, { panel, size })
  const { decimals } = sketch
  return {
    ...{ view, explanation, words, pictures, panel, size },
    said: reportSentences(view, { words, decimals }),
    context: contextOf(view, { words, decimals, form: "long" }),
    // One name for every record: a changed number changes what it says, and no name.
    sketch: { ...sketch, theme: pageTheme, id: `gx-${view.means}` },
    numbers: places[numbersOf(sketch, { panel, size })],
    ids: { photo: "gx-photo", given: "gx-given", hidden: "gx-hidden", map: "gx-map", alone: "gx-map-alone" },
  }
}

const places = { none: "none", small: "wide", readable: "everywhere" } as const

type Place = Pick<Stage, "panel" | "size">

/** With as many decimals as squares have room for on a phone, but where numbers would be rounded to nothing. */
function readable(sketch: Sketch, place: Place): Sketch {
  const precise = inPrecisionOf(sketch, place.panel)
  const { decimals = 0 } = precise
  const coarser = Array.from({ length: decimals }, (_, i) => ({ ...precise, decimals: decimals - 1 - i }))
  const written = (one: Sketch): number => fitted(one, place)?.texts.filter((text) => text !== "").length ?? 0
  const good = [precise, ...coarser].find(
    (one) => numbersOf(one, place) === "readable" && written(one) === written(precise),
  )
  return good ?? precise
}

function fitted(sketch: Sketch, { panel }: Place): ReturnType<typeof gridNumbers> {
  return sketch.explanation.regions.layout.kind === "grid" ? gridNumbers(sketch, panel) : undefined
}

function numbersOf(sketch: Sketch, place: Place): keyof typeof places {
  const numbers = fitted(sketch, place)
  if (numbers === undefined) return "none"
  return (numbers.size * PHONE) / place.size.width >= READABLE ? "readable" : "small"
}
