import { fillOf, listOf } from "../../words/context.ts"
import { regionsWords } from "../../words/details.ts"
import { fillIn } from "../../words/fill-in.ts"
import { plainText } from "../../words/format.ts"
import { element, text } from "./element.ts"
import { isPhotoBesideMap, photoFigure } from "./photo-figure.ts"
import { facts, foldedSection } from "./section.ts"
import type { Stage } from "./stage.ts"

/** What was asked: model, picture, what is explained, how it was cut and hidden, and blanks for who asked and when. */
export function askedSection(stage: Stage): string {
  const { explanation, words, context } = stage
  const { facts: names } = words.labels
  const { model, picture, asked, fills: all } = explanation
  const fills = all.map((one) => fillOf(context, one))
  return foldedSection(
    stage,
    { name: "asked" },
    isPhotoBesideMap(stage) ? "" : photoFigure(stage),
    facts([
      [names.model, text(plainText(model.name) || names.noName), "model.name"],
      [names.classes, text(model.classes), "model.classes"],
      [names.scaleName, text(names[model.scale]), "model.scale"],
      [names.picture, text(plainText(picture.name ?? "") || names.noName), "picture.name"],
      [names.size, text(fillIn(names.pixels, { ...picture.size })), "picture.size"],
      [names.target, text(context.common.subject), "target"],
      [names.cut, text(regionsWords(explanation, words)), "regions.layout"],
      [names.fills, text(listOf(context, fills)), "fills"],
      [names.asked, text(asked), "asked"],
      [names.date, blank(names.date)],
      [names.person, blank(names.person)],
    ]),
  )
}

/** A line to be written on. */
function blank(name: string): string {
  return element("span", { class: "blank", role: "img", "aria-label": `${name}: ____` })
}
