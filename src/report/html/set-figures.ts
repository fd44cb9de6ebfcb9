import type { SetName } from "../../reading/facts/set-facts.ts"
import { element } from "./element.ts"
import { hasShownPictures, hiddenPicture } from "./hidden-picture.ts"
import { saidSentence } from "./said.ts"
import type { Stage } from "./stage.ts"

/** With only the regions shown that keep the answer, and without those that it needs: the very pictures that the model was shown, or the words alone. */
export function setFigures(stage: Stage): string {
  const figures = [setFigure(stage, "enough"), setFigure(stage, "needed")].join("")
  return figures === "" ? "" : element("div", { class: "sets" }, figures)
}

function setFigure(stage: Stage, name: SetName): string {
  const { said, explanation } = stage
  const [[first, ...remarks] = []] = said[name]
  if (first === undefined) return ""
  const words = saidSentence(first)
  const more = remarks.map((one) => element("small", {}, saidSentence(one))).join(" ")
  const regions = new Set(explanation.evidence?.sets?.[name]?.regions)
  const isPictured = regions.size > 0 && regions.size < explanation.regions.boxes.length && hasShownPictures(stage)
  if (!isPictured) return element("p", {}, words, " ", more)
  const picture = hiddenPicture(stage, {
    id: `gx-${name}`,
    isHidden: (region) => regions.has(region) === (name === "needed"),
    isLined: (region) => regions.has(region),
    name: first.text,
  })
  return element("figure", {}, picture, element("figcaption", {}, words, " ", more))
}
