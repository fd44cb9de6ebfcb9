import { movesTheAnswer, strongestRegion } from "../../reading/strongest-region.ts"
import { placeOf } from "../../words/context.ts"
import { fillIn, untied } from "../../words/fill-in.ts"
import { cellTexts, columnsOf } from "./cell-texts.ts"
import { element, text } from "./element.ts"
import { saidList } from "./said.ts"
import { foldedSection } from "./section.ts"
import type { Stage } from "./stage.ts"

/** Rows of the ranking. */
const BEST = 10

/** Which areas mattered: what is said of the map, and the largest effects; open if a phone has no room for numbers on the map. */
export function matteredSection(stage: Stage): string {
  return foldedSection(
    stage,
    { name: "mattered", open: stage.numbers !== "everywhere" },
    element("div", { class: "two" }, saidList(stage.said.mattered), ranking(stage)),
  )
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
