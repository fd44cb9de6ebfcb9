import { GridExplainerError } from "../../errors.ts"
import { tiffFacts } from "./headers/tiff-facts.ts"
import type { PictureFormat } from "./sniff-format.ts"

/** What decoders say of parts of a format that they do not know. */
const UNKNOWN_KIND =
  /not configured|unsupported (codec|feature|image type|color|jpeg)|samples out of range|bad labq|no known route/i

/** What decoders say of missing bytes. */
const TOO_SHORT = /premature end|unexpected end|bad seek|not enough data|got \d+ bytes, expected|read error at/i

/** What libjpeg says of pixels that are missing, or are decoded from wrong bits. */
const LOSS = /premature end|corrupt jpeg data/i

/** Junk between the segments of a header, which affects no pixel; before an end mark (d9) or a restart (d0 to d7) it is lost pixel data. */
const JUNK = /extraneous bytes before marker 0x(?!d[0-79])/i

/** Whether a decoder says that pixels of a JPEG are lost; its other warnings affect no pixel. */
export function isLoss(error: unknown): boolean {
  return wordsOf(error)
    .split("\n")
    .some((line) => LOSS.test(line) && !JUNK.test(line))
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}

/**
 * The failure of a decoder in plain words, always the same for the same file: its own words vary with its version and stay in `cause`.
 *
 * `called` begins the message.
 */
export function damageOf(
  error: unknown,
  { called, format, bytes }: { readonly called: string; readonly format: PictureFormat; readonly bytes: Uint8Array },
): GridExplainerError {
  const words = wordsOf(error)
  if (UNKNOWN_KIND.test(words))
    return new GridExplainerError("IMAGE_UNSUPPORTED", `${called} is a rare kind of ${format} that is not read`, {
      nextStep: "Save it as PNG first.",
      cause: error,
    })
  const hasGap = /premature end of data segment/i.test(words)
  const isShort = TOO_SHORT.test(words) || endsTooSoon(bytes, format)
  const isHeader = /corrupt header|unsupported image format/i.test(words)
  const what = hasGap
    ? "damaged: a part of its pixels is missing"
    : isShort
      ? "cut short"
      : isHeader
        ? "damaged: its header makes no sense"
        : "damaged: its pixels cannot be unpacked"
  return new GridExplainerError("IMAGE_UNREADABLE", `${called} is ${what}`, {
    nextStep:
      isShort || hasGap
        ? "Copy or download it again."
        : "Copy or download it again, or save it anew from a program that opens it.",
    cause: error,
  })
}

/** Whether a file ends too soon, for formats whose decoders do not say so. */
function endsTooSoon(bytes: Uint8Array, format: PictureFormat): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (format === "PNG") return file.lastIndexOf("IEND") === -1
  if (format === "WebP") return file.length < 12 || file.readUInt32LE(4) + 8 > file.length
  // The directory is usually written last, and found by its offset.
  return format === "TIFF" && tiffFacts(bytes) === undefined
}
