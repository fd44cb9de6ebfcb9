import type { NoiseCheckName } from "./evidence-record.ts"
import type { FunctionScale } from "./explanation.ts"

/** An effect that would be written as 0 points does not count, however steady the model is. In logits: half a point at 50 %. */
const leastEffect = { probability: 0.005, logit: 0.02 } as const
/** The same for a number in its own unit, as a share of it. */
const LEAST_SHARE = 0.02

/** The smallest size that counts as an effect, whatever the noise: half a point, or 2 % of a number in its own unit. */
export function leastSize(untouched: number, scale: FunctionScale): number {
  return scale === "number" ? LEAST_SHARE * Math.abs(untouched) : leastEffect[scale]
}

/** A map of regions hidden alone says enough if at least this many regions have a measured effect. */
const ENOUGH_ALONE = 5
/** Regions hidden with those around them say more than regions alone if their largest effect is at least this many times as large. */
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
 * Whether a map of regions hidden alone says too little, so that each is hidden with those around it as well: few have an effect, and none takes half the
 * score away.
 */
export function saysLittle({ count, largest }: MapSize, untouched: number): boolean {
  return count < ENOUGH_ALONE && !(largest >= Math.abs(untouched) / FAR_LARGER && largest > 0)
}

/** Whether regions hidden with those around them say so much more than regions alone that they stand in front. */
export function saysMore(around: MapSize, alone: MapSize): boolean {
  return alone.count < ENOUGH_ALONE && around.count > alone.count && around.largest >= FAR_LARGER * alone.largest
}

/** Scores of exactly the same picture that differ by this much are more than rounding: 1 point, or its equivalent in logits at 50 %. */
const leastRepeat: Readonly<Record<FunctionScale, number>> = { probability: 0.01, logit: 0.04, number: 0.01 }

/** Whether an effect is beyond the noise: one as large as the floor is, 0 never is. */
export function isBeyond(effect: number, floor: number): boolean {
  return effect !== 0 && Math.abs(effect) >= floor
}

/**
 * Whether a model gives exactly the same picture the same score, to the precision of points. `repeat` is the largest difference that was seen. If it is larger,
 * chance or the rest of the batch decides every number on the map.
 */
export function isRepeatable(repeat: number, scale: FunctionScale): boolean {
  return repeat < leastRepeat[scale]
}

/** Whether a check shows the untouched picture itself. */
export function isSamePixels(name: NoiseCheckName): name is "again" | "again-in-a-batch" {
  return name === "again" || name === "again-in-a-batch"
}
