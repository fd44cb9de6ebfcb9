import type { Explanation } from "../../explanation.ts"
import type { ClassScore } from "../../types.ts"
import { english } from "../../words/english.ts"
import { fillIn } from "../../words/fill-in.ts"
import { labelOf } from "../../words/label-of.ts"
import { scoreOf } from "../../words/target-words.ts"
import type { Theme } from "../color/themes.ts"
import { text } from "./blocks.ts"
import type { Rect } from "./geometry.ts"
import { corners } from "./marks.ts"
import type { EmbeddedPicture } from "./sketch.ts"
import { fitLine } from "./text-metrics.ts"
import { tag } from "./xml.ts"

/** The least width of words, however narrow their picture is. */
export const leastColumn = 230

/** The heading above a picture that the model was shown. */
export function stateHeading(words: string, panel: Rect, { quiet }: Theme): string {
  const line = fitLine(words, 15, Math.max(panel.width, leastColumn))
  return text(line, { left: panel.left, base: panel.top - 12, size: 15, fill: quiet })
}

/** A picture that the model was shown. */
export function statePicture({ href }: EmbeddedPicture, panel: Rect, id: string): string {
  return tag("image", { class: id, ...corners(panel), preserveAspectRatio: "none", href })
}

/** The score under a picture, and below it the answer that the model then gave. */
export function answerLines(
  [score, answer]: readonly [string, string],
  {
    left,
    top,
    room,
    theme,
  }: { readonly left: number; readonly top: number; readonly room: number; readonly theme: Theme },
): readonly string[] {
  return [
    text(fitLine(score, 20, room), { left, base: top + 20, size: 20, fill: theme.ink }),
    text(fitLine(answer, 14, room), { left, base: top + 44, size: 14, fill: theme.quiet }),
  ]
}

/** Says whether the top class is the explained one, and if not, which it is. */
export function firstAnswer(first: ClassScore | undefined, { target, model }: Explanation): string {
  const { shown } = english
  if (first === undefined) return ""
  if (first.index === target.index && target.chosenBy !== "margin") return shown.first
  return fillIn(shown.firstOther, { label: labelOf(first), score: scoreOf(first.score, model.scale) })
}
