import { checkImage } from "../../image/check-image.ts"
import { isBytes } from "../../image/pixel-array.ts"
import { resizeImage } from "../../image/resize-image.ts"
import { extent } from "../../render/color/extent.ts"
import type { EmbeddedPicture } from "../../render/draw/sketch.ts"
import type { Image } from "../../types.ts"
import { imageToPng } from "./image-to-png.ts"

/** A picture as a data address, no larger than it will be drawn: more pixels would only make the file larger. */
export async function embedPicture(picture: Image, longestSide: number): Promise<EmbeddedPicture> {
  checkImage(picture, "photo")
  const shrink = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  const size = {
    width: Math.max(1, Math.round(picture.width * shrink)),
    height: Math.max(1, Math.round(picture.height * shrink)),
  }
  const levels = toLevels(picture)
  const png = await imageToPng(shrink === 1 ? levels : resizeImage(levels, size, { filter: "box" }))
  return { href: `data:image/png;base64,${Buffer.from(png).toString("base64")}` }
}

/** Floats of the range that a model takes, as levels from 0 to 255. */
function toLevels(picture: Image): Image {
  if (isBytes(picture.data)) return picture
  const { least, most } = extent(picture.data)
  if (least >= 0 && most > 1 && most <= 255) return picture
  const [black, white] = least >= 0 && most <= 1 ? [0, 1] : [least, most]
  const scale = 255 / (white - black || 1) // A picture of one single level has no range.
  return { ...picture, data: Float32Array.from(picture.data, (level) => (level - black) * scale) }
}
