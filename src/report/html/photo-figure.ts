import { seesAll } from "../../words/details.ts"
import { element, text } from "./element.ts"
import { pictureDrawing } from "./map-figure.ts"
import { hasSetPictures } from "./set-figures.ts"
import type { Stage } from "./stage.ts"

/** Whether the picture in its colours is beside the map: it is if no picture with something hidden is there. */
export function isPhotoBesideMap(stage: Stage): boolean {
  return stage.pictures !== undefined && !hasSetPictures(stage) && stage.said.strip.length === 0
}

/** The picture itself, in its colours; or that it was left out. */
export function photoFigure(stage: Stage): string {
  const { pictures, explanation, words } = stage
  const { labels } = words
  if (pictures === undefined) return element("p", {}, text(labels.pictureRedacted))
  const caption = seesAll(explanation) ? labels.picture : labels.pictureCut
  return element("figure", { class: "picture" }, pictureDrawing(stage), element("figcaption", {}, text(caption)))
}
