import { z } from "zod"
import type { PictureName } from "./html/embedded-pictures.ts"

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** Hashes of the parts of a report: written into it, and compared when it is verified. */
export interface Seal {
  readonly format: "gridexplainer-report"
  readonly version: 1
  readonly language: string
  /** The version of this package that wrote the report: another version may use other words. */
  readonly writtenBy: string
  /** SHA-256 of the record's text in the report. */
  readonly explanationSha256: string
  /** SHA-256 of the bytes of each picture in the report. */
  readonly pictures: Readonly<Partial<Record<PictureName, string>>>
  /** SHA-256 of the whole file, with these 64 digits as zeros. */
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

/** Replaces the document's own hash while that is computed. */
export const unsealed: string = "0".repeat(64)

/** Puts the file's own hash in its place: the seal is the last data block, so these are the last 64 digits after its name. */
export function sealWith(html: string, hash: string): string {
  const at = html.lastIndexOf(place) + place.length
  return html.slice(0, at) + hash + html.slice(at + hash.length)
}

const place = '"documentSha256":"'
