import type { ScoreScale, Scores } from "../types.ts"

/** Scores as shares that add up to 1 in each row: a softmax of logits; probabilities divided by their sum, since those of a sigmoid are independent. */
export function asProbabilities({ rows, columns, data }: Scores, scale: ScoreScale): Scores {
  const shares = new Float64Array(rows * columns)
  for (let row = 0; row < rows; row++) {
    const start = row * columns
    let most = Number.NEGATIVE_INFINITY
    for (let i = start; i < start + columns; i++) most = Math.max(most, data[i]!)
    let sum = 0
    for (let i = start; i < start + columns; i++) {
      shares[i] = scale === "logit" ? Math.exp(data[i]! - most) : Math.max(0, data[i]!)
      sum += shares[i]!
    }
    for (let i = start; i < start + columns; i++) shares[i] = sum === 0 ? 1 / columns : shares[i]! / sum
  }
  return { rows, columns, data: shares }
}
