import { GridExplainerError } from "../errors.ts"
import type { ScoreScale, Scores } from "../types.ts"

/** What is known about a model's scores before it answers. */
export interface ScoreRules {
  /** The model's name, for messages. */
  readonly name: string
  readonly labels?: readonly string[]
  readonly scale: ScoreScale
  /** Nobody has said that the scores are logits, so that numbers which look like probabilities are refused. @default false */
  readonly scaleIsAssumed?: boolean
  /** The scores of one picture add up to 1, as after a softmax. @default false */
  readonly sumsToOne?: boolean
}

/** How far probabilities may leave 0 to 1, and their sum 1: room for models that compute in 16 bits. */
const tolerance = 1e-3

/**
 * Throws unless a model's reply can be what it is said to be. `firstRow` is the row's number in messages where the reply is a part.
 *
 * @throws GridExplainerError: BAD_REPLY for a wrong number of classes, for NaN or infinity, for a softmax that does not add up
 * to 1, and for probabilities of several classes that are all 0; SCALE_CONFLICT for numbers that cannot have the model's `scale`.
 *
 * @example
 * ```ts
 * import { checkScores } from "gridexplainer/onnx"
 * const scores = { rows: 1, columns: 2, data: Float32Array.of(0.25, 0.75) }
 * checkScores(scores, { name: "toy", scale: "probability", sumsToOne: true }) // => undefined
 * ```
 */
export function checkScores(scores: Scores, rules: ScoreRules, firstRow: number = 0): void {
  const { columns, data } = scores
  const { name, labels, scale, scaleIsAssumed = false, sumsToOne = false } = rules
  const place = (i: number) => {
    const label = labels?.[i % columns]
    return `row ${firstRow + Math.floor(i / columns)}, class ${i % columns}${label === undefined ? "" : ` (${label})`}`
  }
  if (labels !== undefined && labels.length !== columns) {
    throw badReply(`model "${name}" must answer ${labels.length} classes, one a label, got ${columns}`)
  }
  const broken = data.findIndex((score) => !Number.isFinite(score))
  if (broken >= 0) throw badReply(`model "${name}" must answer finite scores, got ${data[broken]} for ${place(broken)}`)
  if (scale === "logit") {
    if (scaleIsAssumed && looksLikeProbabilities(scores)) {
      throw conflict(
        `nobody said what the scores of model "${name}" are, and they look like probabilities`,
        'Pass scale: "probability", or scale: "logit" if they are not.',
      )
    }
    return
  }
  const outside = data.findIndex((score) => !isProbability(score))
  if (outside >= 0) {
    throw conflict(
      `model "${name}" must answer probabilities, from 0 to 1, got ${data[outside]} for ${place(outside)}`,
      sumsToOne ? "Run it on another runtime." : 'Pass scale: "logit" if its scores are no probabilities.',
    )
  }
  // One class alone may well be 0: ONNX Runtime's sigmoid is, from -18 down.
  if (columns > 1 && data.length > 0 && data.every((score) => score === 0)) {
    throw badReply(`model "${name}" answered 0 for every class, as runtimes do that failed without saying so`)
  }
  const sum = sumsToOne ? sums(scores).findIndex((total) => Math.abs(total - 1) > tolerance) : -1
  if (sum >= 0) {
    throw badReply(
      `model "${name}" must answer rows that add up to 1, got ${sums(scores)[sum]} for row ${firstRow + sum}`,
    )
  }
}

/** Several classes, every score from 0 to 1, every row adding up to 1. */
function looksLikeProbabilities(scores: Scores): boolean {
  return (
    scores.columns > 1 &&
    scores.rows > 0 &&
    scores.data.every(isProbability) &&
    sums(scores).every((total) => Math.abs(total - 1) <= tolerance)
  )
}

function isProbability(score: number): boolean {
  return score >= -tolerance && score <= 1 + tolerance
}

function sums({ rows, columns, data }: Scores): number[] {
  const totals = new Array<number>(rows).fill(0)
  data.forEach((score, i) => {
    totals[Math.floor(i / columns)]! += score
  })
  return totals
}

function badReply(problem: string): GridExplainerError {
  return new GridExplainerError("BAD_REPLY", problem)
}

function conflict(problem: string, nextStep: string): GridExplainerError {
  return new GridExplainerError("SCALE_CONFLICT", problem, { nextStep })
}
