import type { Explanation, FunctionScale } from "../explanation.ts"
import { scaleOf } from "../reading/scale-of.ts"
import { effectUnit, formatEffect, formatScore } from "./format.ts"
import { labelOf } from "./label-of.ts"

/** How what is explained is spoken of: a class, the lead of one class over another, or a score function. */
export interface TargetWords {
  /** In titles: `wolf`, `wolf rather than husky`. */
  readonly name: string
  /** What rises and falls: `wolf`, `the lead of wolf over husky`. */
  readonly subject: string
  /** Its short name. */
  readonly quantity: "score" | "lead"
  /** What a plus does: `supports wolf`, `supports wolf over husky`. */
  readonly plus: string
  /** What a minus does: `speaks against it`, `supports husky over wolf`. */
  readonly minus: string
  readonly scale: FunctionScale
  /** A score by itself: `62.1 %`, `+35.2 points`. */
  readonly score: (score: number) => string
  /** A score in `from ... to ...`: `62.1 %`, `35.2`. */
  readonly amount: (score: number) => string
  /** The unit after such words, with a space in front, where they need one: ` points`. */
  readonly unit: string
}

export function targetWords(explanation: Pick<Explanation, "target" | "model">): TargetWords {
  const { target } = explanation
  const scale = scaleOf(explanation)
  const label = labelOf(target)
  if (target.chosenBy !== "margin") {
    const amount = (score: number): string => formatScore(score, scale)
    const unit = scale === "logit" ? ` ${effectUnit(scale)}` : ""
    const words = { name: label, subject: label, quantity: "score", plus: `supports ${label}` } as const
    return { ...words, minus: "speaks against it", scale, score: amount, amount, unit }
  }
  const other = labelOf(target.against)
  const unit = ` ${effectUnit(scale)}`
  return {
    name: `${label} rather than ${other}`,
    subject: `the lead of ${label} over ${other}`,
    quantity: "lead",
    plus: `supports ${label} over ${other}`,
    minus: `supports ${other} over ${label}`,
    scale,
    score: (score) => `${formatEffect(score, scale)}${unit}`,
    amount: (score) => formatEffect(score, scale).replace("+", ""),
    unit,
  }
}
