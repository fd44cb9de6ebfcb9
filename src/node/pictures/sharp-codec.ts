import type { Explanation } from "../../explanation.ts"
import { importOptional } from "../../import-optional.ts"
import { type DrawExplanationOptions as DrawOptions, drawExplanation as draw } from "../../pictures/draw-explanation.ts"
import { type EmbedPictureOptions as EmbedOptions, embedPicture as embed } from "../../pictures/embed-picture.ts"
import type { PictureCodec } from "../../pictures/picture-codec.ts"
import {
  reportPictures as picturesFor,
  type ReportPicturesOptions as ReportOptions,
} from "../../pictures/report-pictures.ts"
import type { EmbeddedPicture } from "../../render/draw/sketch.ts"
import type { EmbeddedPictures } from "../../report/html/embedded-pictures.ts"
import type { Image } from "../../types.ts"
import { imageToPng } from "./image-to-png.ts"
import { readImage } from "./read-image.ts"
import { svgToPng } from "./svg-to-png.ts"

/** The codec of "gridexplainer/pictures" for Node: sharp reads and writes picture files, resvg turns drawings into PNGs. */
export const sharpCodec: PictureCodec = {
  decode: async (bytes) => (await readImage(bytes)).image,
  encode: async (image, kind) => {
    const png = await imageToPng(image)
    if (kind === "png") return png
    const { default: sharp } = await importOptional("sharp", () => import("sharp"))
    return new Uint8Array(await sharp(png).jpeg({ quality: 86, chromaSubsampling: "4:4:4" }).toBuffer())
  },
  rasterize: (svg) => svgToPng(svg),
}

/** The options of `drawExplanation` in "gridexplainer/pictures", without the codec. */
export type DrawExplanationOptions = Omit<DrawOptions, "codec">

/**
 * Draws an explanation as an SVG document that holds its pictures.
 *
 * @throws RangeError for invalid options, and for `pair` and `sets` without a photo; GridExplainerError `MISSING_PACKAGE` if sharp is not installed.
 *
 * @example
 * ```ts
 * import { drawExplanation, explain, functionModel, grid } from "gridexplainer/node"
 * const image = { width: 2, height: 2, channels: 3, data: new Uint8Array(12) } as const
 * const model = functionModel((images) => images.map(() => [1]))
 * const explanation = await explain(model, image, { regions: grid(2), evidence: "none" })
 * const svg = await drawExplanation(explanation, { photo: image, layout: "pair" })
 * svg.includes("What the model saw") // => true
 * ```
 */
export function drawExplanation(explanation: Explanation, options: DrawExplanationOptions = {}): Promise<string> {
  return draw(explanation, { ...options, codec: sharpCodec })
}

/** The options of `embedPicture` in "gridexplainer/pictures", without the codec. */
export type EmbedPictureOptions = Omit<EmbedOptions, "codec">

/**
 * A picture as a `data:` address, as drawings and reports contain it: the `photo` of `renderSvg`, for example.
 *
 * @throws RangeError or TypeError for something that is not a picture; GridExplainerError `MISSING_PACKAGE` if sharp is not installed.
 *
 * @example
 * ```ts
 * import { embedPicture } from "gridexplainer/node"
 * const image = { width: 2, height: 2, channels: 3, data: new Uint8Array(12) } as const
 * const { href } = await embedPicture(image, { longestSide: 640 })
 * href.slice(0, 22) // => "data:image/png;base64,"
 * ```
 */
export function embedPicture(picture: Image, options: EmbedPictureOptions): Promise<EmbeddedPicture> {
  return embed(picture, { ...options, codec: sharpCodec })
}

/** The options of `reportPictures` in "gridexplainer/pictures", without the codec. */
export type ReportPicturesOptions = Omit<ReportOptions, "codec">

/**
 * The pictures of a report: the photo, what the model was given of it, and the same with everything hidden.
 *
 * @throws RangeError for a photo of another size than the record's, and for a custom fill that was not given; GridExplainerError `MISSING_PACKAGE` if sharp
 * is not installed.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid, report, reportPictures } from "gridexplainer/node"
 * const image = { width: 2, height: 2, channels: 3, data: new Uint8Array(12) } as const
 * const model = functionModel((images) => images.map(() => [1]))
 * const explanation = await explain(model, image, { regions: grid(2), evidence: "none" })
 * const html = await report(explanation, { pictures: await reportPictures(explanation, image) })
 * html.includes('<image id="gx-photo"') // => true
 * ```
 */
export function reportPictures(
  explanation: Explanation,
  photo: Image,
  options: ReportPicturesOptions = {},
): Promise<EmbeddedPictures> {
  return picturesFor(explanation, photo, { ...options, codec: sharpCodec })
}
