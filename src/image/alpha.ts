import type { Image } from "../types.ts"
import { isBytes, zerosLike } from "./pixel-array.ts"

/** Colours times alpha, so that invisible colours do not bleed into their neighbours; bytes are rounded as in Pillow. */
export function premultiply(image: Image): Image {
  return mapColours(image, isBytes(image.data) ? multiplied : (colour, alpha) => colour * alpha)
}

/** Colours divided by alpha again; where alpha is 0 they stay as they are. Bytes are truncated to whole levels, as in Pillow. */
export function unpremultiply(image: Image): Image {
  return mapColours(image, isBytes(image.data) ? divided : (colour, alpha) => (alpha === 0 ? colour : colour / alpha))
}

function multiplied(colour: number, alpha: number): number {
  const product = colour * alpha + 128
  return ((product >> 8) + product) >> 8
}

function divided(colour: number, alpha: number): number {
  return alpha === 0 ? colour : Math.min(255, Math.floor((255 * colour) / alpha))
}

function mapColours(image: Image, map: (colour: number, alpha: number) => number): Image {
  const source = image.data
  const data = zerosLike(source, source.length)
  for (let i = 0; i < source.length; i += 4) {
    const alpha = source[i + 3]!
    for (let c = 0; c < 3; c++) data[i + c] = map(source[i + c]!, alpha)
    data[i + 3] = alpha
  }
  return { ...image, data }
}
