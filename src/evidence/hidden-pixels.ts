import { makeVariants } from "../asking/variants.ts"
import { smoothMap } from "../attribution/smooth-map.ts"
import { applyEdits } from "../image/apply-edits.ts"
import type { Edit, FillPainter, Image, Regions } from "../types.ts"
import { largestPixels } from "./largest-pixels.ts"

export interface HiddenPixelsOptions {
  /** What the model sees. */
  readonly image: Image
  /** Paints the hidden regions; a hidden pixel takes its value from there. */
  readonly paint: FillPainter
  /** One number per region; pixels are ordered by the smooth map of these. */
  readonly effects: readonly number[]
  /** How many regions' worth of pixels are hidden at each step. */
  readonly hidden: readonly number[]
}

/**
 * The pictures of a curve by pixels. At each step the pixels with the largest smooth effects are hidden, the same share of the picture as `hidden` regions
 * are of all regions; then, at each step, those with the smallest.
 *
 * @throws RangeError for regions of a mask.
 */
export function hiddenPixels(
  regions: Regions,
  { image, paint, effects, hidden }: HiddenPixelsOptions,
): readonly (readonly Edit[])[] {
  const { list } = regions
  const map = smoothMap(effects, { ...regions, boxes: list.map(({ box }) => box) })
  const [all] = makeVariants(image, regions, { paint, sets: [{ hidden: list.map(({ id }) => id) }] })
  const { data: pixels } = applyEdits(image, all!.edits)
  const box = { left: 0, top: 0, width: image.width, height: image.height }
  const counts = hidden.map((count) => Math.round((count * map.length) / list.length))
  const largest = largestPixels(map)
  const masks = [
    ...counts.map(largest),
    ...counts.map((count) => largest(map.length - count).map((shown) => 1 - shown)),
  ]
  return masks.map((mask) => [{ box, mask, pixels }])
}
