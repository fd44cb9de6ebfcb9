import { badReply, checkScores, isProbability, type ScoreRules, scoreTolerance } from "../check-scores.ts"
import { GridExplainerError } from "../errors.ts"
import type { Scores } from "../types.ts"

/** What is known about the scores of a model that runs in a tensor runtime. */
export interface TensorScoreRules extends ScoreRules {
  /** Whether nobody has said that the scores are logits; numbers that look like probabilities are then refused. @default false */
  readonly scaleIsAssumed?: boolean
  /** Whether the scores of one picture add up to 1, as after a softmax. @default false */
  readonly sumsToOne?: boolean
}

/**
 * Throws unless a runtime's reply fits what the model declares. It checks what is checked for any scores, and what failed runs are known to return.
 *
 * @throws GridExplainerError `BAD_REPLY` for a wrong number of classes, for NaN or infinity, for a softmax that does not add up to 1, and for
 * probabilities of several classes that are all 0; `SCALE_CONFLICT` for numbers that cannot have the model's `scale`.
 *
 * @example
 * ```ts
 * import { checkTensorScores } from "gridexplainer"
 * const scores = { rows: 1, columns: 2, data: Float32Array.of(0.25, 0.75) }
 * checkTensorScores(scores, { name: "toy", scale: "probability", sumsToOne: true }) // => undefined
 * ```
 */
export function checkTensorScores(scores: Scores, rules: TensorScoreRules, firstRow: number = 0): void {
  const { name, scale, scaleIsAssumed = false, sumsToOne = false } = rules
  checkScores(scores, rules, firstRow)
  if (scale === "logit") {
    if (scaleIsAssumed && looksLikeProbabilities(scores))
      throw new GridExplainerError(
        "SCALE_CONFLICT",
        `nobody said what the scores of model "${name}" are, and they look like probabilities`,
        { nextStep: 'Pass scale: "probability", or scale: "logit" if they are not.' },
      )
    return
  }
  // A single class may well be 0: ONNX Runtime's sigmoid is, from -18 down.
  if (scores.columns > 1 && scores.data.length > 0 && scores.data.every((score) => score === 0))
    throw badReply(`model "${name}" answered 0 for every class, as runtimes do that failed without saying so`)
  const totals = sumsToOne ? sums(scores) : []
  const odd = totals.findIndex((total) => !isOne(total))
  if (odd >= 0)
    throw badReply(`model "${name}" must answer rows that add up to 1, got ${totals[odd]} for row ${firstRow + odd}`)
}

/** Several classes, every score from 0 to 1, every row adding up to 1. */
function looksLikeProbabilities(scores: Scores): boolean {
  return scores.columns > 1 && scores.rows > 0 && scores.data.every(isProbability) && sums(scores).every(isOne)
}

function isOne(total: number): boolean {
  return Math.abs(total - 1) <= scoreTolerance
}

function sums({ rows, columns, data }: Scores): number[] {
  return Array.from({ length: rows }, (_, row) => {
    let total = 0
    for (let i = row * columns; i < (row + 1) * columns; i++) total += data[i]!
    return total
  })
}
