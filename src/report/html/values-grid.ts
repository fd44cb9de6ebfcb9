import { fillIn } from "../../words/fill-in.ts"
import { cellTexts, columnsOf } from "./cell-texts.ts"
import { element, text } from "./element.ts"
import type { Stage } from "./stage.ts"

/** Wider grids have their values only in the list. */
const MOST_COLUMNS = 12

/** Every value at the place of its square: a table with the names of rows and columns. "" for regions without rows. */
export function valuesGrid(stage: Stage): string {
  const { view, explanation, words, context } = stage
  const { layout } = explanation.regions
  if (layout.kind === "mask" || layout.columns > MOST_COLUMNS) return ""
  const { labels } = words
  const unit = context.numbers.unit
  const note = columnsOf(view).includes("range") ? labels.valuesNote : labels.valuesNoteAlone
  const head = Array.from({ length: layout.columns }, (_, column) =>
    element("th", { scope: "col" }, text(fillIn(labels.column, { column: column + 1 }))),
  )
  const rows = Array.from({ length: layout.rows }, (_, row) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, text(fillIn(labels.row, { row: row + 1 }))),
      ...Array.from({ length: layout.columns }, (_, column) => valueCell(stage, row * layout.columns + column)),
    ),
  )
  const corner = element("td", {}, element("span", { class: "spoken" }, text(labels.corner)))
  return scrolling(
    labels.values,
    element(
      "table",
      { class: "values" },
      element("caption", {}, text(labels.values), element("small", {}, text(fillIn(note, { unit })))),
      element("thead", {}, element("tr", {}, corner, ...head)),
      element("tbody", {}, ...rows),
    ),
  )
}

function valueCell(stage: Stage, region: number): string {
  const columns = columnsOf(stage.view)
  const { effect, range, alone, verdict } = cellTexts(stage, region)
  const small = (name: "range" | "alone", one: typeof range): string =>
    columns.includes(name) && one !== undefined ? element("small", { "data-path": one.path }, text(one.text)) : ""
  const quiet =
    verdict !== undefined && [stage.words.verdicts.none, stage.words.verdicts.depends].includes(verdict.text)
  return element(
    "td",
    { class: quiet ? "quiet" : undefined },
    element("b", { "data-path": effect.path }, text(effect.text)),
    small("range", range),
    small("alone", alone),
  )
}

/** A table that is wider than a phone scrolls inside its frame, by touch and by keys. */
export function scrolling(name: string, table: string): string {
  return element("div", { class: "scroll", role: "region", tabindex: 0, "aria-label": name }, table)
}
