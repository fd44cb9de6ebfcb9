import type { Explanation } from "../explanation.ts"
import type { Scores } from "../types.ts"

/** What is explained: its entry in the record, and how its score is computed. */
export interface Target {
  /** Plain data, with the score of the untouched picture. */
  readonly record: Explanation["target"]
  /** Computes the score from the model's scores of one picture, one per class. */
  readonly scoreOf: (row: ArrayLike<number>) => number
}

/** The score of a target in one row of the model's reply. */
export function targetScore({ scoreOf }: Pick<Target, "scoreOf">, { columns, data }: Scores, row: number): number {
  return scoreOf(data.subarray(row * columns, (row + 1) * columns)) + 0 // -0, which JSON cannot hold, becomes 0.
}
