import type { ScoreScale, Scores } from "../types.ts"
import { asProbabilities } from "./as-probabilities.ts"
import { spread } from "./spread.ts"
import type { WiringCheck } from "./wiring-record.ts"

/** How far probabilities may leave 0 to 1, and their sum 1. */
const tolerance = 1e-3

/** Under this share of what is possible, answers do not tell pictures apart. */
const leastSpread = 0.01

/**
 * How sure the inner softmax must be on average before two of them are suspected: a model that knows nothing answers flat, too, and two classes
 * do so often.
 */
function leastInner(columns: number): number {
  return columns === 2 ? 0.9 : 0.25 + 0.75 / columns
}

/** Whether answers differ from picture to picture at all. */
export function checkAnswers(scores: Scores, scale: ScoreScale): WiringCheck {
  const { rows, columns } = scores
  if (columns < 2 || rows < 8)
    return untold("answers", columns < 2 ? "one class alone cannot be judged by its spread" : tooFew(rows))
  const share = spread(asProbabilities(scores, scale)) / Math.log(Math.min(rows, columns))
  const percent = `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`
  return share < leastSpread
    ? flagged("answers", `${rows} different views get nearly the same answer (${percent} of the possible spread)`)
    : ok("answers", `different pictures get different answers (${percent} of the possible spread)`)
}

/** Whether the numbers are what the model says that they are, probabilities or logits. */
export function checkScale(scores: Scores, scale: ScoreScale): WiringCheck {
  const { columns, data } = scores
  const outside = data.find((score) => score < -tolerance || score > 1 + tolerance)
  if (scale === "probability") {
    if (outside === undefined) return ok("scale", "all scores lie from 0 to 1, as probabilities do")
    const sentence = `the scores are said to be probabilities, but one is ${outside.toPrecision(3)}: they are logits`
    return { ...flagged("scale", sentence), flag: "--scale logit" }
  }
  if (columns < 2 || outside !== undefined || !sums(scores).every((sum) => Math.abs(sum - 1) <= tolerance))
    return ok("scale", "the scores are no probabilities, and said to be logits")
  const sentence = "the scores are said to be logits, but lie from 0 to 1 and add up to 1: they are probabilities"
  return { ...flagged("scale", sentence), flag: "--scale probability" }
}

/**
 * Whether probabilities went through a second softmax. Those are all near 1 / classes, and their logarithms, moved so that they add up to 1,
 * are the probabilities before; a single softmax gives logarithms that reach far below 0 then.
 */
export function checkSoftmax(scores: Scores): WiringCheck {
  const { rows, columns } = scores
  if (columns < 2 || rows < 8) return untold("softmax", columns < 2 ? "there is one class only" : tooFew(rows))
  const sure: number[] = []
  for (const answer of rowsOf(scores)) {
    const inner = innerShares(answer)
    if (inner === undefined) return ok("softmax", "the scores did not go through a second softmax")
    sure.push(Math.max(...inner))
  }
  const mean = sure.reduce((sum, one) => sum + one, 0) / rows
  if (mean < leastInner(columns)) return untold("softmax", "the answers are too flat to tell one softmax from two")
  const most = (100 * Math.max(...rowsOf(scores).map((answer) => Math.max(...answer)))).toFixed(columns > 50 ? 2 : 0)
  return flagged(
    "softmax",
    `softmax was taken twice: no score is above ${most} %, and before the second one the best class had ${(100 * mean).toFixed(0)} % on average; leave one out when the model is exported`,
  )
}

/** What a softmax of probabilities had inside; undefined where that cannot be. */
function innerShares(answer: readonly number[]): readonly number[] | undefined {
  const logs = answer.map((score) => Math.log(score))
  const sum = logs.reduce((total, log) => total + log, 0)
  if (!Number.isFinite(sum)) return undefined
  const inner = logs.map((log) => log + (1 - sum) / logs.length)
  return inner.every((share) => share >= -1e-4) ? inner : undefined
}

function sums(scores: Scores): readonly number[] {
  return rowsOf(scores).map((answer) => answer.reduce((sum, score) => sum + score, 0))
}

function rowsOf({ rows, columns, data }: Scores): readonly (readonly number[])[] {
  return Array.from({ length: rows }, (_, row) => Array.from(data.subarray(row * columns, (row + 1) * columns)))
}

function tooFew(rows: number): string {
  return `${rows} views are too few, 8 are needed`
}

function ok(name: WiringCheck["name"], sentence: string): WiringCheck {
  return { name, state: "ok", sentence }
}

function flagged(name: WiringCheck["name"], sentence: string): WiringCheck {
  return { name, state: "flagged", sentence }
}

function untold(name: WiringCheck["name"], sentence: string): WiringCheck {
  return { name, state: "untold", sentence }
}
