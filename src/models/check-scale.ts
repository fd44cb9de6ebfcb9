import type { ScoreScale } from "../types.ts"

/** @throws RangeError for a scale that is neither */
export function checkScale(scale: unknown): asserts scale is ScoreScale {
  if (scale !== "probability" && scale !== "logit")
    throw new RangeError(`scale must be probability or logit, got ${String(scale)}`)
}
