import type { PixelArray } from "../types.ts"

/** The kinds of array that hold pixels, by their built-in tag, which also works for a Node `Buffer` and for arrays of other realms. */
export const pixelArrayNames: readonly PixelArray[typeof Symbol.toStringTag][] = [
  "Uint8Array",
  "Uint8ClampedArray",
  "Float32Array",
  "Float64Array",
]

/** Whether the pixels are 8-bit levels. */
export function isBytes(data: PixelArray): data is Uint8Array | Uint8ClampedArray {
  const name = data[Symbol.toStringTag]
  return name === "Uint8Array" || name === "Uint8ClampedArray"
}

/** Whether the pixels are 32-bit floats. */
export function isSingle(data: PixelArray): data is Float32Array {
  return data[Symbol.toStringTag] === "Float32Array"
}

/** A new array of zeros of the same kind; a `Buffer` counts as a `Uint8Array`. */
export function zerosLike(data: PixelArray, length: number): PixelArray {
  switch (data[Symbol.toStringTag]) {
    case "Uint8Array":
      return new Uint8Array(length)
    case "Uint8ClampedArray":
      return new Uint8ClampedArray(length)
    case "Float32Array":
      return new Float32Array(length)
    default:
      return new Float64Array(length)
  }
}
