import { scoreTolerance } from "../../check-scores.ts"
import type { Said } from "../../evidence-record.ts"
import type { Explanation } from "../../explanation.ts"
import { isNear, shown } from "./law.ts"
import { isWithin, scoreRange } from "./score-range.ts"

/** What is wrong with the score of the target in a picture whose top class is known; undefined if the two are compatible. */
export function saidProblem({ target, model }: Explanation, { score, answer }: Said): string | undefined {
  if (!isWithin(score, scoreRange(target, model))) return `a score of ${shown(score)} is not possible`
  if (target.chosenBy === "function") return undefined
  const first = `"${answer.label}" comes first with ${shown(answer.score)}`
  if (target.chosenBy === "margin") {
    const isFirst = answer.index === target.index
    const isSecond = answer.index === target.against.index
    const isAgainst = (isFirst && score < -scoreTolerance) || (isSecond && score > scoreTolerance)
    return isAgainst ? `the lead is ${shown(score)}, but ${first}` : undefined
  }
  if (answer.index === target.index)
    return isNear(score, answer.score, target.score) ? undefined : `the score is ${shown(score)}, but ${first}`
  const isHigher = score > answer.score && !isNear(score, answer.score, target.score)
  return isHigher ? `"${target.label}" has ${shown(score)}, but ${first}` : undefined
}
