import { viewMeaning } from "../../reading/view.ts"
import { element, text } from "./element.ts"
import { saidList } from "./said.ts"
import { foldedSection } from "./section.ts"
import type { Stage } from "./stage.ts"

/** How to read a report: what it does not show, and the words that it does not explain elsewhere. */
export function readingSection(stage: Stage): string {
  const { words, said } = stage
  return foldedSection(
    stage,
    { name: "reading" },
    element("h3", {}, text(words.page.limits)),
    saidList(said.reading),
    element("h3", {}, text(words.page.glossary)),
    glossary(stage),
  )
}

function glossary({ words, view }: Stage): string {
  const { glossary: names } = words
  const { model, evidence } = view.record
  const isLogit = model.scale === "logit"
  const entries = [
    names.model,
    isLogit ? names.scoreLogit : names.score,
    names.hide,
    names.effect,
    ...(view.means === "average" ? [names.average] : []),
    ...(view.means === "around" ? [names.around] : []),
    ...(evidence === undefined || viewMeaning(view, "alone") === undefined ? [] : [names.alone]),
    ...(isLogit ? [] : [names.point]),
    ...(evidence === undefined ? [] : [names.noise]),
    ...(view.low === undefined ? [] : [names.range]),
    ...(evidence?.faithfulness === undefined ? [] : [names.random]),
  ]
  const items = entries.map(([name, meaning]) =>
    element("div", {}, element("dt", {}, text(name)), element("dd", {}, text(meaning))),
  )
  return element("dl", { class: "glossary" }, ...items)
}
