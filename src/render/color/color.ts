import type { FunctionScale } from "../../explanation.ts"
import { extent } from "./extent.ts"
import { type PaletteName, palettes, type Rgb } from "./palettes.ts"

export interface DivergingColorOptions {
  /** @default "PuOr" */
  readonly palette?: PaletteName
}

/**
 * A colour of the diverging scale: -1 speaks against, 0 is nearly white, +1 supports. Positions beyond the ends take the end's colour.
 *
 * Source: ColorBrewer's schemes, interpolated linearly in sRGB.
 *
 * @throws {RangeError} where `position` is not a number, or the palette is unknown.
 * @example
 * ```ts
 * import { divergingColor } from "gridexplainer/render"
 * divergingColor(0) // => [247, 247, 247]
 * divergingColor(1) // => [224, 130, 20]
 * divergingColor(-1, { palette: "RdBu" }) // => [67, 147, 195]
 * ```
 */
export function divergingColor(position: number, options: DivergingColorOptions = {}): Rgb {
  const { palette = "PuOr" } = options
  if (Number.isNaN(position)) throw new RangeError("position must be a number from -1 to 1, got NaN")
  const { steps } = palettes[palette]
  const step = ((Math.min(1, Math.max(-1, position)) + 1) / 2) * (steps.length - 1)
  const lower = Math.min(Math.floor(step), steps.length - 2)
  const from = steps[lower]!
  const to = steps[lower + 1]!
  const channel = (index: 0 | 1 | 2): number => Math.round(from[index] + (to[index] - from[index]) * (step - lower))
  return [channel(0), channel(1), channel(2)]
}

/** How strongly a position of the scale covers the photo, from 0.12 in the middle to 0.82 at the ends. */
export function tintOpacity(position: number): number {
  return 0.12 + 0.7 * Math.min(1, Math.abs(position))
}

/** How strongly the plate behind a number covers what is under it. */
export function plateOpacity(position: number): number {
  return 0.66 + 0.28 * Math.min(1, Math.abs(position))
}

/**
 * The photo under the colours: grey, with black lifted to this share of white, so that faint colours show on dark places too.
 *
 * With the plates it keeps everything under a number light enough for black text at 4.5 : 1 (WCAG 2.2, 1.4.3); the tests work it out.
 */
export const photoFloor = 0.36

/** Full colour stands for at least this much, in score units, so that a picture where nothing happens stays pale: 5 points, 0.2 logits (5 points at 50 %). */
const smallestEnd: Readonly<Record<FunctionScale, number>> = { probability: 0.05, logit: 0.2, number: 0.05 }

/**
 * The effect that full colour stands for, on both sides of zero: the largest absolute value, but never less than 5 points (0.2 logits).
 * Values that are no number have no colour and do not count.
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
 * The same for values that are known to be more than noise: colours may end at 1 point (0.04 logits), since nothing else is coloured.
 */
export function sureScaleEnd(values: ArrayLike<number>, scale: FunctionScale): number {
  const { least, most } = extent(values)
  return Math.max(smallestEnd[scale] / 5, most, -least)
}

/** `#rrggbb`. */
export function hex(color: Rgb): string {
  return `#${color.map((level) => level.toString(16).padStart(2, "0")).join("")}`
}
