import type { Image, Size } from "../types.ts"
import { checkImage } from "./check-image.ts"
import { checkSize } from "./check-size.ts"
import { cubic, type Kernel, kernels, kernelTaps, scaledToOne } from "./kernel-taps.ts"
import { pickPixels } from "./pick-pixels.ts"
import { type Tap, weigh } from "./weigh.ts"

/** The methods of `tf.image.resize` that models are trained with. */
export type TensorflowFilter = "nearest" | "bilinear" | "bicubic" | "area" | "lanczos3"

/** The options of `resizeLikeTensorflow`. */
export interface TensorflowResizeOptions {
  /** The method of `tf.image.resize`. @default "bilinear" */
  readonly filter?: TensorflowFilter
  /** Whether the kernel is widened when a side shrinks; makes no difference for "nearest" and "area". @default false */
  readonly antialias?: boolean
}

/**
 * Resizes a picture like `tf.image.resize` of TensorFlow 2: half-pixel centres, and by default no antialiasing.
 *
 * "nearest" keeps the array type, and a `Float64Array` stays one; everything else comes out as a `Float32Array`, unrounded.
 * Positions are computed in 32 bits as in TensorFlow, and levels from 0 to 255 agree to 0.0003 ("area", which is exact here,
 * to 0.02). All channels are treated in the same way, including alpha.
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
  const kernelled = (kernel: Kernel) => (from: number, to: number) =>
    kernelTaps({ from, to }, kernel, { widen: antialias, round: fround })
  switch (filter) {
    case "bilinear":
      return antialias ? kernelled(kernels.bilinear) : linearTaps
    case "bicubic":
      return antialias ? kernelled(kernels.bicubic) : cubicTaps
    case "lanczos3":
      return kernelled(kernels.lanczos)
    case "area":
      return areaTaps
    default:
      throw new RangeError(`filter must be nearest, bilinear, bicubic, area or lanczos3, got ${String(filter)}`)
  }
}

const { fround } = Math

/** TensorFlow computes places in 32 bits: on a border between pixels the rounding decides. */
function nearestPlaces(from: number, to: number): number[] {
  const step = fround(from / to)
  return Array.from({ length: to }, (_, i) => Math.min(from - 1, Math.floor(fround((i + 0.5) * step))))
}

/** Where the middle of a new pixel falls, counted from the middle of the first. */
function positions(from: number, to: number): number[] {
  const step = fround(from / to)
  return Array.from({ length: to }, (_, i) => fround(fround((i + 0.5) * step) - 0.5))
}

/** Two neighbours, the edge repeated. */
function linearTaps(from: number, to: number): Tap[] {
  return positions(from, to).map((beyond) => {
    const position = Math.min(from - 1, Math.max(0, beyond))
    const first = Math.floor(position)
    const share = position - first
    return { first, weights: share === 0 ? Float64Array.of(1) : Float64Array.of(1 - share, share) }
  })
}

/** Four neighbours, weighted from a table of 1024 steps per pixel; those outside are dropped and the rest scaled to a sum of 1. */
function cubicTaps(from: number, to: number): Tap[] {
  return positions(from, to).map((exact) => {
    const position = roundHalfEven(exact * 1024) / 1024
    const first = Math.max(0, Math.floor(exact) - 1)
    const end = Math.min(from, Math.floor(exact) + 3)
    const weights = Float64Array.from({ length: end - first }, (_, k) => cubic(Math.abs(first + k - position)))
    return { first, weights: scaledToOne(weights) }
  })
}

/** The exact mean over the area that falls on the new pixel. */
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

function roundHalfEven(value: number): number {
  const floor = Math.floor(value)
  const rest = value - floor
  return rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor
}
