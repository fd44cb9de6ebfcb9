import type { NoiseCheckName } from "../evidence-record.ts"
import { isBytes } from "../image/pixel-array.ts"
import type { Image, PixelArray } from "../types.ts"

/** Changes that are made to the picture's own pixels. */
export type PixelChange = Exclude<NoiseCheckName, "again" | "again-in-a-batch" | "other-filter">

const shifts: Readonly<Record<string, readonly [x: number, y: number]>> = {
  "shift-left": [1, 0],
  "shift-right": [-1, 0],
  "shift-up": [0, 1],
  "shift-down": [0, -1],
}

/**
 * The picture changed in a way that should not matter: moved by half a pixel, with its edges repeated, or made one level lighter or darker.
 * Half levels are kept: a shifted picture of bytes comes out as floats.
 */
export function changedPicture(image: Image, change: PixelChange): Image {
  const step = shifts[change]
  const data = step === undefined ? oneLevel(image.data, change === "level-up" ? 1 : -1) : halfAPixel(image, step)
  return { width: image.width, height: image.height, channels: image.channels, data }
}

/** Bilinear resampling half way between two pixels is their mean. */
function halfAPixel({ width, height, channels, data }: Image, [across, down]: readonly [number, number]): PixelArray {
  const moved = isBytes(data) ? new Float32Array(data.length) : data.slice()
  const inside = (at: number, length: number): number => Math.min(length - 1, Math.max(0, at))
  for (let y = 0, to = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const from = (inside(y + down, height) * width + inside(x + across, width)) * channels
      for (let c = 0; c < channels; c++, to++) moved[to] = (data[to]! + data[from + c]!) / 2
    }
  return moved
}

/** Bytes stay within 0 and 255. Floats may have any range, so a level is a 255th of the picture's own range, and nothing is clipped. */
function oneLevel(data: PixelArray, sign: 1 | -1): PixelArray {
  if (isBytes(data)) {
    const moved = new Uint8ClampedArray(data.length)
    for (let i = 0; i < data.length; i++) moved[i] = data[i]! + sign
    return moved
  }
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  for (const value of data) {
    least = Math.min(least, value)
    most = Math.max(most, value)
  }
  const level = (most - least) / 255
  return data.map((value) => value + sign * level)
}
