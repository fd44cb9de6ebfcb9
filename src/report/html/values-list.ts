import { placeOf } from "../../words/context.ts"
import { fillIn, untied } from "../../words/fill-in.ts"
import type { RegionText } from "../../words/region-texts.ts"
import { type ColumnName, cellTexts, columnsOf } from "./cell-texts.ts"
import { element, text } from "./element.ts"
import type { Stage } from "./stage.ts"
import { scrolling } from "./values-grid.ts"

/** Every value, one region per row. A script reads it to describe the square that is pointed at, and sorts it. */
export function valuesList(stage: Stage): string {
  const { view, words, context } = stage
  const { labels } = words
  const columns = columnsOf(view)
  const head = ["place" as const, ...columns].map((name) =>
    element("th", { scope: "col", "data-column": name }, text(headOf(stage, name))),
  )
  const sorting = element("span", { class: "scripted", hidden: "" }, text(words.interactive.sort))
  const rows = view.effects.map((_, region) => {
    const texts = cellTexts(stage, region)
    return element(
      "tr",
      { "data-region": region },
      element("th", { scope: "row" }, text(untied(placeOf(context, region)))),
      ...columns.map((name) => cell(texts[name])),
    )
  })
  return element(
    "details",
    { class: "list", id: "list" },
    element("summary", {}, text(labels.list)),
    scrolling(
      labels.list,
      element(
        "table",
        {},
        element(
          "caption",
          {},
          element("small", {}, text(fillIn(labels.valuesNoteAlone, { unit: context.numbers.unit })), " ", sorting),
        ),
        element("thead", {}, element("tr", {}, ...head)),
        element("tbody", {}, ...rows),
      ),
    ),
  )
}

function headOf({ words, explanation, view }: Stage, name: ColumnName | "place"): string {
  if (name === "answerAlone" && view.means === "around") return words.page.answerThen
  return fillIn(words.labels.columns[name], {
    count: explanation.fills.length,
  })
}

function cell(one: RegionText | undefined): string {
  const { text: words = "", path, value } = one ?? {}
  return element("td", { "data-path": path, "data-value": value }, text(words))
}
