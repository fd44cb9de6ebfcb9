import type { Image } from "../types.ts"
import { zerosLike } from "./pixel-array.ts"

/** A picture put together from whole pixels: the one at (x, y) is the source's at (columns[x], rows[y]). */
export function pickPixels(image: Image, columns: readonly number[], rows: readonly number[]): Image {
  const { channels, data: source } = image
  const data = zerosLike(source, columns.length * rows.length * channels)
  let to = 0
  for (const y of rows) {
    for (const x of columns) {
      const from = (y * image.width + x) * channels
      for (let c = 0; c < channels; c++, to++) data[to] = source[from + c]!
    }
  }
  return { width: columns.length, height: rows.length, channels, data }
}
