import { checkInteger } from "../math/check-integer.ts"
import type { Image } from "../types.ts"
import { checkImage } from "./check-image.ts"
import { scaledToOne } from "./kernel-taps.ts"
import { type Tap, weigh } from "./weigh.ts"

/** Beyond this a kernel is a mistake, and would take minutes. */
const largestRadius = 10_000

/** How a line goes on beyond its end: `aaa|abcd` nearest, `cba|abcd` reflect, `dcb|abcd` mirror (OpenCV's "reflect101"). */
export type Edge = "nearest" | "reflect" | "mirror"

export interface GaussianBlurOptions {
  /** Standard deviation in pixels, above 0. */
  readonly sigma: number
  /** @default "nearest" */
  readonly edge?: Edge
  /** Where the kernel is cut, in sigmas. @default 4 */
  readonly truncate?: number
  /** Where the kernel is cut, in pixels. @default floor(truncate * sigma + 0.5) */
  readonly radius?: number
}

/**
 * A Gaussian blur with the true kernel, along columns and rows: SciPy's `gaussian_filter`, scikit-image's `gaussian`,
 * and OpenCV's `GaussianBlur` with `radius: (ksize - 1) / 2`.
 *
 * The result holds 64-bit floats and is never rounded. All channels are blurred alike, alpha too.
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
  const { sigma, edge = "nearest", truncate = 4, radius = Math.floor(truncate * sigma + 0.5) } = options
  checkImage(image)
  checkOptions(sigma, truncate, radius)
  const curve = Float64Array.from({ length: 2 * radius + 1 }, (_, i) => Math.exp(-0.5 * ((i - radius) / sigma) ** 2))
  const weights = scaledToOne(curve)
  const inside = insideOf(edge)
  const tapsOf = (length: number): Tap[] => blurTaps(weights, length, inside)
  return weigh(image, { columns: tapsOf(image.width), rows: tapsOf(image.height) }, new Float64Array(0))
}

/** Weights beyond an end are added to those of the pixels that stand in for it. */
function blurTaps(weights: Float64Array, length: number, inside: Inside): Tap[] {
  const radius = (weights.length - 1) / 2
  return Array.from({ length }, (_, i) => {
    const first = Math.max(0, i - radius)
    const last = Math.min(length - 1, i + radius)
    const folded = new Float64Array(last - first + 1)
    weights.forEach((weight, k) => {
      const place = inside(i + k - radius, length) - first
      folded[place] = folded[place]! + weight
    })
    return { first, weights: folded }
  })
}

/** The place within a line of `length` that stands in for `place`. */
type Inside = (place: number, length: number) => number

function insideOf(edge: Edge): Inside {
  switch (edge) {
    case "nearest":
      return (place, length) => Math.min(length - 1, Math.max(0, place))
    case "reflect":
      return (place, length) => bounce(place, length, true)
    case "mirror":
      return (place, length) => bounce(place, length, false)
    default:
      throw new RangeError(`edge must be nearest, reflect or mirror, got ${String(edge)}`)
  }
}

/** A line that repeats back and forth; the ends occur twice in a period of `2 * length`, once in one of `2 * length - 2`. */
function bounce(place: number, length: number, twice: boolean): number {
  const period = twice ? 2 * length : Math.max(1, 2 * length - 2)
  const inPeriod = ((place % period) + period) % period
  if (inPeriod < length) return inPeriod
  return period - inPeriod - (twice ? 1 : 0)
}

function checkOptions(sigma: number, truncate: number, radius: number): void {
  if (!Number.isFinite(sigma) || sigma <= 0)
    throw new RangeError(`sigma must be a number above 0, got ${String(sigma)}`)
  if (!Number.isFinite(truncate) || truncate < 0) {
    throw new RangeError(`truncate must be a number of at least 0, got ${String(truncate)}`)
  }
  checkInteger("the kernel's radius", radius, { least: 0, most: largestRadius })
}
