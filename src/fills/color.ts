import type { Fill, Image } from "../types.ts"
import { uniformPixels } from "./uniform-pixels.ts"

/** Levels of red, green and blue, or one level for all channels, or `#rrggbb`. */
export type Color = readonly [number, number, number] | number | `#${string}`

/**
 * Hides a region with one colour, in the picture's own units (0 to 255 for pictures from a file).
 * On a grey picture only a number or a grey such as `#808080` makes sense; other colours are an error.
 *
 * @throws RangeError if a level is not finite or a text not `#rrggbb`; the painter throws one if the colour is not grey on a grey picture.
 *
 * @example
 * ```ts
 * import { colorFill } from "gridexplainer"
 * const image = { width: 1, height: 1, channels: 3, data: new Uint8Array(3) } as const
 * const paint = colorFill("#ff8000").prepare(image, { seed: 0 })
 * Array.from(paint({ id: 0, box: { left: 0, top: 0, width: 1, height: 1 } })) // => [255, 128, 0]
 * ```
 */
export function colorFill(color: Color): Fill {
  const levels = toLevels(color)
  return {
    name: "color",
    options: { color: levels },
    prepare: (image) => {
      const values = levelsFor(image, levels)
      return (region) => uniformPixels(region, values)
    },
  }
}

function toLevels(color: Color): readonly number[] {
  if (typeof color === "string") {
    if (!/^#[0-9a-f]{6}$/i.test(color)) throw new RangeError(`fill colour must be written #rrggbb, got ${color}`)
    return [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16))
  }
  const levels = typeof color === "number" ? [color, color, color] : color
  if (levels.length !== 3 || !levels.every(Number.isFinite))
    throw new RangeError(`fill colour must be three finite numbers, got [${levels.join(", ")}]`)
  return levels
}

function levelsFor(image: Image, levels: readonly number[]): readonly number[] {
  const [red, green, blue] = levels as [number, number, number]
  if (image.channels === 3) return levels
  if (red !== green || green !== blue)
    throw new RangeError(`fill colour on a grey picture must be a grey, got [${levels.join(", ")}]`)
  return [red]
}
