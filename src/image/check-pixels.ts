import type { PixelArray } from "../types.ts"
import { isBytes, isSingle, pixelArrayNames } from "./pixel-array.ts"

/**
 * Throws unless `pixels` is an array of one of the four kinds, with `length` values, all finite. `name` stands for the image in the message.
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
  const odd = isSingle(pixels) ? firstOdd32(pixels) : firstOdd64(pixels)
  if (odd >= 0) throw new RangeError(`${name} pixels must be finite, got ${pixels[odd]} at index ${odd}`)
}

// One loop for each kind of array: a loop that meets both is several times slower.

function firstOdd32(pixels: Float32Array): number {
  for (let i = 0; i < pixels.length; i++) if (!Number.isFinite(pixels[i])) return i
  return -1
}

function firstOdd64(pixels: Float64Array): number {
  for (let i = 0; i < pixels.length; i++) if (!Number.isFinite(pixels[i])) return i
  return -1
}

function kindOf(value: unknown): string {
  return Object.prototype.toString.call(value).slice(8, -1)
}
