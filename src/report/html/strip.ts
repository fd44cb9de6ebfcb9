import type { RegionId } from "../../types.ts"
import { fillIn } from "../../words/fill-in.ts"
import { element, text } from "./element.ts"
import { hasShownPictures, hiddenPicture } from "./hidden-picture.ts"
import { saidSentence } from "./said.ts"
import type { Stage } from "./stage.ts"

/** The strongest regions hidden one after another: a row of small pictures, with what the model said of each. "" if that was not asked. */
export function stripFigures(stage: Stage): string {
  const { said, explanation, words, context } = stage
  const { strip } = explanation.evidence ?? {}
  if (strip === undefined || said.strip.length === 0) return ""
  const title = fillIn(words.page.strip, context.common)
  const steps = [0, ...strip.hidden].map((count, i) => step(stage, i, strip.regions.slice(0, count)))
  return element(
    "div",
    { class: "strip" },
    element("h3", { id: "h-strip" }, text(title)),
    element("ol", { "aria-labelledby": "h-strip", class: hasShownPictures(stage) ? "pictured" : undefined }, ...steps),
  )
}

function step(stage: Stage, i: number, regions: readonly RegionId[]): string {
  const [sentence] = stage.said.strip[i]!
  const hidden = new Set(regions)
  const isHidden = (region: RegionId): boolean => hidden.has(region)
  const picture = hasShownPictures(stage)
    ? hiddenPicture(stage, { id: `gx-strip-${i}`, isHidden, isLined: isHidden, name: sentence!.text })
    : ""
  return element("li", { class: changes(stage, i) ? "changed" : undefined }, picture, saidSentence(sentence!))
}

/** Whether the answer of a step differs from the original one. */
function changes({ explanation }: Stage, i: number): boolean {
  const answer = i === 0 ? undefined : explanation.evidence?.strip?.said[i - 1]?.answer
  return answer !== undefined && answer.index !== explanation.top[0]?.index
}
