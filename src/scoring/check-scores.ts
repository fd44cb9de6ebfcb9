import { GridExplainerError } from "../errors.ts"
import type { Classifier, Scores } from "../types.ts"

/**
 * Throws unless a reply has one row a variant, the model's number of classes, and only finite numbers
 * (from 0 to 1, give or take rounding, where the model gives probabilities).
 *
 * @throws GridExplainerError `BAD_REPLY`, or `SCALE_CONFLICT` when numbers said to be probabilities are not.
 */
export function checkScores(
  classifier: Pick<Classifier, "name" | "labels" | "scale">,
  { rows, columns, data }: Scores,
  expected: { readonly rows: number; readonly columns: number | undefined },
): void {
  const model = `model "${classifier.name}"`
  if (rows !== expected.rows)
    throw badReply(`${model} was asked about ${expected.rows} pictures and answered with ${rows} rows of scores`)
  const classes = expected.columns ?? classifier.labels?.length ?? columns
  if (columns !== classes || columns < 1)
    throw badReply(`${model} must answer ${Math.max(1, classes)} scores for each picture, got ${columns}`)
  if (data.length !== rows * columns)
    throw badReply(`${model} must answer ${rows} x ${columns} = ${rows * columns} numbers, got ${data.length}`)
  const probability = classifier.scale === "probability"
  for (let i = 0; i < data.length; i++) {
    const score = data[i]!
    const place = `for class ${i % columns} of picture ${Math.floor(i / columns)} in the batch`
    if (!Number.isFinite(score)) throw badReply(`${model} answered ${score} ${place}; every score must be finite`)
    if (probability && (score < -1e-3 || score > 1 + 1e-3))
      throw new GridExplainerError(
        "SCALE_CONFLICT",
        `${model} is said to give probabilities but answered ${score} ${place}`,
        {
          nextStep: 'Say scale: "logit" if its numbers are not probabilities',
        },
      )
  }
}

function badReply(problem: string): GridExplainerError {
  return new GridExplainerError("BAD_REPLY", problem, { nextStep: "Check what the model returns" })
}
