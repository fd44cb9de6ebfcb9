import type { Explanation, FunctionScale } from "../explanation.ts"
import { scaleOf } from "../reading/scale-of.ts"
import { kindOf, namesOf } from "./context.ts"
import { english, type Words } from "./english.ts"
import { fillIn } from "./fill-in.ts"
import { formatEffect, formatScore } from "./format.ts"
import { withUnit } from "./numbers.ts"

/** How titles and lines name what is explained: a class, the lead of one class over another, or a score function. */
export interface TargetWords {
  /** In titles: `wolf`, `wolf rather than husky`. */
  readonly name: string
  /** Before a score: `wolf`, `the lead`, whose classes stand in the title. */
  readonly brief: string
  readonly scale: FunctionScale
  /** A score by itself: `62.1 %`, `logit 7.31`, `+35.2 points`. */
  readonly score: (score: number) => string
}

export function targetWords(
  { target, model }: Pick<Explanation, "target" | "model">,
  words: Words = english,
): TargetWords {
  const scale = scaleOf({ target, model })
  const kind = kindOf(target)
  const name = fillIn(words.names[kind], namesOf(target))
  if (kind !== "margin") return { name, brief: name, scale, score: (score) => scoreOf(score, scale, words) }
  const score = (lead: number): string => {
    return withUnit(formatEffect(lead, scale), { scale, words })
  }
  return { name, brief: words.shown.lead, scale, score }
}

/** `62.1 %`, `logit 7.31`, `0.890`, with the usual decimals. */
export function scoreOf(score: number, scale: FunctionScale, words: Words = english): string {
  const text = formatScore(score, scale).replace(" ", "\u00a0")
  return scale === "logit" ? fillIn(words.logitScore, { number: text }) : text
}
