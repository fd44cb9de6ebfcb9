import type { Explanation, FunctionScale } from "./explanation.ts"
import type { ClassScore } from "./types.ts"

/**
 * Returns a check of whether the model's answer is still the same, for sets that keep or change it; undefined if the target is not the model's answer.
 *
 * - A class that is the model's top class: it is still the top class.
 * - A model with a single probability: it is still on the same side of one half.
 * - One class against another: it still leads, or still trails.
 *
 * @param untouched the best classes of the untouched picture, how many classes the model has, and the scale of the target's score
 */
export function keepsAnswer(
  target: Explanation["target"],
  untouched: {
    readonly top: readonly Pick<ClassScore, "index">[]
    readonly classes: number
    readonly scale: FunctionScale
  },
): ((said: { readonly score: number; readonly best: Pick<ClassScore, "index"> }) => boolean) | undefined {
  const { top, classes, scale } = untouched
  if (target.chosenBy === "function") return undefined
  if (target.chosenBy === "margin") return target.score === 0 ? undefined : ({ score }) => score * target.score > 0
  if (classes === 1) return scale === "logit" ? undefined : ({ score }) => score >= 0.5 === target.score >= 0.5
  return target.index === top[0]?.index ? ({ best }) => best.index === target.index : undefined
}
