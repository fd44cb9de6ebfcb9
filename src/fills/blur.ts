import { cropImage } from "../image/crop-image.ts"
import { gaussianBlur } from "../image/gaussian-blur.ts"
import type { Fill } from "../types.ts"

export interface BlurFillOptions {
  /** Standard deviation in pixels. @default 3/64 of the longer side: 10.5 at 224 pixels */
  readonly sigma?: number
}

/**
 * Hides a region with the same place of the blurred picture: colours stay, details go.
 * The picture is blurred once, as a whole, so that what surrounds a region shines in.
 *
 * The blur baseline of Fong and Vedaldi (2017, arXiv 1704.03296); the default strength is that of three box filters of radius 10 at 224 pixels.
 *
 * @throws RangeError when sigma is not a finite number above 0.
 *
 * @example
 * ```ts
 * import { blurFill } from "gridexplainer"
 * const image = { width: 3, height: 1, channels: 1, data: Uint8Array.of(50, 50, 50) } as const
 * const paint = blurFill({ sigma: 1 }).prepare(image, { seed: 0 })
 * Array.from(paint({ id: 0, box: { left: 0, top: 0, width: 1, height: 1 } })) // => [50]
 * ```
 */
export function blurFill(options: BlurFillOptions = {}): Fill {
  const { sigma } = options
  if (sigma !== undefined && !(sigma > 0 && Number.isFinite(sigma)))
    throw new RangeError(`blur sigma must be a finite number above 0, got ${sigma}`)
  return {
    name: "blur",
    ...(sigma === undefined ? {} : { options: { sigma } }),
    prepare: (image) => {
      const blurred = gaussianBlur(image, { sigma: sigma ?? (Math.max(image.width, image.height) * 3) / 64 })
      return (region) => cropImage(blurred, region.box).data
    },
  }
}
