import type { EmbeddedPicture } from "../../render/draw/sketch.ts"
import type { Image } from "../../types.ts"
import { importOptional } from "../files/import-optional.ts"
import { embedPicture } from "./embed-picture.ts"

/** Base 64 letters up to which a picture is stored without loss. */
const LOSSLESS = 180_000
const QUALITY = 86

/** A picture as a data address that is small enough to send: without loss where that is small, else as a JPEG. */
export async function embedPhoto(picture: Image, longestSide: number): Promise<EmbeddedPicture> {
  const exact = await embedPicture(picture, longestSide)
  if (exact.href.length <= LOSSLESS) return exact
  const { default: sharp } = await importOptional("sharp", () => import("sharp"))
  const png = Buffer.from(exact.href.slice(exact.href.indexOf(",") + 1), "base64")
  const jpeg = await sharp(png).jpeg({ quality: QUALITY, chromaSubsampling: "4:4:4" }).toBuffer()
  return { href: `data:image/jpeg;base64,${jpeg.toString("base64")}` }
}
