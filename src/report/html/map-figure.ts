import { movesTheAnswer } from "../../reading/strongest-region.ts"
import { legendBar, signWords } from "../../render/draw/draw-legend.ts"
import { drawMap } from "../../render/draw/draw-map.ts"
import { drawSwatch, type LegendMark, swatchSize } from "../../render/draw/legend-marks.ts"
import { signNotes } from "../../render/draw/sign-notes.ts"
import { number, tag } from "../../render/draw/xml.ts"
import { seesAll } from "../../words/details.ts"
import { fillIn } from "../../words/fill-in.ts"
import { cellShapes } from "./cell-shapes.ts"
import { element, text } from "./element.ts"
import type { Stage } from "./stage.ts"

/** A drawing of `width` x `height` units that fills its place on the page. */
export function drawing(
  { width, height }: { readonly width: number; readonly height: number },
  attributes: Readonly<Record<string, string | undefined>>,
  ...children: readonly string[]
): string {
  const box = { viewBox: `0 0 ${number(width)} ${number(height)}`, focusable: "false" }
  return element("svg", { ...box, ...attributes }, ...children)
}

/** The map with its numbers, to be stored once and shown by name. */
export function storedMap({ sketch, panel, ids, pictures, numbers }: Stage, id: string): string {
  return tag(
    "g",
    { id, class: `stored-map ${numbers}` },
    drawMap(sketch, panel, pictures === undefined ? {} : { photoId: ids.photo }),
  )
}

/** The map, and unseen shapes over its parts that a script may make answer. */
export function mapDrawing(stage: Stage, id: string): string {
  return drawing(
    stage.size,
    { class: "map-drawing", role: "img", "aria-label": mapText(stage) },
    tag("use", { href: `#${id}` }),
    cellShapes(stage, id === stage.ids.alone ? "gx-cell-alone" : "gx-cell"),
  )
}

/** The picture that the map is of. */
export function pictureDrawing({ panel, ids, words }: Stage): string {
  const photo = tag("use", { href: `#${ids.photo}` })
  return drawing(panel, { role: "img", "aria-label": words.labels.pictureText }, photo)
}

function mapText({ words, said, context }: Stage): string {
  const sentence = (said.headline[0] ?? []).map((one) => one.text).join(" ")
  return fillIn(words.labels.mapText, { ...context.common, sentence })
}

/** What colours and signs mean. */
export function legend(stage: Stage): string {
  const { view, sketch, panel, words, explanation, context } = stage
  const { signed, unit } = context.numbers
  const names = words.legend
  const bar = { left: 4, top: 10, width: 292, height: 14 } // Room for the triangles at its ends.
  const [low, high] = [signed(-sketch.end), signed(sketch.end)]
  const range = fillIn(words.labels.scale, { low, high: `${high} ${unit}` })
  const ends = [low, "0", high].map((one) => element("span", {}, text(one)))
  const { plus, minus } = signWords(view, words)
  const moves = movesTheAnswer(view)
  const { kind } = explanation.regions.layout
  const item = (...children: readonly string[]): string => element("li", {}, ...children)
  const items = [
    ...[plus, fillIn(names.striped, { minus }), ...(moves ? [names.triangles] : [])].map((one) => item(text(one))),
    ...signNotes(sketch, panel).map((mark) => item(swatch(mark), text(mark.words))),
    ...(moves && kind === "grid"
      ? [item(text(fillIn(names.strongest.grid, { singular: context.common.singular })))]
      : []),
    ...(seesAll(explanation) ? [] : [item(text(names.faded))]),
  ]
  return element(
    "div",
    { class: "legend" },
    drawing({ width: 300, height: 26 }, { role: "img", "aria-label": range }, legendBar(sketch, bar)),
    element("p", { class: "ends" }, ...ends),
    element("ul", {}, ...items),
  )
}

function swatch(mark: LegendMark): string {
  const { width, height } = swatchSize
  return drawing(
    swatchSize,
    { class: "swatch", "aria-hidden": "true" },
    drawSwatch(mark, { left: 0, top: 0, width, height }),
  )
}
