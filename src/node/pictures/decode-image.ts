import type { Metadata, Sharp } from "sharp"
import { GridExplainerError } from "../../errors.ts"
import { toRgb } from "../../image/to-rgb.ts"
import { importOptional } from "../../import-optional.ts"
import type { Image } from "../../types.ts"
import { damageOf, isLoss } from "./damage-of.ts"
import { checkExtent, checkHeader } from "./headers/check-header.ts"
import { iccProfile } from "./headers/icc-profile.ts"
import { type PreparedPicture, preparePicture } from "./headers/prepare-picture.ts"
import { levelsInUse, type StoredLevels, stretchLevels } from "./levels-in-use.ts"
import { pictureNotes } from "./picture-notes.ts"
import type { PictureFormat } from "./sniff-format.ts"

export interface DecodeImageOptions {
  readonly format: PictureFormat
  /** Begins every message: `the picture cat.jpg`. */
  readonly called: string
  readonly colorManagement: "srgb" | "ignore"
  readonly stretch: boolean
  readonly background: readonly [number, number, number]
  readonly maxPixels: number
}

export interface DecodedImage {
  readonly image: Image
  readonly notes: readonly string[]
}

/**
 * Decodes the bytes of a picture: upright, three channels of 8 bits. The header is judged before any pixel is unpacked.
 *
 * @throws GridExplainerError `IMAGE_UNSUPPORTED`, `IMAGE_UNREADABLE`, `MISSING_PACKAGE`
 */
export async function decodeImage(bytes: Uint8Array, options: DecodeImageOptions): Promise<DecodedImage> {
  const prepared = preparePicture(bytes, options)
  if (prepared.size !== undefined) checkExtent(prepared.size, options)
  try {
    return await decode(prepared, { ...options, failOn: mayHoldJpeg(options) ? "warning" : "error" }).catch(
      (error: unknown) => {
        if (isLoss(error) || error instanceof GridExplainerError) throw error
        return decode(prepared, { ...options, failOn: "error" }) // What remains are warnings about headers, which affect no pixel.
      },
    )
  } catch (error) {
    throw error instanceof GridExplainerError ? error : damageOf(error, { ...options, bytes })
  }
}

/** libjpeg only warns if pixels are missing, and fills the rest with grey. TIFF files may contain JPEGs. */
function mayHoldJpeg({ format }: DecodeImageOptions): boolean {
  return format === "JPEG" || format === "TIFF"
}

async function decode(
  prepared: PreparedPicture,
  { failOn, ...options }: DecodeImageOptions & { readonly failOn: "warning" | "error" },
): Promise<DecodedImage> {
  const { default: sharp } = await importOptional("sharp", () => import("sharp"))
  const limits = { failOn, limitInputPixels: false, limitInputChannels: false } as const
  const header = await sharp(prepared.bytes, limits).metadata()
  checkHeader(header, options)
  const profile = header.icc && iccProfile(header.icc)
  const converts = options.colorManagement === "srgb" && profile?.space === spaceOf(header)
  const common = { ...limits, limitInputPixels: options.maxPixels, autoOrient: true } as const
  const decoder = sharp(prepared.bytes, { ...common, ignoreIcc: !converts })
  let failed = options.colorManagement === "srgb" && !converts
  decoder.on("warning", (warning: string) => {
    failed ||= /profile/i.test(warning)
  })
  if (prepared.hasSpareChannel === true) decoder.removeAlpha()
  const asRead = await pixelsOf(decoder, { header, converts })
  const isDeep = header.depth === "ushort" && header.space !== "cmyk"
  const stored =
    isDeep && (options.stretch || mayUseFew(asRead))
      ? await wordsOf(sharp(prepared.bytes, { ...common, ignoreIcc: true }), prepared.hasSpareChannel)
      : asRead
  const levels = levelsInUse(stored)
  const isStretched = options.stretch && levels.most > levels.least
  const pixels = isStretched ? { ...asRead, data: stretchLevels(stored, levels) } : asRead
  const notes = pictureNotes(header, {
    ...options,
    count: prepared.count ?? header.pages ?? 1,
    profile,
    profileUse: failed ? "failed" : converts ? "converted" : "ignored",
    isTransparent: hasTransparency(pixels),
    levels,
    isStretched,
  })
  return { image: toRgb(pixels, options), notes }
}

