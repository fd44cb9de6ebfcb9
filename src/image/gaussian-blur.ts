import type { Image } from "../types.ts"
import { blurBoxes, type GaussianBlurOptions } from "./blur-boxes.ts"
import { checkImage } from "./check-image.ts"

/**
 * A Gaussian blur with the true kernel, along columns and rows: SciPy's `gaussian_filter`, scikit-image's `gaussian`,
 * and OpenCV's `GaussianBlur` with `radius: (ksize - 1) / 2`.
 *
 * The result holds 64-bit floats and is never rounded. All channels are blurred in the same way, including alpha.
 *
 * @throws RangeError for options out of range.
 *
 * @example
 * ```ts
 * import { gaussianBlur, type Image } from "gridexplainer"
 * const dot: Image = { width: 3, height: 1, channels: 1, data: Uint8Array.of(0, 100, 0) }
 * const { data } = gaussianBlur(dot, { sigma: 1, radius: 1 })
 * Math.round(data[1] ?? 0) // => 45
 * ```
 */
export function gaussianBlur(image: Image, options: GaussianBlurOptions): Image {
  checkImage(image)
  const blurred = blurBoxes(options)(image)
  const { width, height, channels } = image
  return { width, height, channels, data: blurred({ left: 0, top: 0, width, height }) }
}
