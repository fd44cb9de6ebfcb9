import type { Region } from "../types.ts"

/** A box of pixels that all have the same levels, one level a channel. */
export function uniformPixels({ box }: Region, levels: readonly number[]): Float64Array {
  const pixels = new Float64Array(box.width * box.height * levels.length)
  for (let i = 0; i < pixels.length; i++) pixels[i] = levels[i % levels.length]!
  return pixels
}
