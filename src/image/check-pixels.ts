import type { PixelArray } from "../types.ts"
import { isBytes, pixelArrayNames } from "./pixel-array.ts"

/**
 * Throws unless `pixels` is an array of one of the four kinds, with `length` values, all finite. `name` says whose pixels they are.
 *
 * @throws TypeError for another kind of array, RangeError for another length or a value that is NaN or infinite.
 */
export function checkPixels(pixels: PixelArray, length: number, name: string = "image"): void {
  if (!pixelArrayNames.includes(pixels?.[Symbol.toStringTag])) {
    throw new TypeError(`${name} pixels must be a ${pixelArrayNames.join(", ")}, got ${kindOf(pixels)}`)
  }
  if (pixels.length !== length) {
    throw new RangeError(`${name} pixels must be ${length} values (width x height x channels), got ${pixels.length}`)
  }
  if (isBytes(pixels)) return
  for (let i = 0; i < length; i++) {
    if (!Number.isFinite(pixels[i]))
      throw new RangeError(`${name} pixels must be finite, got ${pixels[i]} at index ${i}`)
  }
}

function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1)
}
