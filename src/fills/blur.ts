import { blurBoxes } from "../image/blur-boxes.ts"
import type { Fill } from "../types.ts"

/** The options of `blurFill`: `sigma` or `share`. */
export interface BlurFillOptions {
  /** Standard deviation in pixels. */
  readonly sigma?: number
  /** Standard deviation as a share of the picture's longer side, if `sigma` is not given. @default 3 / 64, which is 10.5 at 224 pixels */
  readonly share?: number
}

/**
 * Hides a region with the same place in the blurred picture: colours stay, details go.
 * The picture is blurred once, as a whole, so the surroundings of a region bleed into it.
 *
 * The blur baseline of Fong and Vedaldi (2017, arXiv 1704.03296); the default strength is that of three box filters of radius 10 at 224 pixels.
 *
 * @throws RangeError when sigma or share is not a finite number above 0.
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
  const { sigma, share = 3 / 64 } = options
  const strength = sigma === undefined ? { share } : { sigma }
  for (const [name, value] of Object.entries(strength))
    if (!(value > 0 && Number.isFinite(value)))
      throw new RangeError(`blur ${name} must be a finite number above 0, got ${value}`)
  const known = new Map<number, ReturnType<typeof blurBoxes>>()
  /** Pictures of the same size share a kernel. */
  const blurBy = (sigma: number): ReturnType<typeof blurBoxes> => {
    const blur = known.get(sigma) ?? blurBoxes({ sigma })
    known.set(sigma, blur)
    return blur
  }
  return {
    name: "blur",
    options: strength,
    prepare: (image) => {
      const blurred = blurBy(sigma ?? Math.max(image.width, image.height) * share)(image)
      return ({ box }) => blurred(box)
    },
  }
}
