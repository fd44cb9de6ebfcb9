import type { SetName } from "../../reading/facts/set-facts.ts"
import { element } from "./element.ts"
import { hasShownPictures, hiddenPicture } from "./hidden-picture.ts"
import { saidSentence } from "./said.ts"
import type { Stage } from "./stage.ts"

const names = ["enough", "needed"] as const satisfies readonly SetName[]

/** The picture with only the regions that keep the answer, and the one without those that it needs: exactly as shown to the model, or in words only. */
export function setFigures(stage: Stage): string {
  const figures = names.map((name) => setFigure(stage, name)).join("")
  return figures === "" ? "" : element("div", { class: "sets" }, figures)
}

/** Whether any set is shown as a picture. */
export function hasSetPictures(stage: Stage): boolean {
  return names.some((name) => isPictured(stage, name))
}

/** A picture of nothing or of everything would show nothing. */
function isPictured(stage: Stage, name: SetName): boolean {
  const { evidence, regions } = stage.explanation
  const count = evidence?.sets?.[name]?.regions.length ?? 0
  return stage.said[name].length > 0 && count > 0 && count < regions.boxes.length && hasShownPictures(stage)
}

function setFigure(stage: Stage, name: SetName): string {
  const [[first, ...remarks] = []] = stage.said[name]
  if (first === undefined) return ""
  const words = saidSentence(first)
  const more = remarks.map((one) => element("small", {}, saidSentence(one))).join(" ")
  if (!isPictured(stage, name)) return element("p", {}, words, " ", more)
  const regions = new Set(stage.explanation.evidence?.sets?.[name]?.regions)
  const picture = hiddenPicture(stage, {
    id: `gx-${name}`,
    isHidden: (region) => regions.has(region) === (name === "needed"),
    isLined: (region) => regions.has(region),
    name: first.text,
  })
  return element("figure", {}, picture, element("figcaption", {}, words, " ", more))
}
