import type { EffectMeaning } from "../../explanation.ts"
import { movesTheAnswer } from "../../reading/strongest-region.ts"
import { legendBar } from "../../render/draw/draw-legend.ts"
import { drawMap } from "../../render/draw/draw-map.ts"
import { drawSwatch, type LegendMark, swatchSize } from "../../render/draw/legend-marks.ts"
import { signNotes } from "../../render/draw/line-notes.ts"
import { number, tag } from "../../render/draw/xml.ts"
import { seesAll } from "../../words/details.ts"
import { fillIn } from "../../words/fill-in.ts"
import { numberKind } from "../../words/noise-numbers.ts"
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
export function storedMap({ sketch, panel, ids, pictures }: Stage, id: string): string {
  return tag("g", { id }, drawMap(sketch, panel, pictures === undefined ? {} : { photoId: ids.photo }))
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

/** The same map again, without anything to answer. */
export function mapAgain(stage: Stage, id: string): string {
  return drawing(stage.size, { role: "img", "aria-label": mapText(stage) }, tag("use", { href: `#${id}` }))
}

/** The picture beside the map. */
export function pictureDrawing({ panel, ids, words }: Stage): string {
  const photo = tag("use", { href: `#${ids.photo}` })
  return drawing(panel, { role: "img", "aria-label": words.labels.pictureText }, photo)
}

function mapText({ words, said, context }: Stage): string {
  const [strongest] = said.mattered
  const sentence = (strongest ?? []).map((one) => one.text).join(" ")
  return fillIn(words.labels.mapText, { total: context.total, noun: context.noun, sentence })
}

/** What colours and signs mean. */
export function legend(stage: Stage): string {
  const { view, sketch, panel, words, explanation, context } = stage
  const { numbers, quantity } = context
  const { labels } = words
  const kind = numberKind[view.means]
  const end = (at: number): string => numbers.signed(at, kind)
  const bar = { left: 4, top: 10, width: 292, height: 14 } // Room for the triangles at its ends.
  const range = fillIn(labels.scale, { low: end(-sketch.end), high: `${end(sketch.end)} ${numbers.unit}` })
  const [supports, opposes] = signLabels[view.means]
  const marks = signNotes(sketch, panel)
  const ends = element(
    "p",
    { class: "ends" },
    ...[end(-sketch.end), "0", end(sketch.end)].map((one) => element("span", {}, text(one))),
  )
  const items = [
    fillIn(labels[supports], { quantity }),
    fillIn(labels[opposes], { quantity }),
    ...(movesTheAnswer(view) ? [labels.triangles] : []),
  ].map((words) => element("li", {}, text(words)))
  const signs = marks.map((mark) => element("li", {}, swatch(mark, stage), text(markWords(mark, stage))))
  const frame =
    movesTheAnswer(view) && explanation.regions.layout.kind === "grid"
      ? [element("li", {}, text(labels.strongest))]
      : []
  const faded = seesAll(explanation) ? [] : [element("li", {}, text(labels.faded))]
  return element(
    "div",
    { class: "legend" },
    drawing({ width: 300, height: 26 }, { role: "img", "aria-label": range }, legendBar(sketch, bar)),
    ends,
    element("ul", {}, ...items, ...signs, ...frame, ...faded),
  )
}

/** The names of what plus and minus mean. */
const signLabels = {
  alone: ["supports", "opposes"],
  "shown-alone": ["supportsShown", "opposesShown"],
  average: ["supports", "opposes"],
} as const satisfies Readonly<Record<EffectMeaning, readonly [string, string]>>

function swatch(mark: LegendMark, { sketch }: Stage): string {
  const { width, height } = swatchSize
  return drawing(
    swatchSize,
    { class: "swatch", "aria-hidden": "true" },
    drawSwatch(mark, { left: 0, top: 0, width, height }, sketch),
  )
}

function markWords({ sign }: LegendMark, { words }: Stage): string {
  return words.labels[sign]
}
