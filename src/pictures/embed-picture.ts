import { checkImage } from "../image/check-image.ts"
import { isBytes } from "../image/pixel-array.ts"
import { resizeImage } from "../image/resize-image.ts"
import { extent } from "../render/color/extent.ts"
import type { EmbeddedPicture } from "../render/draw/sketch.ts"
import { toBase64 } from "../report/base64.ts"
import type { Image } from "../types.ts"
import type { PictureCodec } from "./picture-codec.ts"

/** The options of `embedPicture`. */
export interface EmbedPictureOptions {
  /** The most pixels of the longer side: more than will be drawn would only make the file larger. */
  readonly longestSide: number
  /** Encodes the picture. */
  readonly codec: Pick<PictureCodec, "encode">
  /** If the PNG is longer than this many base64 characters, a JPEG is stored instead. Default: always a PNG. */
  readonly lossless?: number
}

/**
 * A picture as a `data:` address, as drawings and reports contain it.
 *
 * Floats from 0 to 1 become levels from 0 to 255; floats below 0 or above 255 are rescaled so that they just fit.
 *
 * @throws RangeError or TypeError for something that is not a picture; what the codec throws
 * @example
 * ```ts
 * import { embedPicture } from "gridexplainer/pictures"
 * const image = { width: 1, height: 1, channels: 1, data: Uint8Array.of(7) } as const
 * const codec = { encode: async ({ data }: { data: ArrayLike<number> }) => Uint8Array.from(data) }
 * const { href } = await embedPicture(image, { longestSide: 100, codec })
 * href // => "data:image/png;base64,Bw=="
 * ```
 */
export async function embedPicture(picture: Image, options: EmbedPictureOptions): Promise<EmbeddedPicture> {
  checkImage(picture, "photo")
  const { longestSide, codec, lossless = Number.POSITIVE_INFINITY } = options
  const shrink = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  const size = {
    width: Math.max(1, Math.round(picture.width * shrink)),
    height: Math.max(1, Math.round(picture.height * shrink)),
  }
  const levels = toLevels(picture)
  const drawn = shrink === 1 ? levels : resizeImage(levels, size, { filter: "box" })
  const href = async (kind: "png" | "jpeg"): Promise<string> =>
    `data:image/${kind};base64,${toBase64(await codec.encode(drawn, kind))}`
  const exact = await href("png")
  return { href: exact.length <= lossless ? exact : await href("jpeg") }
}

/** Floats of the range that a model takes, as levels from 0 to 255. */
function toLevels(picture: Image): Image {
  if (isBytes(picture.data)) return picture
  const { least, most } = extent(picture.data)
  if (least >= 0 && most > 1 && most <= 255) return picture
  const [black, white] = least >= 0 && most <= 1 ? [0, 1] : [least, most]
  const scale = 255 / (white - black || 1) // A picture of a single level has no range.
  return { ...picture, data: Float32Array.from(picture.data, (level) => (level - black) * scale) }
}
