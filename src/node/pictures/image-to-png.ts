import { checkImage } from "../../image/check-image.ts"
import { importOptional } from "../../import-optional.ts"
import type { Image } from "../../types.ts"

/**
 * Stores a picture as a PNG, with the same bytes every time. Fractions are rounded, and levels outside 0 to 255 are clipped.
 *
 * @throws RangeError or TypeError for something that is not a picture
 * @throws GridExplainerError `MISSING_PACKAGE` if sharp is not installed
 * @example
 * ```ts
 * import { imageToPng, readImage } from "gridexplainer/node"
 * const png = await imageToPng({ width: 1, height: 1, channels: 3, data: Uint8Array.of(255, 0, 0) })
 * const { image } = await readImage(png)
 * image.data // => Uint8Array.of(255, 0, 0)
 * ```
 */
export async function imageToPng(image: Image): Promise<Uint8Array> {
  checkImage(image)
  const { width, height, channels, data } = image
  const { default: sharp } = await importOptional("sharp", () => import("sharp"))
  const png = await sharp(Uint8ClampedArray.from(data), { raw: { width, height, channels } })
    .toColourspace(channels === 1 ? "b-w" : "srgb")
    .png({ compressionLevel: 9, adaptiveFiltering: true, palette: false })
    .toBuffer()
  return new Uint8Array(png)
}
