import type { ScoreScale, Scores } from "../types.ts"
import { asProbabilities } from "./as-probabilities.ts"
import { spread } from "./spread.ts"
import type { WiringCheck, WiringFinding } from "./wiring-record.ts"

/** How far probabilities may lie outside 0 to 1, and their sum from 1. */
const tolerance = 1e-3

const leastViews = 8

/** Answers whose spread is below this share of the largest possible one do not tell pictures apart. */
const leastSpread = 0.01

/**
 * How sure the inner softmax must be on average before a second one is suspected: a model that knows nothing also answers evenly, and with two
 * classes this is common.
 */
function leastInner(columns: number): number {
  return columns === 2 ? 0.9 : 0.25 + 0.75 / columns
}

/** Whether answers differ from picture to picture at all. */
export function checkAnswers(scores: Scores, scale: ScoreScale): WiringCheck {
  const { rows, columns } = scores
  if (columns < 2 || rows < leastViews) return untold("answers", columns < 2 ? { kind: "one-class" } : tooFew(rows))
  const share = spread(asProbabilities(scores, scale)) / Math.log(Math.min(rows, columns))
  return {
    name: "answers",
    state: share < leastSpread ? "flagged" : "ok",
    finding: { kind: "spread", views: rows, share },
  }
}

/** Whether the numbers are what the model declares, probabilities or logits. */
export function checkScale(scores: Scores, scale: ScoreScale): WiringCheck {
  const { columns, data } = scores
  const outside = data.find((score) => score < -tolerance || score > 1 + tolerance)
  const isProbability =
    scale === "probability"
      ? outside === undefined
      : columns >= 2 && outside === undefined && sums(scores).every((sum) => Math.abs(sum - 1) <= tolerance)
  const found = isProbability ? "probability" : "logit"
  const finding = {
    kind: "scale",
    declared: scale,
    found,
    ...(outside === undefined ? {} : { score: outside }),
  } as const
  return found === scale
    ? { name: "scale", state: "ok", finding }
    : { name: "scale", state: "flagged", finding, remedy: { scale: found } }
}

/**
 * Whether probabilities went through a second softmax. They are then all near 1 / classes, and their logarithms, shifted so that they add up to 1,
 * are the probabilities before it; after a single softmax these numbers reach far below 0.
 */
export function checkSoftmax(scores: Scores): WiringCheck {
  const { rows, columns } = scores
  if (columns < 2 || rows < leastViews) return untold("softmax", columns < 2 ? { kind: "one-class" } : tooFew(rows))
  const sure: number[] = []
  for (const answer of rowsOf(scores)) {
    const inner = innerShares(answer)
    if (inner === undefined) return { name: "softmax", state: "ok", finding: { kind: "one-softmax" } }
    sure.push(Math.max(...inner))
  }
  const mean = sure.reduce((sum, one) => sum + one, 0) / rows
  if (mean < leastInner(columns)) return untold("softmax", { kind: "too-flat" })
  const most = Math.max(...rowsOf(scores).map((answer) => Math.max(...answer)))
  return {
    name: "softmax",
    state: "flagged",
    finding: { kind: "two-softmaxes", most, inner: mean, classes: columns },
  }
}

/** The probabilities that a second softmax was applied to; undefined if that is impossible. */
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

function tooFew(views: number): WiringFinding {
  return { kind: "too-few-views", views, needed: leastViews }
}

function untold(name: WiringCheck["name"], finding: WiringFinding): WiringCheck {
  return { name, state: "untold", finding }
}
