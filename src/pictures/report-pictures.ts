import type { Explanation } from "../explanation.ts"
import type { FillOption } from "../fills/resolve-fill.ts"
import { hideRegions } from "../hide-regions.ts"
import { type View, viewOf } from "../reading/view.ts"
import type { EmbeddedPicture } from "../render/draw/sketch.ts"
import type { EmbeddedPictures } from "../report/html/embedded-pictures.ts"
import type { Image } from "../types.ts"
import { embedPicture } from "./embed-picture.ts"
import type { PictureCodec } from "./picture-codec.ts"

/** The options of `reportPictures`. */
export interface ReportPicturesOptions {
  /** Encodes the pictures. */
  readonly codec: Pick<PictureCodec, "encode">
  /** What replaced hidden pixels; needed if it was a custom function. */
  readonly fill?: FillOption | undefined
}

/** Longest side of the picture in a report: enough for paper, and small enough to send. */
const PHOTO = 1000
/** The same for what the model was given, which is usually smaller. */
const GIVEN = 640

/** A picture of up to this many base64 characters is stored without loss. */
const LOSSLESS = 180_000

/** Fills that paint a place the same way, whichever region it is hidden with. */
const evenFills: ReadonlySet<string> = new Set(["blur", "image-mean", "color"])

/**
 * The pictures of a report: the photo; what the model was given of it; and the same with everything hidden by the first fill, if every picture that the
 * model was shown can be put together from these two. That is not possible if regions overlap and the fill differs from region to region.
 *
 * @throws RangeError for a photo of another size than the record's, and for a custom fill that was not given; what the codec throws
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { reportPictures } from "gridexplainer/pictures"
 * import { report } from "gridexplainer/report"
 * const image = { width: 2, height: 2, channels: 3, data: new Uint8Array(12) } as const
 * const model = functionModel((images) => images.map(() => [1]))
 * const explanation = await explain(model, image, { regions: grid(2), evidence: "none" })
 * const codec = { encode: async () => Uint8Array.of(1, 2, 3) } // A page would use a canvas.
 * const html = await report(explanation, { pictures: await reportPictures(explanation, image, { codec }) })
 * html.includes('<image id="gx-photo"') // => true
 * ```
 */
export async function reportPictures(
  of: Explanation | View,
  photo: Image,
  { codec, fill: custom }: ReportPicturesOptions,
): Promise<EmbeddedPictures> {
  const { record } = viewOf(of)
  const everything = record.regions.boxes.map((_, region) => region)
  const picture = (hidden: readonly number[]): Image => hideRegions(photo, record, { hidden, fill: custom })
  const embed = (image: Image, longestSide: number): Promise<EmbeddedPicture> =>
    embedPicture(image, { longestSide, codec, lossless: LOSSLESS })
  const isOneFill = record.regions.layout.kind !== "window" || evenFills.has(record.fills[0]!.name)
  return {
    photo: await embed(photo, PHOTO),
    given: await embed(picture([]), GIVEN),
    ...(isOneFill ? { hidden: await embed(picture(everything), GIVEN) } : {}),
  }
}
