import type { Classifier, ClassScore, Scores } from "../types.ts"

type Labelled = Pick<Classifier, "labels">

/** Names one class: its label, or `class 12` if the model has no labels. */
export function classLabel({ labels }: Labelled, index: number): string {
  return labels?.[index] ?? `class ${index}`
}

/** One class of one row, with its name. */
export function classScore(
  classifier: Labelled,
  scores: Scores,
  { row, index }: { readonly row: number; readonly index: number },
): ClassScore {
  return { index, label: classLabel(classifier, index), score: scores.data[row * scores.columns + index]! + 0 }
}

/** The `count` best classes of a row, best first; with equal scores the lower index comes first. */
export function topClasses(
  classifier: Labelled,
  scores: Scores,
  { row, count }: { readonly row: number; readonly count: number },
): readonly ClassScore[] {
  const at = (index: number): number => scores.data[row * scores.columns + index]!
  return Array.from({ length: scores.columns }, (_, index) => index)
    .sort((a, b) => at(b) - at(a) || a - b)
    .slice(0, count)
    .map((index) => classScore(classifier, scores, { row, index }))
}

/** The best class of a row, found in one pass: the same as `topClasses` with a count of 1. */
export function bestClass(classifier: Labelled, scores: Scores, row: number): ClassScore {
  const { columns, data } = scores
  const start = row * columns
  let best = 0
  let highest = data[start]!
  for (let index = 1; index < columns; index++) {
    const score = data[start + index]!
    if (score > highest) [best, highest] = [index, score]
  }
  return classScore(classifier, scores, { row, index: best })
}