/** The colour space of a picture, as a colour profile names it. */
function spaceOf({ space }: Metadata): string {
  if (space === "cmyk") return "CMYK"
  return space === "b-w" || space === "grey16" ? "GRAY" : "RGB"
}

/** The pixels as RGB or RGBA; `converts` says whether a profile is applied. */
async function pixelsOf(
  decoder: Sharp,
  { header, converts }: { readonly header: Metadata; readonly converts: boolean },
): Promise<Levels> {
  const { space, depth } = header
  if (space === "cmyk" && !converts) return withoutInk(decoder, depth === "ushort" ? "ushort" : "uchar")
  // 16 bits become 8 before a profile is used: sharp would convert RGB to Display P3 instead of sRGB, and leave grey unchanged.
  if (converts && space === "rgb16") decoder.pipelineColourspace("srgb")
  if (converts && space === "grey16") decoder.pipelineColourspace("b-w")
  return levelsOf(decoder.toColourspace("srgb"))
}

type Levels = Image & { readonly data: Uint8Array }

async function levelsOf(decoder: Sharp, depth: "uchar" | "ushort" = "uchar"): Promise<Levels> {
  const { data, info } = await decoder.raw({ depth }).toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const values = depth === "uchar" ? data : upperBytes(data)
  const fits = (channels === 3 || channels === 4) && values.length === width * height * channels
  if (!fits) throw new Error(`the decoder gave ${values.length} levels in ${channels} channels`)
  return { width, height, channels, data: new Uint8Array(values.buffer, values.byteOffset, values.length) }
}

/** Whether a 16-bit picture may use few levels, judged by the upper 8 bits. */
function mayUseFew(pixels: Levels): boolean {
  const { least, most } = levelsInUse(pixels)
  return most - least < 80
}

/** All 16 bits of a picture, without its colour profile. */
async function wordsOf(decoder: Sharp, hasSpareChannel: boolean | undefined): Promise<StoredLevels> {
  if (hasSpareChannel === true) decoder.removeAlpha()
  const raw = decoder.toColourspace("rgb16").raw({ depth: "ushort" })
  const { data, info } = await raw.toBuffer({ resolveWithObject: true })
  return { channels: info.channels, data: new Uint16Array(data.buffer, data.byteOffset, data.length / 2) }
}

function upperBytes(data: Uint8Array): Uint8Array {
  return Uint8Array.from(new Uint16Array(data.buffer, data.byteOffset, data.length / 2), (level) => level >> 8)
}

/** CMYK as it is stored, converted to RGB without a profile. */
async function withoutInk(decoder: Sharp, depth: "uchar" | "ushort"): Promise<Levels> {
  const ink = await levelsOf(decoder.pipelineColourspace("cmyk").toColourspace("cmyk"), depth)
  return { ...ink, channels: 3, data: cmykToRgb(ink.data) }
}

/**
 * Converts ink to light without a colour profile, like Pillow and nearly like browsers: cyan, magenta and yellow each take away a share of what black leaves.
 *
 * `cmyk` holds four bytes per pixel, 255 for full ink; the result has three bytes per pixel.
 */
function cmykToRgb(cmyk: Uint8Array): Uint8Array {
  const rgb = new Uint8Array((cmyk.length / 4) * 3)
  for (let from = 0, to = 0; from < cmyk.length; from += 4) {
    const light = 255 - cmyk[from + 3]!
    for (let c = 0; c < 3; c++, to++) rgb[to] = light - Math.round((cmyk[from + c]! * light) / 255)
  }
  return rgb
}

function hasTransparency({ channels, data }: Image): boolean {
  if (channels !== 4) return false
  for (let i = 3; i < data.length; i += 4) if (data[i] !== 255) return true
  return false
}
