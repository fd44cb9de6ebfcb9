import type { Image, PixelArray } from "../types.ts"
import { checkImage } from "./check-image.ts"
import { isBytes, zerosLike } from "./pixel-array.ts"

/** The options of `toRgb`. */
export interface ToRgbOptions {
  /** Red, green and blue, from 0 to 255, that show where the picture is transparent. @default [255, 255, 255] */
  readonly background?: readonly [number, number, number]
}

/**
 * The picture as RGB: grey is repeated, alpha (255 = opaque) is laid over the background.
 *
 * Bytes are rounded half up, `(colour * alpha + background * (255 - alpha)) / 255`; floats are not rounded.
 * An RGB picture is returned unchanged, as the same object.
 *
 * @throws RangeError for a background that is not three numbers from 0 to 255.
 *
 * @example
 * ```ts
 * import { type Image, toRgb } from "gridexplainer"
 * const half: Image = { width: 1, height: 1, channels: 4, data: Uint8Array.of(255, 0, 0, 128) }
 * toRgb(half).data // => Uint8Array.of(255, 127, 127)
 * ```
 */
export function toRgb(image: Image, options: ToRgbOptions = {}): Image {
  const { background = [255, 255, 255] } = options
  checkImage(image)
  checkBackground(background)
  if (image.channels === 3) return image
  const { width, height } = image
  const data = zerosLike(image.data, width * height * 3)
  if (image.channels === 1) repeat(image.data, data)
  else layOver(image.data, data, background)
  return { width, height, channels: 3, data }
}

function repeat(grey: PixelArray, data: PixelArray): void {
  for (let i = 0; i < data.length; i++) data[i] = grey[Math.floor(i / 3)]!
}

function layOver(rgba: PixelArray, data: PixelArray, background: readonly number[]): void {
  const rounds = isBytes(data)
  for (let from = 0, to = 0; from < rgba.length; from += 4) {
    const alpha = rgba[from + 3]!
    for (let c = 0; c < 3; c++, to++) {
      const level = (rgba[from + c]! * alpha + background[c]! * (255 - alpha)) / 255
      data[to] = rounds ? Math.round(level) : level
    }
  }
}

function checkBackground(background: readonly number[]): void {
  const fine =
    Array.isArray(background) && background.length === 3 && background.every((level) => level >= 0 && level <= 255)
  if (!fine) throw new RangeError(`background must be three numbers from 0 to 255, got ${JSON.stringify(background)}`)
}
