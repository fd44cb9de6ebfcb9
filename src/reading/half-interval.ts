import type { Explanation } from "../explanation.ts"
import type { RegionId } from "../types.ts"

/**
 * By how much the effect of a region may be off, in points of the score: half the width of its 90 % interval for an effect on average, the noise floor for
 * an effect alone; undefined where nothing was measured that tells.
 */
export function halfInterval(
  { evidence, design }: Pick<Explanation, "evidence" | "design">,
  region: RegionId,
): number | undefined {
  if (evidence === undefined || design === "all-but-one") return undefined
  if (design === "one-at-a-time") return evidence.noise.alone
  const [low, high] = [evidence.average.low[region], evidence.average.high[region]]
  return low === undefined || high === undefined ? undefined : (high - low) / 2
}
