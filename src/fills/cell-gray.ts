import type { Fill } from "../types.ts"
import { meanOf } from "./mean-of.ts"
import { uniformPixels } from "./uniform-pixels.ts"

/**
 * Hides a region with one grey: the mean over its pixels and channels together.
 * This is the fill of the original GridExplainer notebook.
 *
 * @example
 * ```ts
 * import { cellGrayFill } from "gridexplainer"
 * const image = { width: 1, height: 1, channels: 3, data: Uint8Array.of(0, 30, 90) } as const
 * const paint = cellGrayFill().prepare(image, { seed: 0 })
 * Array.from(paint({ id: 0, box: { left: 0, top: 0, width: 1, height: 1 } })) // => [40, 40, 40]
 * ```
 */
export function cellGrayFill(): Fill {
  return {
    name: "cell-gray",
    prepare: (image) => (region) => {
      const means = meanOf(image, region)
      const gray = means.reduce((sum, mean) => sum + mean, 0) / means.length
      return uniformPixels(
        region,
        means.map(() => gray),
      )
    },
  }
}
