import type { Image } from "../types.ts"
import { checkPixels } from "./check-pixels.ts"
import { checkSize } from "./check-size.ts"

/**
 * Throws unless the image is valid: sides of at least one pixel; 1, 3 or 4 channels; one finite value per pixel and channel.
 * `name` stands for the image in the message.
 *
 * @throws TypeError for something that is not an image, RangeError for an image whose numbers do not fit together.
 *
 * @example
 * ```ts
 * import { checkImage } from "gridexplainer"
 * checkImage({ width: 2, height: 1, channels: 3, data: new Uint8Array(6) }) // => undefined
 * ```
 */
export function checkImage(image: Image, name: string = "image"): void {
  checkSize(image, name)
  const { width, height, channels, data } = image
  if (channels !== 1 && channels !== 3 && channels !== 4) {
    throw new RangeError(`${name} channels must be 1, 3 or 4, got ${String(channels)}`)
  }
  checkPixels(data, width * height * channels, name)
}
