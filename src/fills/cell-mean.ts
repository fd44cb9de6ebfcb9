import type { Fill } from "../types.ts"
import { meanOf } from "./mean-of.ts"
import { uniformPixels } from "./uniform-pixels.ts"

/**
 * Hides a region with the mean of its own pixels, channel by channel; fractions are kept.
 * This is LIME's default fill (Ribeiro 2016), except that LIME drops the fractions in pictures of whole numbers.
 *
 * @example
 * ```ts
 * import { cellMeanFill } from "gridexplainer"
 * const image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(10, 13) } as const
 * const paint = cellMeanFill().prepare(image, { seed: 0 })
 * Array.from(paint({ id: 0, box: { left: 0, top: 0, width: 2, height: 1 } })) // => [11.5, 11.5]
 * ```
 */
export function cellMeanFill(): Fill {
  return {
    name: "cell-mean",
    prepare: (image) => (region) => uniformPixels(region, meanOf(image, region)),
  }
}
