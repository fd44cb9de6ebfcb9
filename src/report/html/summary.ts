import { element, text } from "./element.ts"
import { legend, mapAgain, pictureDrawing } from "./map-figure.ts"
import { saidList, saidSentence } from "./said.ts"
import { section } from "./section.ts"
import type { Stage } from "./stage.ts"

/** The first screen: the picture, the map, what was found, and what must be kept in mind. */
export function summarySection(stage: Stage): string {
  const { said, words } = stage
  const { labels } = words
  const warning =
    said.warning.length === 0
      ? ""
      : element(
          "p",
          { class: "warning" },
          element("b", {}, `${text(labels.warning)}: `),
          ...said.warning.flat().map(saidSentence),
        )
  const limits = element(
    "aside",
    { class: "limits", "aria-label": labels.limits },
    element("h3", {}, text(labels.limits)),
    saidList(said.limits),
  )
  return section(
    stage,
    "summary",
    warning,
    element(
      "div",
      { class: "first" },
      element(
        "figure",
        { class: "picture" },
        stage.pictures === undefined ? "" : pictureDrawing(stage),
        element("figcaption", {}, text(stage.pictures === undefined ? labels.pictureRedacted : labels.picture)),
      ),
      element(
        "figure",
        { class: "first-map" },
        mapAgain(stage, stage.ids.map),
        element("figcaption", {}, text(mapCaption(stage))),
        legend(stage),
      ),
      element("div", { class: "words" }, saidList(said.summary)),
      limits,
    ),
  )
}

/** `Effect on average, in points`. */
export function mapCaption({ explanation, words, context }: Pick<Stage, "explanation" | "words" | "context">): string {
  const { labels } = words
  const caption = {
    "random-masks": labels.mapAverage,
    "one-at-a-time": labels.mapAlone,
    "all-but-one": labels.mapShown,
  }[explanation.design]
  return caption.replace("{unit}", context.numbers.unit)
}
