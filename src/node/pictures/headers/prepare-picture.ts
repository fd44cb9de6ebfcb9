import { GridExplainerError } from "../../../errors.ts"
import type { Size } from "../../../types.ts"
import type { PictureFormat } from "../sniff-format.ts"
import { avifSize } from "./avif-size.ts"
import { MAX_PAGES, tiffFacts } from "./tiff-facts.ts"
import { trimPng } from "./trim-png.ts"

/** Bytes for the decoder, and facts that it does not report. */
export interface PreparedPicture {
  readonly bytes: Uint8Array
  /** Width and height from the header, if it can be read before decoding. */
  readonly size?: Size
  /** How many pictures the file holds, if that is known before decoding; infinite for an unknown number above one. */
  readonly count?: number
  /** Whether the channel after the colours is not transparency. */
  readonly hasSpareChannel?: boolean
}

/**
 * Inspects a file before any decoder does: removes what would only cost time, and refuses what would be misread.
 *
 * `called` begins every message.
 *
 * @throws GridExplainerError `IMAGE_UNSUPPORTED`
 */
export function preparePicture(
  bytes: Uint8Array,
  { format, called }: { readonly format: PictureFormat; readonly called: string },
): PreparedPicture {
  if (format === "PNG") return preparePng(bytes, called)
  if (format === "TIFF") return prepareTiff(bytes, called)
  if (format === "AVIF") return prepareAvif(bytes)
  return { bytes }
}

function preparePng(bytes: Uint8Array, called: string): PreparedPicture {
  const { bytes: trimmed, size, frames, hasHugeProfile } = trimPng(bytes)
  if (hasHugeProfile)
    throw new GridExplainerError("IMAGE_UNSUPPORTED", `${called} has a colour profile that unpacks to a huge size`, {
      nextStep: "Save it again without a colour profile.",
    })
  return { bytes: trimmed, ...(size && { size }), count: frames }
}

function prepareTiff(bytes: Uint8Array, called: string): PreparedPicture {
  const facts = tiffFacts(bytes)
  if (facts?.isThumbnail === true)
    throw new GridExplainerError("IMAGE_UNSUPPORTED", `${called} begins with a thumbnail, as camera raw files do`, {
      nextStep: "Develop it to JPEG or PNG first.",
    })
  if (facts !== undefined && facts.pages > MAX_PAGES)
    throw new GridExplainerError("IMAGE_UNSUPPORTED", `${called} has more than ${MAX_PAGES} pages`, {
      nextStep: "Save the page that matters as PNG first.",
    })
  if (facts === undefined) return { bytes }
  const { size, pages, hasSpareChannel } = facts
  return { bytes, ...(size && { size }), count: pages, hasSpareChannel }
}

/** A sequence also contains a still picture, but the decoder recognizes it only by that brand. */
function prepareAvif(bytes: Uint8Array): PreparedPicture {
  const size = avifSize(bytes)
  const known = { bytes, ...(size && { size }) }
  if (bytes[11] !== "s".charCodeAt(0)) return known
  const still = Uint8Array.from(bytes)
  still[11] = "f".charCodeAt(0)
  return { ...known, bytes: still, count: Number.POSITIVE_INFINITY }
}
