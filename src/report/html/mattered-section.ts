import type { EffectMeaning } from "../../explanation.ts"
import { movesTheAnswer, strongestRegion } from "../../reading/strongest-region.ts"
import { placeOf } from "../../words/context.ts"
import { fillIn, untied } from "../../words/fill-in.ts"
import { hasCells } from "./cell-shapes.ts"
import { cellTexts, columnsOf } from "./cell-texts.ts"
import { element, text } from "./element.ts"
import { mapDrawing } from "./map-figure.ts"
import { saidList } from "./said.ts"
import { section } from "./section.ts"
import type { Stage } from "./stage.ts"
import { mapCaption } from "./summary.ts"

/** Rows of the ranking. */
const BEST = 10

/** Which areas mattered: the map at full size, with what a script makes answer, what is said of it, and the largest effects. */
export function matteredSection(stage: Stage, alone: Stage | undefined): string {
  const { said, ids } = stage
  const figures = [
    element(
      "figure",
      { class: "map", id: "map-average" },
      mapDrawing(stage, ids.map),
      element("figcaption", {}, text(mapCaption(stage))),
    ),
    alone === undefined
      ? ""
      : element(
          "figure",
          { class: "map second", id: "map-alone" },
          mapDrawing(alone, ids.alone),
          element("figcaption", {}, text(mapCaption(alone))),
        ),
  ]
  return section(
    stage,
    "mattered",
    element("div", { class: "two" }, saidList(said.mattered), ranking(stage)),
    alone === undefined ? "" : choice(stage),
    element("div", { class: "maps" }, ...figures, hasCells(stage) ? chosenCell(stage) : ""),
  )
}

/** Two buttons, for a script: which numbers the map shows. */
function choice({ words }: Stage): string {
  const { interactive } = words
  const button = (map: "average" | "alone", pressed: boolean): string =>
    element("button", { type: "button", "data-map": map, "aria-pressed": String(pressed) }, text(interactive[map]))
  return element(
    "div",
    { class: "choice scripted", role: "group", "aria-label": interactive.show, hidden: "" },
    button("average", true),
    button("alone", false),
  )
}

/** Which picture shows in a part that is chosen, over which, and what that is called. */
const hidden = { below: "given", above: "hidden", name: "cell" } as const
const cells = {
  alone: hidden,
  around: { below: "given", above: "hidden", name: "cell" },
  "shown-alone": { below: "hidden", above: "given", name: "cellShown" },
  average: hidden,
} as const satisfies Readonly<Record<EffectMeaning, object>>

/** What a script fills with the numbers of a part of the map, and the picture that the model was shown. */
function chosenCell(stage: Stage): string {
  const { view, words, explanation, pictures, ids } = stage
  const { interactive } = words
  const { width, height } = explanation.seen.size
  const noun = words.nouns[explanation.regions.layout.kind].one
  const { below, above, name } = cells[view.means]
  const picture =
    pictures?.given === undefined || pictures.hidden === undefined
      ? ""
      : element(
          "svg",
          { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": interactive.none, focusable: "false" },
          element("clipPath", { id: "gx-chosen" }, element("use", { href: "#gx-cell-0" })),
          element("use", { href: `#${ids[below]}` }),
          element("use", { href: `#${ids[above]}`, "clip-path": "url(#gx-chosen)", class: "covered" }),
        )
  return element(
    "div",
    {
      ...{
        class: "chosen scripted",
        id: "chosen",
        hidden: "",
        "data-name": nameOfCell(stage, interactive[name]),
      },
      "data-grid": interactive.grid,
    },
    element(
      "p",
      { class: "help" },
      text(fillIn(picture === "" ? interactive.help : interactive.helpPicture, { noun })),
    ),
    element("h3", {}),
    picture,
    element("dl", { class: "facts" }),
  )
}

/** `Without the square at {place}`, whose place a script fills in. */
function nameOfCell({ words, explanation }: Stage, template: string): string {
  return fillIn(template, { region: words.regions[explanation.regions.layout.kind] })
}

function ranking(stage: Stage): string {
  const { view, words, context } = stage
  const { labels } = words
  if (!movesTheAnswer(view)) return ""
  const columns = columnsOf(view).filter((name) => name === "effect" || name === "range" || name === "verdict")
  const { effects } = view
  const size = (region: number): number => Math.abs(effects[region]!) || 0
  const order = [...effects.keys()].sort((a, b) => size(b) - size(a) || a - b)
  const strongest = strongestRegion(view)
  const best = [strongest, ...order.filter((region) => region !== strongest)].slice(0, BEST)
  const head = [labels.columns.place, ...columns.map((name) => labels.columns[name])]
  const rows = best.map((region) => {
    const texts = cellTexts(stage, region)
    return element(
      "tr",
      {},
      element("th", { scope: "row" }, text(untied(placeOf(context, region)))),
      ...columns.map((name) => element("td", { "data-path": texts[name]?.path }, text(texts[name]?.text ?? ""))),
    )
  })
  return element(
    "table",
    { class: "ranking" },
    element(
      "caption",
      {},
      text(labels.ranking),
      element("small", {}, text(fillIn(labels.valuesNoteAlone, { unit: context.numbers.unit }))),
    ),
    element("thead", {}, element("tr", {}, ...head.map((name) => element("th", { scope: "col" }, text(name))))),
    element("tbody", {}, ...rows),
  )
}
