import { scoreTolerance } from "../../check-scores.ts"
import type { Explanation } from "../../explanation.ts"
import { shown } from "./law.ts"

/** The least and the most that a score can be. */
export interface Range {
  readonly least: number
  readonly most: number
}

const probabilities: Range = { least: -scoreTolerance, most: 1 + scoreTolerance }
const differences: Range = { least: -1 - 2 * scoreTolerance, most: 1 + 2 * scoreTolerance }

/** What the score of a target can be; undefined where it has no bounds: logits, and numbers in a unit of their own. */
export function scoreRange(target: Explanation["target"], { scale }: Explanation["model"]): Range | undefined {
  if (target.chosenBy === "function") return target.scale === "probability" ? probabilities : undefined
  if (scale !== "probability") return undefined
  return target.chosenBy === "margin" ? differences : probabilities
}

/** Whether a score can be; all can where there is no range. */
export function isWithin(score: number, range: Range | undefined): boolean {
  return range === undefined || (score >= range.least && score <= range.most)
}

/** What is wrong with a score that is not within its range. */
export function impossibleScore(score: number): string {
  return `on its scale a score of ${shown(score)} cannot be`
}

/** What is wrong with an effect that takes the score out of its range. */
export function impossibleEffect(effect: number): string {
  return `an effect of ${shown(effect)} takes the score where no score can be`
}
