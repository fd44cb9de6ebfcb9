import type { FunctionScale } from "./explanation.ts"

/** From how many regions with a measured effect on a map of regions hidden alone says enough by itself. */
export const ENOUGH_ALONE = 5

/** Scores of the very same picture that differ by this much are no noise of rounding: 1 point, and what that is in logits at 50 %. */
const leastRepeat: Readonly<Record<FunctionScale, number>> = { probability: 0.01, logit: 0.04, number: 0.01 }

/** Whether an effect is larger than the noise: the floor itself counts, nothing at all never does. */
export function isBeyond(effect: number, floor: number): boolean {
  return effect !== 0 && Math.abs(effect) >= floor
}

/**
 * Whether a model gives the very same picture the same score, as far as a reader of points would say. `repeat` is the largest difference that was seen; one that
 * chance or the rest of a batch decides makes every number on a map a draw.
 */
export function isRepeatable(repeat: number, scale: FunctionScale): boolean {
  return repeat < leastRepeat[scale]
}
