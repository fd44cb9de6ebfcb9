import type { Image } from "../types.ts"
import { checkImage } from "./check-image.ts"
import { isBytes } from "./pixel-array.ts"
import { sha256 } from "./sha256.ts"

/**
 * A fingerprint of the decoded pixels: SHA-256, lower-case hex, of width, height and channels as 32-bit numbers, the number of bytes
 * per value (1, 4 or 8) as one byte, then the values; numbers are little-endian. It is the same on every host, and
 * the same for `Uint8Array` and `Uint8ClampedArray`. Undefined on a host without Web Crypto.
 *
 * @example
 * ```ts
 * import { type Image, pixelsSha256 } from "gridexplainer"
 * const image: Image = { width: 1, height: 1, channels: 1, data: Uint8Array.of(7) }
 * const same: Image = { ...image, data: Uint8ClampedArray.of(7) }
 * const [one, other] = await Promise.all([pixelsSha256(image), pixelsSha256(same)])
 * one === other // => true
 * ```
 */
export function pixelsSha256(image: Image): Promise<string | undefined> {
  checkImage(image)
  return sha256(encoded(image))
}

function encoded({ width, height, channels, data }: Image): Uint8Array {
  const size = data.BYTES_PER_ELEMENT
  const bytes = new Uint8Array(headLength + data.length * size)
  const view = new DataView(bytes.buffer)
  for (const [i, side] of [width, height, channels].entries()) view.setUint32(4 * i, side, true)
  view.setUint8(12, size)
  if (isBytes(data)) bytes.set(data, headLength)
  else if (size === 4) for (let i = 0; i < data.length; i++) view.setFloat32(headLength + 4 * i, data[i]!, true)
  else for (let i = 0; i < data.length; i++) view.setFloat64(headLength + 8 * i, data[i]!, true)
  return bytes
}

const headLength = 13
