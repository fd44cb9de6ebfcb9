import { ascending } from "../math/ascending.ts"
import type { HiddenSet, RegionId } from "../types.ts"

/** Least and largest share of the regions, those that matter most, that are hidden in one mask and shown in the other. */
const SHARE = [0.05, 0.45] as const

/**
 * Two masks chosen from what is known so far: the first regions of an order hidden, and the first regions shown with all others hidden. They ask
 * where the score changes most: what takes the answer away, and what is enough for it.
 *
 * If the order is drawn from the posterior (Thompson sampling, 1933), uncertain regions are asked about as well.
 *
 * @param order all regions, the one that matters most first.
 */
export function drawMasks(order: readonly RegionId[], next: () => number): readonly [HiddenSet, HiddenSet] {
  const count = (): number => {
    const share = SHARE[0] + (SHARE[1] - SHARE[0]) * next()
    return Math.min(Math.max(1, Math.round(share * order.length)), Math.max(1, order.length - 1))
  }
  return [{ hidden: ascending(order.slice(0, count())) }, { hidden: ascending(order.slice(count())) }]
}
