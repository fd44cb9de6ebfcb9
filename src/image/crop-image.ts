import type { Box, Image } from "../types.ts"
import { checkBox } from "./check-box.ts"
import { checkImage } from "./check-image.ts"
import { zerosLike } from "./pixel-array.ts"

/**
 * The pixels of the box as a picture of their own.
 *
 * @throws RangeError if the box does not lie inside the picture.
 *
 * @example
 * ```ts
 * import { cropImage, type Image } from "gridexplainer"
 * const image: Image = { width: 3, height: 2, channels: 1, data: Uint8Array.of(1, 2, 3, 4, 5, 6) }
 * cropImage(image, { left: 1, top: 0, width: 2, height: 2 }).data // => Uint8Array.of(2, 3, 5, 6)
 * ```
 */
export function cropImage(image: Image, box: Box): Image {
  checkImage(image)
  checkBox(box, image)
  const { channels } = image
  const { width, height } = box
  const row = width * channels
  const data = zerosLike(image.data, row * height)
  for (let y = 0; y < height; y++) {
    const from = ((box.top + y) * image.width + box.left) * channels
    data.set(image.data.subarray(from, from + row), y * row)
  }
  return { width, height, channels, data }
}
