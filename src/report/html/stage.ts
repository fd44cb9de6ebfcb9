import type { Explanation } from "../../explanation.ts"
import type { View } from "../../reading/view.ts"
import { pageTheme } from "../../render/color/themes.ts"
import { edgeRoom } from "../../render/draw/draw-edges.ts"
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

/** The longer side of the picture in a map: numbers are drawn up to 22 units high, and a phone shows the map at half its size. */
const LONGEST = 560

export function stageOf(view: View, { words, pictures }: Pick<Stage, "words" | "pictures">): Stage {
  const explanation = view.record
  const indent = explanation.regions.layout.kind === "grid" ? edgeRoom : 2
  const placed = placePicture(explanation.picture.size, { left: indent, top: indent, width: LONGEST, height: LONGEST })
  const sketch = inPrecisionOf(makeSketch(view, { photo: pictures?.photo }), placed)
  const { decimals } = sketch
  return {
    ...{ view, explanation, words, pictures, panel: placed },
    said: reportSentences(view, { words, decimals }),
    context: contextOf(view, { words, decimals, form: "long" }),
    // One name for every record: a changed number changes what it says, and no name.
    sketch: { ...sketch, theme: pageTheme, id: `gx-${view.means}` },
    size: { width: placed.width + indent + 2, height: placed.height + indent + 2 },
    ids: { photo: "gx-photo", given: "gx-given", hidden: "gx-hidden", map: "gx-map", alone: "gx-map-alone" },
  }
}
