import type { Metadata } from "sharp"
import { GridExplainerError } from "../../../errors.ts"
import type { Size } from "../../../types.ts"
import type { PictureFormat } from "../sniff-format.ts"

/** What to do about a picture with too many pixels or bytes. */
export const makeSmaller = "Make it smaller first; models look at far fewer pixels."

/** The longest side of a JPEG. */
const MAX_SIDE = 65_535

/** sharp's names for the supported formats. */
const sharpNames: Readonly<Record<PictureFormat, string>> = {
  JPEG: "jpeg",
  PNG: "png",
  WebP: "webp",
  AVIF: "heif",
  GIF: "gif",
  TIFF: "tiff",
}

export interface CheckExtentOptions {
  /** Begins every message: `the picture cat.jpg`. */
  readonly called: string
  readonly maxPixels: number
}

export interface CheckHeaderOptions extends CheckExtentOptions {
  readonly format: PictureFormat
}

/**
 * Refuses a picture by its header: if it is too large, its values are not levels, or a decoder other than the one of its signature took the bytes.
 *
 * @throws GridExplainerError `IMAGE_UNSUPPORTED`
 */
export function checkHeader(header: Metadata, options: CheckHeaderOptions): void {
  const { format, called } = options
  if (header.format !== sharpNames[format])
    refuse(`${called} begins like ${format}, but the decoder takes it for ${header.format}`)
  checkExtent(header, options)
  if (header.depth !== "uchar" && header.depth !== "ushort")
    refuse(
      `${called} holds ${kindOfNumber(header.depth)}, not levels of 8 or 16 bits`,
      "Save it as PNG first; what is black and what is white is yours to choose.",
    )
  if (header.channels > 4)
    refuse(`${called} has ${header.channels} channels, at most 4 are read`, "Save three of them as PNG first.")
}

/**
 * Refuses a picture with too many pixels, or with a side so long that decoders would need minutes or gigabytes.
 *
 * @throws GridExplainerError `IMAGE_UNSUPPORTED`
 */
export function checkExtent({ width, height }: Size, { called, maxPixels }: CheckExtentOptions): void {
  const size = `${called} has ${width} x ${height} pixels`
  if (width * height > maxPixels) refuse(`${size}, at most ${inWords(maxPixels)} are read`, makeSmaller)
  if (Math.max(width, height) > MAX_SIDE)
    refuse(`${size}, at most ${MAX_SIDE} a side are read`, "Cut it into pieces first.")
}

function refuse(problem: string, nextStep = "Save it as PNG first."): never {
  throw new GridExplainerError("IMAGE_UNSUPPORTED", problem, { nextStep })
}

function inWords(count: number): string {
  return count >= 1e6 && count % 1e5 === 0 ? `${count / 1e6} million` : String(count)
}

function kindOfNumber(depth: string): string {
  if (/float|double/.test(depth)) return "fractions"
  return /complex/.test(depth) ? "complex numbers" : "whole numbers of another size"
}
