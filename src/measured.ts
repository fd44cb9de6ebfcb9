import type { FunctionScale } from "./explanation.ts"

/** Effects that would be written as 0 points are none, however still the model is; in logits what half a point is at 50 %. */
const leastEffect = { probability: 0.005, logit: 0.02 } as const
/** Of a number in a unit of its own this share. */
const LEAST_SHARE = 0.02

/** The smallest size that any effect is called one from, whatever the noise: half a point, or 2 % of a number in a unit of its own. */
export function leastSize(untouched: number, scale: FunctionScale): number {
  return scale === "number" ? LEAST_SHARE * Math.abs(untouched) : leastEffect[scale]
}

/** From how many regions with a measured effect on a map of regions hidden alone says enough by itself. */
const ENOUGH_ALONE = 5
/** How much larger the largest effect of regions with those around them must be, to say more than regions alone do. */
const FAR_LARGER = 2

/** What a map says: how many regions have an effect beyond the noise, and the largest of these. */
export interface MapSize {
  readonly count: number
  readonly largest: number
}

export function mapSize(effects: readonly (number | null)[], floor: number): MapSize {
  const sizes = effects.flatMap((effect) => (effect !== null && isBeyond(effect, floor) ? [Math.abs(effect)] : []))
  return { count: sizes.length, largest: Math.max(0, ...sizes) }
}

/**
 * Whether a map of regions hidden alone leaves most unsaid, so that each is hidden with those around it as well: few have an effect, and none takes half of the
 * score.
 */
export function saysLittle({ count, largest }: MapSize, untouched: number): boolean {
  return count < ENOUGH_ALONE && !(largest >= Math.abs(untouched) / FAR_LARGER && largest > 0)
}

/** Whether regions with those around them say so much more than regions alone that they stand in front. */
export function saysMore(around: MapSize, alone: MapSize): boolean {
  return alone.count < ENOUGH_ALONE && around.count > alone.count && around.largest >= FAR_LARGER * alone.largest
}

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
