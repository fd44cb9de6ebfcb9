import type { Region, Segmenter } from "../types.ts"

/**
 * Makes one region of all pixels with the same label, whatever its shape: superpixels, organs, words.
 *
 * @param labels one whole number per pixel, row by row (`width * height` of them); any whole numbers, in any order.
 * Regions are ordered by label, from the smallest. As in Captum's FeatureAblation, labels that do not occur cost nothing.
 *
 * @throws RangeError if the number of labels is not the number of pixels, or a label is not a whole number.
 *
 * @example
 * ```ts
 * import { featureMask } from "gridexplainer"
 * const image = { width: 3, height: 1, channels: 1, data: new Uint8Array(3) } as const
 * featureMask([7, 2, 7])(image).list.map((region) => region.box.width) // => [1, 3]
 * ```
 */
export function featureMask(labels: ArrayLike<number>): Segmenter {
  return ({ width, height }) => {
    if (labels.length !== width * height)
      throw new RangeError(
        `feature mask must have one label per pixel, ${width} x ${height} = ${width * height}, got ${labels.length}`,
      )
    const bounds = boundsOf(labels, width)
    const ordered = [...bounds.keys()].sort((a, b) => a - b)
    const list = ordered.map((label, id): Region => {
      const { left, top, right, bottom } = bounds.get(label)!
      const box = { left, top, width: right - left + 1, height: bottom - top + 1 }
      const mask = new Uint8Array(box.width * box.height)
      for (let y = 0; y < box.height; y++)
        for (let x = 0; x < box.width; x++)
          mask[y * box.width + x] = labels[(top + y) * width + left + x] === label ? 1 : 0
      return { id, box, mask }
    })
    return { size: { width, height }, layout: { kind: "mask" }, list }
  }
}

interface Bounds {
  left: number
  top: number
  right: number
  bottom: number
}

function boundsOf(labels: ArrayLike<number>, width: number): Map<number, Bounds> {
  const bounds = new Map<number, Bounds>()
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i]!
    if (!Number.isSafeInteger(label))
      throw new RangeError(`feature mask labels must be whole numbers, got ${label} at pixel ${i}`)
    const x = i % width
    const y = Math.floor(i / width)
    const known = bounds.get(label)
    if (known === undefined) bounds.set(label, { left: x, top: y, right: x, bottom: y })
    else {
      known.left = Math.min(known.left, x)
      known.right = Math.max(known.right, x)
      known.bottom = y
    }
  }
  return bounds
}
