import type { Explanation } from "../../explanation.ts"
import { movesTheAnswer } from "../../reading/strongest-region.ts"
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
  /** Where the picture is in each map, in units of its drawing. */
  readonly panel: Rect
  /** The size of a map with the numbers of its rows and columns. */
  readonly size: { readonly width: number; readonly height: number }
  /** Where the map shows numbers: even on a phone, only on wider screens, or nowhere. */
  readonly numbers: "everywhere" | "wide" | "none"
  readonly pictures: EmbeddedPictures | undefined
  /** Ids of the parts of the page that are used again. */
  readonly ids: {
    readonly photo: string
    readonly given: string
    readonly hidden: string
    readonly map: string
    readonly alone: string
  }
}

/** How large a map is drawn: the longer side of its picture, in units, and the largest height of its numbers. */
interface Scale {
  readonly longest: number
  readonly highest: number
}

/** On a phone of 360 pixels one unit is one pixel. */
const forPhones: Scale = { longest: 304, highest: 13 }
/** For numbers that a phone has no room for. */
const forScreens: Scale = { longest: 560, highest: 22 }
/** The room for a map on such a phone. */
const PHONE = 331
/** Smaller letters can hardly be read on a phone. */
const READABLE = 12

export function stageOf(view: View, { words, pictures }: Pick<Stage, "words" | "pictures">): Stage {
  const explanation = view.record
  const { panel, size, sketch, numbers } = drawable(makeSketch(view, { photo: pictures?.photo }))
  /** If no square has a number, sentences need not match one. */
  const decimals = movesTheAnswer(view) ? sketch.decimals : undefined
  return {
    ...{ view, explanation, words, pictures, panel, size, numbers },
    said: reportSentences(view, { words, decimals }),
    context: contextOf(view, { words, decimals, form: "long" }),
    // The same id for every record: a changed number changes texts, but no id.
    sketch: { ...sketch, theme: pageTheme, id: `gx-${view.means}` },
    ids: { photo: "gx-photo", given: "gx-given", hidden: "gx-hidden", map: "gx-map", alone: "gx-map-alone" },
  }
}

type Drawable = Pick<Stage, "panel" | "size" | "sketch" | "numbers">

/** In the units of a phone if its numbers can be read there, or if it has none; otherwise in those of a wide screen. */
function drawable(sketch: Sketch): Drawable {
  const small = drawnAt(sketch, forPhones)
  if (small.numbers === "everywhere") return small
  const large = drawnAt(sketch, forScreens)
  return large.numbers === "none" ? small : large
}

function drawnAt(sketch: Sketch, { longest, highest }: Scale): Drawable {
  const place = placeOf(sketch.explanation, longest)
  const precise = inPrecisionOf({ ...sketch, numberSize: highest }, place.panel)
  return { ...place, sketch: precise, numbers: roomFor(precise, place) }
}

type Place = Pick<Stage, "panel" | "size">

/** The numbers of rows and columns stand beside the picture, or over what the model was not given of it. */
function placeOf({ regions, picture, seen }: Explanation, longest: number): Place {
  const inner = placePicture(picture.size, { left: 0, top: 0, width: longest, height: longest })
  const scale = inner.width / picture.size.width
  const indent = (unseen: number): number =>
    regions.layout.kind === "grid" && unseen * scale < edgeRoom ? edgeRoom : 2
  const panel = { ...inner, left: indent(seen.source.left), top: indent(seen.source.top) }
  return { panel, size: { width: panel.left + panel.width + 2, height: panel.top + panel.height + 2 } }
}

function roomFor(sketch: Sketch, { panel, size }: Place): Stage["numbers"] {
  const numbers = sketch.explanation.regions.layout.kind === "grid" ? gridNumbers(sketch, panel) : undefined
  if (numbers === undefined) return "none"
  return (numbers.size * PHONE) / size.width >= READABLE ? "everywhere" : "wide"
}
