import { seesAll } from "../../words/details.ts"
import { element, text } from "./element.ts"
import { legend, mapAgain, pictureDrawing } from "./map-figure.ts"
import { saidList, saidSentence } from "./said.ts"
import { section } from "./section.ts"
import type { Stage } from "./stage.ts"

/** The first screen: the picture, the map, what was found, and what must be kept in mind. */
export function summarySection(stage: Stage): string {
  const { said, words } = stage
  const { labels } = words
  const notice = (kind: "warning" | "caution"): readonly string[] =>
    said[kind].map((group) =>
      element("p", { class: kind }, element("b", {}, `${text(labels[kind])}: `), group.map(saidSentence).join(" ")),
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
    ...notice("warning"),
    ...notice("caution"),
    element(
      "div",
      { class: "first" },
      element(
        "figure",
        { class: "picture" },
        stage.pictures === undefined ? "" : pictureDrawing(stage),
        element("figcaption", {}, text(pictureCaption(stage))),
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

function pictureCaption({ pictures, explanation, words: { labels } }: Stage): string {
  if (pictures === undefined) return labels.pictureRedacted
  return seesAll(explanation) ? labels.picture : labels.pictureCut
}

/** `Effect on average, in points`. */
export function mapCaption({ view, words, context }: Pick<Stage, "view" | "words" | "context">): string {
  const { labels } = words
  const caption = {
    average: labels.mapAverage,
    alone: labels.mapAlone,
    "shown-alone": labels.mapShown,
  }[view.means]
  return caption.replace("{unit}", context.numbers.unit)
}
