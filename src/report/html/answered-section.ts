import { tag } from "../../render/draw/xml.ts"
import { labelOf } from "../../words/label-of.ts"
import { element, text } from "./element.ts"
import { drawing } from "./map-figure.ts"
import { saidList } from "./said.ts"
import { foldedSection } from "./section.ts"
import type { Stage } from "./stage.ts"

/** What the model answered for the untouched picture. */
export function answeredSection(stage: Stage): string {
  const { explanation, words, context, said } = stage
  const { labels } = words
  const { top, model } = explanation
  const most = Math.max(...top.map(({ score }) => score))
  const rows = top.map((answer, i) =>
    element(
      "tr",
      {},
      element("td", {}, text(i + 1)),
      element("th", { scope: "row", "data-path": `top[${i}].label` }, text(labelOf(answer))),
      element("td", { "data-path": `top[${i}].score` }, text(context.numbers.classScore(answer.score, "exact"))),
      model.scale === "probability"
        ? element("td", { class: "bar", "aria-hidden": "true" }, bar(answer.score / most))
        : "",
    ),
  )
  const head = [labels.rank, labels.answer, labels.score].map((name) => element("th", { scope: "col" }, text(name)))
  const extra = model.scale === "probability" ? element("td", { "aria-hidden": "true" }) : ""
  const table = element(
    "table",
    { class: "top" },
    element("caption", {}, text(labels.topFive)),
    element("thead", {}, element("tr", {}, ...head, extra)),
    element("tbody", {}, ...rows),
  )
  const both = element("div", { class: "two" }, saidList(said.answered), top.length === 0 ? "" : table)
  return foldedSection(stage, { name: "answered" }, both)
}

function bar(share: number): string {
  const width = Math.max(0, Math.min(1, share)) * 100
  return drawing({ width: 100, height: 10 }, { preserveAspectRatio: "none" }, tag("rect", { width, height: 10 }))
}
