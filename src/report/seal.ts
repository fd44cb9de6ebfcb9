import { z } from "zod"
import type { PictureName } from "./html/report-pictures.ts"

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What belongs together in a report: written into it, and compared when it is verified. */
export interface Seal {
  readonly format: "gridexplainer-report"
  readonly version: 1
  readonly language: string
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
    explanationSha256: sha256,
    pictures: z
      .strictObject({ photo: sha256.exactOptional(), given: sha256.exactOptional(), hidden: sha256.exactOptional() })
      .readonly(),
    documentSha256: sha256,
  })
  .readonly()

/** In place of the document's own hash while that is worked out. */
export const unsealed: string = "0".repeat(64)
