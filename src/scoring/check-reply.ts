import { badReply, checkScores } from "../check-scores.ts"
import type { Classifier, Scores } from "../types.ts"

/**
 * Throws unless a reply has one row per variant, as many classes as before, and scores that fit what the model declares.
 *
 * @throws GridExplainerError `BAD_REPLY`, or `SCALE_CONFLICT` for numbers that are declared to be probabilities but cannot be.
 */
export function checkReply(
  classifier: Classifier,
  scores: Scores,
  expected: { readonly rows: number; readonly columns: number | undefined },
): void {
  const model = `model "${classifier.name}"`
  const given: unknown = scores?.data // Classifiers without types may return anything.
  if (!(given instanceof Float32Array || given instanceof Float64Array))
    throw badReply(`${model} must answer rows, columns and data, a Float32Array or Float64Array`)
  const { rows, columns, data } = scores
  if (rows !== expected.rows)
    throw badReply(`${model} was asked about ${expected.rows} pictures and answered with ${rows} rows of scores`)
  const classes = expected.columns ?? Math.max(1, columns)
  if (columns !== classes) throw badReply(`${model} must answer ${classes} scores for each picture, got ${columns}`)
  if (data.length !== rows * columns)
    throw badReply(`${model} must answer ${rows} x ${columns} = ${rows * columns} numbers, got ${data.length}`)
  checkScores(scores, classifier)
}
