import type { Image, Size } from "../types.ts"
import { checkImage } from "./check-image.ts"
import { checkSize } from "./check-size.ts"
import { cubic, kernels, kernelTaps, scaledToOne } from "./kernel-taps.ts"
import { pickPixels } from "./pick-pixels.ts"
import { type Tap, weigh } from "./weigh.ts"

/** The methods of `tf.image.resize` that models are trained with. */
export type TensorflowFilter = "nearest" | "bilinear" | "bicubic" | "area" | "lanczos3"

export interface TensorflowResizeOptions {
  /** @default "bilinear" */
  readonly filter?: TensorflowFilter
  /** Widens the kernel when a side shrinks; changes nothing for "nearest" and "area". @default false */
  readonly antialias?: boolean
}

/**
 * Resizes a picture as `tf.image.resize` of TensorFlow 2 does, with Keras's `Resizing` layer and `image_dataset_from_directory`.
 *
 * "nearest" keeps the array type and a `Float64Array` stays one; everything else comes out as a `Float32Array`, unrounded.
 * Values agree with TensorFlow's to a few 32-bit roundings. All channels are treated alike, alpha too.
 *
 * @throws RangeError for a size or filter that does not exist.
 *
 * @see https://www.tensorflow.org/api_docs/python/tf/image/resize
 *
 * @example
 * ```ts
 * import { type Image, resizeLikeTensorflow } from "gridexplainer"
 * const image: Image = { width: 4, height: 1, channels: 1, data: Uint8Array.of(0, 100, 200, 255) }
 * resizeLikeTensorflow(image, { width: 2, height: 1 }).data // => Float32Array.of(50, 227.5)
 * ```
 */
export function resizeLikeTensorflow(image: Image, size: Size, options: TensorflowResizeOptions = {}): Image {
  const { filter = "bilinear", antialias = false } = options
  checkImage(image)
  checkSize(size)
  if (filter === "nearest") {
    return pickPixels(image, nearestPlaces(image.width, size.width), nearestPlaces(image.height, size.height))
  }
  const tapsOf = tapsFor(filter, antialias)
  const columns = tapsOf(image.width, size.width)
  const rows = tapsOf(image.height, size.height)
  const { width, height, channels, data } = weigh(image, { columns, rows }, new Float64Array(0))
  const keeps = image.data[Symbol.toStringTag] === "Float64Array"
  return { width, height, channels, data: keeps ? data : Float32Array.from(data) }
}

function tapsFor(filter: TensorflowFilter, antialias: boolean): (from: number, to: number) => Tap[] {
  switch (filter) {
    case "bilinear":
      return antialias ? (from, to) => kernelTaps({ from, to }, kernels.bilinear) : linearTaps
    case "bicubic":
      return antialias ? (from, to) => kernelTaps({ from, to }, kernels.bicubic) : cubicTaps
    case "lanczos3":
      return (from, to) => kernelTaps({ from, to }, kernels.lanczos, { widen: antialias })
    case "area":
      return areaTaps
    default:
      throw new RangeError(`filter must be nearest, bilinear, bicubic, area or lanczos3, got ${String(filter)}`)
  }
}

/** TensorFlow finds the pixel in 32-bit floats, whose roundings decide where it falls on a border. */
function nearestPlaces(from: number, to: number): number[] {
  const step = Math.fround(from / to)
  return Array.from({ length: to }, (_, i) => Math.min(from - 1, Math.floor(Math.fround((i + 0.5) * step))))
}

/** Two neighbours, the edge repeated. */
function linearTaps(from: number, to: number): Tap[] {
  return Array.from({ length: to }, (_, i) => {
    const position = clamp(((i + 0.5) * from) / to - 0.5, 0, from - 1)
    const first = Math.floor(position)
    const share = position - first
    return { first, weights: share === 0 ? Float64Array.of(1) : Float64Array.of(1 - share, share) }
  })
}

/** Four neighbours from a table of 1024 steps a pixel; those outside are dropped and the rest scaled to sum 1. */
function cubicTaps(from: number, to: number): Tap[] {
  return Array.from({ length: to }, (_, i) => {
    const position = Math.round((((i + 0.5) * from) / to - 0.5) * 1024) / 1024
    const first = Math.max(0, Math.floor(position) - 1)
    const end = Math.min(from, Math.floor(position) + 3)
    const weights = Float64Array.from({ length: end - first }, (_, k) => cubic(Math.abs(first + k - position)))
    return { first, weights: scaledToOne(weights) }
  })
}

/** The mean over the area that falls on the new pixel. */
function areaTaps(from: number, to: number): Tap[] {
  return Array.from({ length: to }, (_, i) => {
    const start = (i * from) / to
    const end = ((i + 1) * from) / to
    const first = Math.floor(start)
    const covered = Float64Array.from(
      { length: Math.ceil(end) - first },
      (_, k) => Math.min(end, first + k + 1) - Math.max(start, first + k),
    )
    return { first, weights: scaledToOne(covered) }
  })
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value))
}
