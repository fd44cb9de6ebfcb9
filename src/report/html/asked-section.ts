import { fillIn } from "../../words/fill-in.ts"
import { plainText } from "../../words/format.ts"
import { labelOf } from "../../words/label-of.ts"
import { fillOf, listOf } from "../../words/sentences/sentence.ts"
import { element, text } from "./element.ts"
import { facts, section } from "./section.ts"
import type { Stage } from "./stage.ts"

/** What was asked: model, picture, what is explained, how it was cut and hidden, and blanks for who asked and when. */
export function askedSection(stage: Stage): string {
  const { explanation, words, context } = stage
  const { facts: names } = words.labels
  const { model, picture, target, asked, fills: all } = explanation
  const other = target.chosenBy === "margin" ? labelOf(target.against) : ""
  const kind = target.chosenBy === "margin" || target.chosenBy === "function" ? target.chosenBy : "class"
  const subject = fillIn(words.subjects[kind], { label: labelOf(target), other })
  const fills = all.map((one) => fillOf(context, one))
  return section(
    stage,
    "asked",
    facts([
      [names.model, text(plainText(model.name) || names.noName), "model.name"],
      [names.classes, text(model.classes), "model.classes"],
      [names.scaleName, text(names[model.scale]), "model.scale"],
      [names.picture, text(plainText(picture.name ?? "") || names.noName), "picture.name"],
      [names.size, text(fillIn(names.pixels, { ...picture.size })), "picture.size"],
      [names.target, text(subject), "target"],
      [names.cut, text(cutWords(stage)), "regions.layout"],
      [names.fills, text(listOf(context, fills)), "fills"],
      [names.asked, text(asked), "asked"],
      [names.date, blank(names.date)],
      [names.person, blank(names.person)],
    ]),
  )
}

function cutWords({ explanation, words }: Stage): string {
  const { layout, boxes } = explanation.regions
  const { facts: names } = words.labels
  if (layout.kind === "grid") return fillIn(names.grid, { rows: layout.rows, columns: layout.columns })
  if (layout.kind === "window") return fillIn(names.windows, { count: boxes.length, ...layout.window })
  return fillIn(names.regions, { count: boxes.length })
}

/** A line to be written on. */
function blank(name: string): string {
  return element("span", { class: "blank", role: "img", "aria-label": `${name}: ____` })
}
