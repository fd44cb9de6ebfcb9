import type { ScoreScale } from "../types.ts"

/** Red, green and blue, each a whole level from 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number]

/**
 * The seven inner steps of ColorBrewer's 11-class PuOr (Cynthia Brewer, colorbrewer2.org, Apache-2.0), from purple over near-white to orange.
 *
 * The four darkest steps are left out so that black numbers stay readable on every colour.
 */
const puOr: readonly Rgb[] = [
  [0x80, 0x73, 0xac],
  [0xb2, 0xab, 0xd2],
  [0xd8, 0xda, 0xeb],
  [0xf7, 0xf7, 0xf7],
  [0xfe, 0xe0, 0xb6],
  [0xfd, 0xb8, 0x63],
  [0xe0, 0x82, 0x14],
]

/**
 * A colour of the diverging scale: -1 is purple (speaks against), 0 nearly white, +1 orange (supports).
 * Positions beyond the ends take the end's colour. The scale can be told apart with every common colour blindness.
 *
 * Source: ColorBrewer PuOr, interpolated linearly in sRGB.
 *
 * @throws {RangeError} where `position` is not a number.
 * @example
 * ```ts
 * import { divergingColor } from "gridexplainer/render"
 * divergingColor(0) // => [247, 247, 247]
 * divergingColor(1) // => [224, 130, 20]
 * divergingColor(-1) // => [128, 115, 172]
 * ```
 */
export function divergingColor(position: number): Rgb {
  if (Number.isNaN(position)) throw new RangeError("position must be a number from -1 to 1, got NaN")
  const step = ((Math.min(1, Math.max(-1, position)) + 1) / 2) * (puOr.length - 1)
  const lower = Math.min(Math.floor(step), puOr.length - 2)
  const from = puOr[lower]!
  const to = puOr[lower + 1]!
  const channel = (index: 0 | 1 | 2): number => Math.round(from[index] + (to[index] - from[index]) * (step - lower))
  return [channel(0), channel(1), channel(2)]
}

/** How strongly a position of the scale covers the photo, from 0.1 in the middle to 0.8 at the ends. */
export function tintOpacity(position: number): number {
  return 0.1 + 0.7 * Math.min(1, Math.abs(position))
}

/**
 * The photo under the colours: grey, with black lifted to this share of white.
 *
 * With `tintOpacity` it keeps everything under a number light enough for black text at 4.5 : 1 (WCAG 2.2, 1.4.3); the tests work it out.
 */
export const photoFloor = 0.58

/** Full colour stands for at least this much, in score units, so that a picture where nothing happens stays pale: 5 points, 0.2 logits (5 points at 50 %). */
const smallestEnd: Readonly<Record<ScoreScale, number>> = { probability: 0.05, logit: 0.2 }

/**
 * The effect that full colour stands for, on both sides of zero: the largest absolute value, but never less than 5 points (0.2 logits).
 *
 * @throws {RangeError} where a value is not finite.
 * @example
 * ```ts
 * import { scaleEnd } from "gridexplainer/render"
 * scaleEnd([0.02, -0.31], "probability") // => 0.31
 * scaleEnd([0.002, -0.001], "probability") // => 0.05
 * ```
 */
export function scaleEnd(values: ArrayLike<number>, scale: ScoreScale): number {
  let end = smallestEnd[scale]
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) throw new RangeError(`effects must be finite numbers, effect ${i} is ${values[i]}`)
    end = Math.max(end, Math.abs(values[i]!))
  }
  return end
}

/** `#rrggbb`. */
export function hex(color: Rgb): string {
  return `#${color.map((level) => level.toString(16).padStart(2, "0")).join("")}`
}
