import { ninety, normalLimit } from "../math/normal-limit.ts"
import type { RegionId } from "../types.ts"
import type { View } from "./view.ts"

/** How often any region of a comparison may exceed the limit by chance: as often as any exceeds a noise floor. */
const BY_CHANCE = 0.05

/**
 * How far apart two effects of one region may be if nothing has changed, in points of the score; undefined if no noise was measured.
 *
 * For effects on average, the root of the sum of squares of both intervals and both noise floors. Intervals are widened from 90 % of each region to 95 % of all
 * regions together (Bonferroni): 3.4 standard deviations for 64 regions, 3.7 for 256, so that one comparison in twenty has any region beyond the limit by
 * chance. Noise floors already hold for all regions. For effects alone, the root of the sum of squares of both floors.
 */
export function differenceLimit(a: View, b: View, region: RegionId): number | undefined {
  const [one, other] = [a.regions[region]!.half, b.regions[region]!.half]
  if (one === undefined || other === undefined) return undefined
  if (a.low === undefined && b.low === undefined) return Math.hypot(one, other)
  const wider = normalLimit(BY_CHANCE / a.effects.length) / ninety
  const widened = [a, b].map(({ low }, i) => (low === undefined ? 1 : wider) * (i === 0 ? one : other))
  const floors = [a, b].map(({ low, floor }) => (low === undefined ? 0 : (floor ?? 0)))
  return Math.hypot(...widened, ...floors)
}
