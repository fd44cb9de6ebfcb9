import type { TargetAnswer } from "../../asking/ask.ts"
import type { Run, RunTarget } from "../../asking/open-run.ts"

/**
 * Says when the model's answer is still the same, for sets that keep or change it; undefined where the target is not the model's answer, so that such sets say nothing.
 *
 * - A class that the model names first: it is still named first.
 * - A model of one probability: it is still on the same side of one half.
 * - One class against another: it still leads, or still trails.
 */
export function keepsAnswer(
  { record: target, scale }: Pick<RunTarget, "record" | "scale">,
  { top, classes }: Pick<Run, "top" | "classes">,
): ((answer: TargetAnswer) => boolean) | undefined {
  if (target.chosenBy === "function") return undefined
  if (target.chosenBy === "margin") return target.score === 0 ? undefined : ({ score }) => score * target.score > 0
  if (classes === 1) return scale === "logit" ? undefined : ({ score }) => score >= 0.5 === target.score >= 0.5
  return target.index === top[0]?.index ? ({ best }) => best.index === target.index : undefined
}
