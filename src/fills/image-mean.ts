import type { Fill } from "../types.ts"
import { meanOf } from "./mean-of.ts"
import { uniformPixels } from "./uniform-pixels.ts"

/**
 * Hides a region with the mean of the whole picture, channel by channel.
 *
 * @example
 * ```ts
 * import { imageMeanFill } from "gridexplainer"
 * const image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(10, 13) } as const
 * const paint = imageMeanFill().prepare(image, { seed: 0 })
 * Array.from(paint({ id: 0, box: { left: 0, top: 0, width: 1, height: 1 } })) // => [11.5]
 * ```
 */
export function imageMeanFill(): Fill {
  return {
    name: "image-mean",
    prepare: (image) => {
      const whole = { id: 0, box: { left: 0, top: 0, width: image.width, height: image.height } }
      const mean = meanOf(image, whole)
      return (region) => uniformPixels(region, mean)
    },
  }
}
