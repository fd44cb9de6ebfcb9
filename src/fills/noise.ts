import { cropImage } from "../image/crop-image.ts"
import { random } from "../random.ts"
import type { Fill, Image } from "../types.ts"

/**
 * Hides a region with uniform noise over the range of levels in the picture.
 *
 * The noise is drawn once for the whole picture from the run's seed, so a pixel always gets the same level, whichever regions are hidden with it.
 *
 * @example
 * ```ts
 * import { noiseFill } from "gridexplainer"
 * const image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(0, 255) } as const
 * const region = { id: 0, box: { left: 0, top: 0, width: 1, height: 1 } }
 * const paint = () => noiseFill().prepare(image, { seed: 3 })(region)[0]
 * paint() === paint() // => true
 * ```
 */
export function noiseFill(): Fill {
  return {
    name: "noise",
    prepare: (image, { seed }) => {
      const noise = noiseLike(image, seed)
      return (region) => cropImage(noise, region.box).data
    },
  }
}

function noiseLike(image: Image, seed: number): Image {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const level of image.data) {
    low = Math.min(low, level)
    high = Math.max(high, level)
  }
  const next = random(seed)
  return { ...image, data: Float64Array.from(image.data, () => low + next() * (high - low)) }
}
