import { fillIn } from "../../words/fill-in.ts"
import { plainText } from "../../words/format.ts"
import { titleOf } from "../../words/picture-words.ts"
import { element, text } from "./element.ts"
import { saidList, saidSentence } from "./said.ts"
import type { Stage } from "./stage.ts"

/** The answer in one sentence, and under it what it is about: label and score, model, program, and what the model must not be used for. */
export function pageHead(stage: Stage): string {
  const { said, words, explanation } = stage
  const [[first, ...next] = []] = said.headline
  const { caution } = explanation.model
  return element(
    "header",
    {},
    element("h1", {}, first === undefined ? text(titleOf(stage.view, words)) : saidSentence(first)),
    ...next.map((one) => element("p", { class: "next" }, saidSentence(one))),
    meta(stage),
    ...said.about.map((group) => element("p", { class: "about" }, group.map(saidSentence).join(" "))),
    caution === undefined
      ? ""
      : element("p", { class: "model-caution", "data-path": "model.caution" }, text(plainText(caution))),
    said.warning.length === 0
      ? ""
      : element(
          "div",
          { class: "warning" },
          element("b", {}, text(words.labels.warning)),
          saidList(said.warning, { class: "plain" }),
        ),
  )
}

function meta({ view, words, explanation }: Stage): string {
  const { model, versions } = explanation
  const parts = [
    element("b", { "data-path": "target.label target.score" }, text(titleOf(view, words))),
    element("span", { "data-path": "model.name" }, text(plainText(model.name) || words.labels.facts.noName)),
    element(
      "span",
      { "data-path": "versions.gridexplainer" },
      text(fillIn(words.page.writer, { version: plainText(versions.gridexplainer) })),
    ),
    element("a", { href: "#reading-inside" }, text(words.page.howTo)),
  ]
  return element("ul", { class: "meta" }, ...parts.map((part) => element("li", {}, part)))
}
