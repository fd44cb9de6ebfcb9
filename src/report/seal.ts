import { z } from "zod"
import type { PictureName } from "./html/embedded-pictures.ts"

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What belongs together in a report: written into it, and compared when it is verified. */
export interface Seal {
  readonly format: "gridexplainer-report"
  readonly version: 1
  readonly language: string
  /** The version of this package that wrote the report: another may write other words. */
  readonly writtenBy: string
  /** Of the record's text in the report. */
  readonly explanationSha256: string
  /** Of the bytes of each picture in the report. */
  readonly pictures: Readonly<Partial<Record<PictureName, string>>>
  /** Of the whole file, with these 64 digits as zeros. */
  readonly documentSha256: string
}

/** The shape of a seal, for zod. */
export const sealSchema: z.ZodType<Seal> = z
  .strictObject({
    format: z.literal("gridexplainer-report"),
    version: z.literal(1),
    language: z.string(),
    writtenBy: z.string(),
    explanationSha256: sha256,
    pictures: z
      .strictObject({ photo: sha256.exactOptional(), given: sha256.exactOptional(), hidden: sha256.exactOptional() })
      .readonly(),
    documentSha256: sha256,
  })
  .readonly()

/** In place of the document's own hash while that is worked out. */
export const unsealed: string = "0".repeat(64)

/** The file with its own hash in its place: the seal is the last block of data, so these are the last 64 digits that follow its name. */
export function sealWith(html: string, hash: string): string {
  const at = html.lastIndexOf(place) + place.length
  return html.slice(0, at) + hash + html.slice(at + hash.length)
}

const place = '"documentSha256":"'
