import { lastingPixels } from "../image/lasting-pixels.ts"
import { pixelArrayNames, zerosLike } from "../image/pixel-array.ts"
import type { FillPainter, PixelArray } from "../types.ts"

/** A painter that keeps what it painted, by the region's id: for regions of one picture that are hidden again and again. */
export function keepPainted(paint: FillPainter, painted: Map<number, PixelArray> = new Map()): FillPainter {
  return (region) => {
    const known = painted.get(region.id)
    if (known !== undefined) return known
    const pixels = lasting(paint(region))
    painted.set(region.id, pixels)
    return pixels
  }
}

/** A copy, since a caller's own fill may use its memory for the next region. Anything else than an array of pixels is passed on, to be refused later. */
function lasting(pixels: PixelArray): PixelArray {
  if (!pixelArrayNames.includes(pixels?.[Symbol.toStringTag])) return pixels
  const copy = zerosLike(pixels, pixels.length)
  copy.set(pixels)
  lastingPixels.add(copy)
  return copy
}
