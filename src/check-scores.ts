import { GridExplainerError } from "./errors.ts"
import type { ScoreScale, Scores } from "./types.ts"

/** What a model's scores are checked against. */
export interface ScoreRules {
  /** The model's name, for messages. */
  readonly name: string
  /** The names of its classes; without them, any number of classes is accepted. */
  readonly labels?: readonly string[]
  /** What the model declares its scores to be. */
  readonly scale: ScoreScale
}

/** How far probabilities may lie outside 0 to 1, and their sum from 1: room for models that compute in 16 bits. */
export const scoreTolerance = 1e-3

/**
 * Throws unless the scores fit what the model declares. `firstRow` is the number of the first row in messages, for scores that are part of a larger reply.
 *
 * @throws GridExplainerError `BAD_REPLY` if there are not as many classes as labels, for NaN and for infinity; `SCALE_CONFLICT` for
 * probabilities outside 0 to 1.
 */
export function checkScores(
  { columns, data }: Scores,
  { name, labels, scale }: ScoreRules,
  firstRow: number = 0,
): void {
  const place = (i: number): string => {
    const label = labels?.[i % columns]
    return `row ${firstRow + Math.floor(i / columns)}, class ${i % columns}${label === undefined ? "" : ` (${label})`}`
  }
  if (labels !== undefined && labels.length !== columns)
    throw badReply(
      `model "${name}" must answer ${labels.length} classes, one per label, got ${columns}${labelCountHint(labels, columns)}`,
    )
  // One loop without callbacks: a thousand classes of every variant pass here.
  for (let i = 0; i < data.length; i++) {
    const score = data[i]!
    if (!Number.isFinite(score))
      throw badReply(`model "${name}" must answer finite scores, got ${score} for ${place(i)}`)
    if (scale === "probability" && !isProbability(score))
      throw new GridExplainerError(
        "SCALE_CONFLICT",
        `model "${name}" must answer probabilities, from 0 to 1, got ${score} for ${place(i)}`,
        { nextStep: 'Pass scale: "logit" if its scores are no probabilities.' },
      )
  }
}

/** A likely reason for the wrong number of labels, to append to the sentence that states it; empty if there is none. */
export function labelCountHint(labels: readonly string[], classes: number): string {
  const first = labels[0] ?? ""
  if (
    labels.length === classes + 1 &&
    /^(background|dummy|none|null|unlabell?ed|__background__|\[?unk(nown)?\]?)$/i.test(first)
  )
    return `; the first, "${first}", stands for no class of this model: leave it out`
  if (
    labels.length === classes + 1 &&
    /^(#|id|index|labels?|names?|class(es)?|class[ _]?names?|categor(y|ies))\b/i.test(first)
  )
    return `; the first, "${first}", may be a heading: leave it out`
  return labels.length === classes - 1 && labels.length >= 20
    ? '; models with one class more than names often begin with a class "background": put that name first if this one does'
    : ""
}

export function isProbability(score: number): boolean {
  return score >= -scoreTolerance && score <= 1 + scoreTolerance
}

export function badReply(problem: string): GridExplainerError {
  return new GridExplainerError("BAD_REPLY", problem, { nextStep: "Check what the model returns." })
}
