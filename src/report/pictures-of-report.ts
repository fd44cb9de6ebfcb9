import { type EmbeddedPictures, pictureNames } from "./html/embedded-pictures.ts"
import { storedPicture } from "./html/stored-pictures.ts"

/**
 * The pictures in a one-file report; undefined if it has none.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { picturesOfReport, report } from "gridexplainer/report"
 * const image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(255, 0) } as const
 * const model = functionModel((images) => images.map(({ data }) => [data[0]! / 255]))
 * const html = await report(await explain(model, image, { regions: grid({ rows: 1, columns: 2 }), fill: 0, evidence: "none" }))
 * picturesOfReport(html) // => undefined
 * ```
 */
export function picturesOfReport(html: string): EmbeddedPictures | undefined {
  const [photo, given, hidden] = pictureNames.map((name) => storedPicture(html, name))
  if (photo === undefined) return undefined
  return {
    photo: { href: photo },
    ...(given === undefined ? {} : { given: { href: given } }),
    ...(hidden === undefined ? {} : { hidden: { href: hidden } }),
  }
}
