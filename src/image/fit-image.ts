import type { Box, Fit, Image, ResizeFilter, Size } from "../types.ts"
import { applyEdits } from "./apply-edits.ts"
import { checkImage } from "./check-image.ts"
import { checkSize } from "./check-size.ts"
import { cropImage } from "./crop-image.ts"
import { zerosLike } from "./pixel-array.ts"
import { resizeImage } from "./resize-image.ts"
import { sourceBox } from "./source-box.ts"

/** The options of `fitImage`. */
export interface FitOptions {
  /** How the picture is brought to the other proportions. @default "squash" */
  readonly fit?: Fit
  /** The resize filter. @default "bilinear" */
  readonly filter?: ResizeFilter
}

/** A picture of the wanted size, and the box of the original's pixels that it shows. */
export interface FittedImage {
  readonly image: Image
  /** In pixels of the original; it reaches beyond the original if bars were added. */
  readonly source: Box
}

/**
 * Resizes a picture to the model's input size.
 *
 * - `squash` stretches the whole picture.
 * - `crop` takes the largest centred box with the wanted proportions, and resizes it.
 * - `pad` adds bars of zeros (black) left and right or above and below, then resizes.
 *
 * A picture that already has the size is returned unchanged, as the same object.
 *
 * @throws RangeError for a size, fit or filter that does not exist.
 *
 * @example
 * ```ts
 * import { fitImage, type Image } from "gridexplainer"
 * const wide: Image = { width: 4, height: 2, channels: 1, data: new Uint8Array(8) }
 * fitImage(wide, { width: 2, height: 2 }, { fit: "crop" }).source // => { left: 1, top: 0, width: 2, height: 2 }
 * fitImage(wide, { width: 2, height: 2 }, { fit: "pad" }).source // => { left: 0, top: -1, width: 4, height: 4 }
 * ```
 */
export function fitImage(image: Image, size: Size, options: FitOptions = {}): FittedImage {
  const { fit = "squash", filter = "bilinear" } = options
  checkImage(image)
  checkSize(size)
  const source = sourceBox(image, size, fit)
  return { image: resizeImage(cut(image, source), size, { filter }), source }
}

/** The box as a picture: a part of the image, or the image with bars around it, or the image itself. */
function cut(image: Image, source: Box): Image {
  const { left, top, width, height } = source
  if (width === image.width && height === image.height) return image
  if (width <= image.width && height <= image.height) return cropImage(image, source)
  const { channels, data } = image
  const canvas: Image = { width, height, channels, data: zerosLike(data, width * height * channels) }
  const box = { left: -left, top: -top, width: image.width, height: image.height }
  return applyEdits(canvas, [{ box, pixels: data }])
}
