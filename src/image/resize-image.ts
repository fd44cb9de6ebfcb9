import type { Image, ResizeFilter, Size } from "../types.ts"
import { premultiply, unpremultiply } from "./alpha.ts"
import { checkImage } from "./check-image.ts"
import { checkSize } from "./check-size.ts"
import { kernels, kernelTaps } from "./kernel-taps.ts"
import { pickPixels } from "./pick-pixels.ts"
import { isBytes } from "./pixel-array.ts"
import { type Sides, type Tap, weigh } from "./weigh.ts"

/** The options of `resizeImage`. */
export interface ResizeOptions {
  /** The resampling filter, as in Pillow. @default "bilinear" */
  readonly filter?: ResizeFilter
}

/**
 * Resizes a picture like `Image.resize` of Pillow 13, and so like torchvision and Keras on a PIL picture: bytes come out equal.
 * Pillow up to 12 always resizes along columns first; from 13 on, rows come first if many more of them are lost, which can
 * change a level by one.
 *
 * Bytes stay bytes. A `Float32Array` is computed like Pillow's mode "F", a `Float64Array` likewise but without rounding to 32 bits.
 * Colours are weighted by alpha if there is one. A picture that already has the size is returned unchanged, as the same object.
 *
 * @throws RangeError for a size or filter that does not exist.
 *
 * @see https://github.com/python-pillow/Pillow/blob/13.0.0/src/libImaging/Resample.c
 *
 * @example
 * ```ts
 * import { type Image, resizeImage } from "gridexplainer"
 * const image: Image = { width: 4, height: 1, channels: 1, data: Uint8Array.of(0, 100, 200, 255) }
 * resizeImage(image, { width: 2, height: 1 }, { filter: "box" }).data // => Uint8Array.of(50, 228)
 * resizeImage(image, { width: 2, height: 1 }).data // => Uint8Array.of(71, 209)
 * ```
 */
export function resizeImage(image: Image, size: Size, options: ResizeOptions = {}): Image {
  const { filter = "bilinear" } = options
  checkImage(image)
  checkSize(size)
  if (filter !== "nearest" && !Object.hasOwn(kernels, filter)) {
    throw new RangeError(`filter must be nearest, ${Object.keys(kernels).join(", ")}, got ${String(filter)}`)
  }
  if (image.width === size.width && image.height === size.height) return image
  if (filter === "nearest") {
    return pickPixels(image, nearestPlaces(image.width, size.width), nearestPlaces(image.height, size.height))
  }
  const sides = sidesFor(image, size, filter)
  if (image.channels !== 4) return weigh(image, sides, image.data)
  return unpremultiply(weigh(premultiply(image), sides, image.data))
}

function sidesFor(image: Image, size: Size, filter: keyof typeof kernels): Sides {
  const tapsFor = (from: number, to: number): readonly Tap[] | undefined => {
    if (from === to) return undefined
    const taps = kernelTaps({ from, to }, kernels[filter])
    return isBytes(image.data) ? taps.map(inFixedPoint) : taps
  }
  const lostRows = image.height - size.height
  return {
    columns: tapsFor(image.width, size.width),
    rows: tapsFor(image.height, size.height),
    rowsFirst: lostRows > 0 && lostRows > 2 * (image.width - size.width),
  }
}

/** Pillow weighs bytes in whole numbers, with 22 bits after the point. Their sums are exact in 64-bit floats too. */
function inFixedPoint({ first, weights }: Tap): Tap {
  const one = 2 ** 22
  return { first, weights: weights.map((weight) => Math.trunc(weight * one + (weight < 0 ? -0.5 : 0.5)) / one) }
}

/** The position is added up step by step, as in Pillow: on a border between pixels its rounding errors decide. */
function nearestPlaces(from: number, to: number): number[] {
  const step = from / to
  let position = step * 0.5
  return Array.from({ length: to }, () => {
    const place = Math.min(from - 1, Math.floor(position))
    position += step
    return place
  })
}
