import type { FunctionScale } from "../../explanation.ts"
import { extent } from "./extent.ts"
import { type PaletteName, palettes, type Rgb } from "./palettes.ts"

/** The options of `divergingColor`. */
export interface DivergingColorOptions {
  /** The colours of plus and minus. @default "PuOr" */
  readonly palette?: PaletteName
}

/**
 * A colour of the diverging scale without a photo under it: -1 speaks against, 0 is nearly white, +1 supports. Positions beyond the ends take the end's colour.
 *
 * @throws {RangeError} if `position` is not a number, or the palette is unknown.
 * @example
 * ```ts
 * import { divergingColor } from "gridexplainer/render"
 * divergingColor(0) // => [247, 247, 247]
 * divergingColor(1) // => [255, 127, 17]
 * divergingColor(-1, { palette: "RdBu" }) // => [46, 138, 230]
 * ```
 */
export function divergingColor(position: number, options: DivergingColorOptions = {}): Rgb {
  const { palette = "PuOr" } = options
  if (Number.isNaN(position)) throw new RangeError("position must be a number from -1 to 1, got NaN")
  const [minus, plus] = palettes[palette].ends
  const end = position < 0 ? minus : plus
  const share = Math.min(1, Math.abs(position))
  const channel = (index: 0 | 1 | 2): number => Math.round(nearlyWhite + (end[index] - nearlyWhite) * share)
  return [channel(0), channel(1), channel(2)]
}

const nearlyWhite = 247

/**
 * The colour of a position for laying over the photo with `tintOpacity`: light if it is weak, since a strong colour with grey showing through looks muddy.
 */
export function tintColor(position: number, options: DivergingColorOptions = {}): Rgb {
  return divergingColor(Math.sign(position) * Math.sqrt(Math.min(1, Math.abs(position))), options)
}

/**
 * How strongly a position of the scale covers the photo: not at all in the middle, 0.92 at the ends. It rises fast from zero, so that a measured effect is
 * visible even if it is much smaller than the largest.
 */
export function tintOpacity(position: number): number {
  return 0.92 * Math.min(1, Math.abs(position)) ** 0.35
}

/**
 * The photo under the colours: grey, with black lifted to this share of white, so that colours stay clean on dark places and black numbers need no background
 * (4.5 : 1 of WCAG 2.2, 1.4.3; the tests work it out).
 */
export const photoFloor = 0.64

/**
 * Full colour stands for at least this much, in score units, so that a picture in which nothing happens stays pale: 5 points, 0.2 logits (5 points at 50 %).
 */
const smallestEnd: Readonly<Record<FunctionScale, number>> = { probability: 0.05, logit: 0.2, number: 0.05 }

/**
 * The effect that full colour stands for, on both sides of zero: the largest absolute value, but never less than 5 points (0.2 logits).
 * NaN has no colour and does not count.
 *
 * @example
 * ```ts
 * import { scaleEnd } from "gridexplainer/render"
 * scaleEnd([0.02, -0.31, NaN], "probability") // => 0.31
 * scaleEnd([0.002, -0.001], "probability") // => 0.05
 * ```
 */
export function scaleEnd(values: ArrayLike<number>, scale: FunctionScale): number {
  let end = smallestEnd[scale]
  for (let i = 0; i < values.length; i++) {
    const size = Math.abs(values[i]!)
    if (size > end && size < Number.POSITIVE_INFINITY) end = size
  }
  return end
}

/**
 * The same for values that are known to be more than noise: full colour may be as little as 1 point (0.04 logits), since nothing else is coloured.
 */
export function sureScaleEnd(values: ArrayLike<number>, scale: FunctionScale): number {
  const { least, most } = extent(values)
  return Math.max(smallestEnd[scale] / 5, most, -least)
}

/** `#rrggbb`. */
export function hex(color: Rgb): string {
  return `#${color.map((level) => level.toString(16).padStart(2, "0")).join("")}`
}
