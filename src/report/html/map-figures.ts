import { fillIn } from "../../words/fill-in.ts"
import { element, text } from "./element.ts"
import { mapDrawing } from "./map-figure.ts"
import type { Stage } from "./stage.ts"

/** The map; the map of effects alone, if another is in front; and two buttons to choose between them. */
export function mapFigures(stage: Stage, alone: Stage | undefined): string {
  const { ids } = stage
  return element(
    "div",
    { class: "map-side" },
    mapFigure(stage, { name: "front", id: ids.map }),
    alone === undefined ? "" : mapFigure(alone, { name: "alone", id: ids.alone }) + choice(stage),
  )
}

function mapFigure(stage: Stage, { name, id }: { readonly name: "front" | "alone"; readonly id: string }): string {
  const { view, words, context } = stage
  const caption = fillIn(words.labels.maps[view.means], { unit: context.numbers.unit })
  return element(
    "figure",
    { class: `map ${name}`, id: `map-${name}`, "data-means": view.means },
    mapDrawing(stage, id),
    element("figcaption", {}, text(caption)),
  )
}

/** Two buttons, for a script: which numbers the map shows. */
function choice({ words, view }: Stage): string {
  const { interactive, page } = words
  const button = (map: "front" | "alone", name: string): string =>
    element("button", { type: "button", "data-map": map, "aria-pressed": String(map === "front") }, text(name))
  return element(
    "div",
    { class: "choice scripted", role: "group", "aria-label": interactive.show, hidden: "" },
    button("front", view.means === "around" ? page.around : interactive.average),
    button("alone", interactive.alone),
  )
}
