import type { Edit, Image, PixelArray } from "../types.ts"
import { checkEdit } from "./check-edit.ts"
import { checkImage } from "./check-image.ts"
import { isBytes, zerosLike } from "./pixel-array.ts"

/**
 * The picture with every edit painted on it, in order; the given picture stays as it is.
 *
 * Nothing is rounded: the result holds bytes only if the picture and all edits do, and otherwise the widest float type among them.
 *
 * @throws TypeError or RangeError for an edit that does not fit the picture.
 *
 * @example
 * ```ts
 * import { applyEdits, type Image } from "gridexplainer"
 * const image: Image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(10, 20) }
 * const box = { left: 1, top: 0, width: 1, height: 1 }
 * applyEdits(image, [{ box, pixels: Float32Array.of(0.5) }]).data // => Float32Array.of(10, 0.5)
 * ```
 */
export function applyEdits(image: Image, edits: readonly Edit[]): Image {
  checkImage(image)
  const given: unknown = edits // Callers without types may pass a single edit.
  if (!Array.isArray(given)) throw new TypeError(`edits must be an array, got ${typeof given}`)
  for (const [i, edit] of edits.entries()) checkEdit(edit, image, `edits[${i}]`)
  const data = zerosLike(widest(image, edits), image.data.length)
  data.set(image.data)
  for (const edit of edits) paint(data, image, edit)
  return { width: image.width, height: image.height, channels: image.channels, data }
}

function widest(image: Image, edits: readonly Edit[]): PixelArray {
  const floats = [image.data, ...edits.map((edit) => edit.pixels)].filter((data) => !isBytes(data))
  return floats.find((data) => data[Symbol.toStringTag] === "Float64Array") ?? floats[0] ?? image.data
}

function paint(data: PixelArray, { width, channels }: Image, { box, mask, pixels }: Edit): void {
  for (let y = 0, from = 0; y < box.height; y++) {
    let to = ((box.top + y) * width + box.left) * channels
    for (let x = 0; x < box.width; x++) {
      const painted = mask === undefined || mask[y * box.width + x] !== 0
      for (let c = 0; c < channels; c++, from++, to++) if (painted) data[to] = pixels[from]!
    }
  }
}
