import type { EffectMeaning } from "../explanation.ts"
import type { DesignName } from "../types.ts"

/** Scores of one class, as a design asked for them. */
export interface DesignScores {
  /** Score of the untouched picture. */
  readonly untouched: number
  /** Scores of the variants, in the order in which the design named them. */
  readonly variants: readonly number[]
}

/** Signed effects of the regions, in points of the score. */
export interface Effects {
  readonly means: EffectMeaning
  readonly effects: readonly number[]
  /** Score with everything hidden, where the design asked for it. */
  readonly hiddenScore?: number
}

/**
 * Turns the scores of a design into one signed number a region. Plus: the region supports the answer.
 *
 * - `one-at-a-time`: untouched score minus the score with the region hidden.
 * - `all-but-one`: score with only the region shown minus the score with everything hidden (the first variant).
 *
 * @example
 * ```ts
 * import { effects } from "gridexplainer"
 * effects("one-at-a-time", { untouched: 0.75, variants: [0.25, 1] }) // => { means: "alone", effects: [0.5, -0.25] }
 * effects("all-but-one", { untouched: 0.75, variants: [0.25, 0.5, 0.25] }) // => { means: "shown-alone", effects: [0.25, 0], hiddenScore: 0.25 }
 * ```
 */
export function effects(design: DesignName, { untouched, variants }: DesignScores): Effects {
  if (design === "one-at-a-time") return { means: "alone", effects: variants.map((score) => untouched - score) }
  const [hiddenScore = Number.NaN, ...shown] = variants
  return { means: "shown-alone", effects: shown.map((score) => score - hiddenScore), hiddenScore }
}
