import { scoreTolerance } from "../../check-scores.ts"
import type { Explanation } from "../../explanation.ts"
import { shown } from "./law.ts"

/** The smallest and the largest value that a score can have. */
export interface Range {
  readonly least: number
  readonly most: number
}

const probabilities: Range = { least: -scoreTolerance, most: 1 + scoreTolerance }
const differences: Range = { least: -1 - 2 * scoreTolerance, most: 1 + 2 * scoreTolerance }

/** The range of a target's score; undefined if it has no bounds, like logits and numbers in their own unit. */
export function scoreRange(target: Explanation["target"], { scale }: Explanation["model"]): Range | undefined {
  if (target.chosenBy === "function") return target.scale === "probability" ? probabilities : undefined
  if (scale !== "probability") return undefined
  return target.chosenBy === "margin" ? differences : probabilities
}

/** Whether a score is possible; without a range, every score is. */
export function isWithin(score: number, range: Range | undefined): boolean {
  return range === undefined || (score >= range.least && score <= range.most)
}

/** What is wrong with a score that is not within its range. */
export function impossibleScore(score: number): string {
  return `on its scale a score of ${shown(score)} is not possible`
}

/** What is wrong with an effect that takes the score out of its range. */
export function impossibleEffect(effect: number): string {
  return `an effect of ${shown(effect)} takes the score where no score can be`
}
