import { viewMeaning } from "../../reading/view.ts"
import { element, text } from "./element.ts"
import { section } from "./section.ts"
import type { Stage } from "./stage.ts"

/** The words that this report uses and does not explain elsewhere. */
export function glossarySection(stage: Stage): string {
  const { glossary } = stage.words
  const { view } = stage
  const { model, evidence } = view.record
  // Effects that are no change of one score.
  const average = view.baseline === undefined
  const entries = [
    glossary.model,
    model.scale === "logit" ? glossary.scoreLogit : glossary.score,
    glossary.hide,
    glossary.effect,
    ...(average ? [glossary.average] : []),
    ...(evidence === undefined || viewMeaning(view, "alone") === undefined ? [] : [glossary.alone]),
    ...(model.scale === "logit" ? [] : [glossary.point]),
    ...(evidence === undefined ? [] : [glossary.noise]),
    ...(view.low === undefined ? [] : [glossary.range]),
    ...(evidence?.faithfulness === undefined ? [] : [glossary.random]),
  ]
  const items = entries.map(([name, meaning]) =>
    element("div", {}, element("dt", {}, text(name)), element("dd", {}, text(meaning))),
  )
  return section(stage, "glossary", element("dl", { class: "glossary" }, ...items))
}
