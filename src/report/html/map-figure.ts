import { legendBar, type Side, sideOf, signWords } from "../../render/draw/draw-legend.ts"
import { drawMap } from "../../render/draw/draw-map.ts"
import { drawSwatch, type LegendMark, swatchSize } from "../../render/draw/legend-marks.ts"
import { signNotes } from "../../render/draw/sign-notes.ts"
import { number, tag } from "../../render/draw/xml.ts"
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

/** The map with its numbers, to be stored once and shown by id. */
export function storedMap({ sketch, panel, ids, pictures, numbers }: Stage, id: string): string {
  return tag(
    "g",
    { id, class: `stored-map ${numbers}` },
    drawMap(sketch, panel, pictures === undefined ? {} : { photoId: ids.photo }),
  )
}

/** The map, with invisible shapes over its parts that a script may make interactive. */
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
  const { sketch, panel } = stage
  const item = (...children: readonly string[]): string => element("li", {}, ...children)
  const side = sideOf(sketch)
  const signs = side === undefined ? [] : signsOf(stage, side)
  const items = [
    ...signs.map((one) => item(text(one))),
    ...signNotes(sketch, panel, stage.words).map((mark) => item(swatch(mark), text(mark.words))),
  ]
  return element(
    "div",
    { class: "legend" },
    ...(side === undefined ? [] : scaleOf(stage, side)),
    element("ul", {}, ...items),
  )
}

/** The numbers of the scale from one end to the other, for the colours that the map has. */
function scaleOf({ sketch, words, context }: Stage, side: Side): readonly string[] {
  const { signed, unit } = context.numbers
  const [low, high] = [side === "plus" ? "0" : signed(-sketch.end), side === "minus" ? "0" : signed(sketch.end)]
  const range = fillIn(words.labels.scale, { low, high: `${high} ${unit}` })
  const ends = [low, ...(side === "both" ? ["0"] : []), high].map((one) => element("span", {}, text(one)))
  const bar = legendBar(sketch, { left: 4, top: 10, width: 292, height: 14 }, side)
  return [
    drawing({ width: 300, height: 26 }, { role: "img", "aria-label": range }, bar),
    element("p", { class: "ends" }, ...ends),
  ]
}

function signsOf({ view, words }: Stage, side: Side): readonly string[] {
  const { plus, minus } = signWords(view, words)
  return { plus: [plus], minus: [minus], both: [plus, minus] }[side]
}

function swatch(mark: LegendMark): string {
  const { width, height } = swatchSize
  return drawing(
    swatchSize,
    { class: "swatch", "aria-hidden": "true" },
    drawSwatch(mark, { left: 0, top: 0, width, height }),
  )
}
