import { basename } from "node:path"
import { fileURLToPath } from "node:url"
import type { Sharp } from "sharp"
import { GridExplainerError } from "../errors.ts"
import type { Image } from "../types.ts"
import { importOptional } from "./import-optional.ts"
import { readFile } from "./read-file.ts"
import { sha256Of } from "./sha256-of.ts"
import { sniffFormat } from "./sniff-format.ts"

/** A picture with what a record says about its file. */
export interface Photo {
  readonly image: Image
  /** The file's name without folders; absent for bytes. */
  readonly name?: string
  /** Of the file's bytes, lower-case hex. */
  readonly fileSha256: string
}

export interface ReadImageOptions {
  /**
   * Levels of red, green and blue behind transparent pixels.
   * @default [255, 255, 255]
   */
  readonly background?: readonly [number, number, number]
  /**
   * What happens to an embedded colour profile: converted to sRGB, so that the model sees the colours that people see, or ignored, as Pillow
   * does and with it the usual Python pipelines.
   * @default "convert"
   */
  readonly profile?: "convert" | "ignore"
}

/** 50 million: above what cameras make, and 150 MB of levels. */
const MAX_PIXELS = 50e6

/**
 * Reads a JPEG, PNG or WebP from a path, a `file:` URL or bytes: always upright (EXIF), in sRGB, three channels of 8 bits.
 *
 * Embedded colour profiles are converted, transparent pixels are laid on `background`, 16 bits become 8, and of an animation only the first
 * picture counts.
 *
 * @throws RangeError for a web address and for options that cannot be
 * @throws GridExplainerError `FILE_UNREADABLE`, `IMAGE_UNSUPPORTED` (another format, over 50 million pixels), `IMAGE_UNREADABLE` (damaged), `MISSING_PACKAGE`
 * @example
 * ```ts
 * import { readImage } from "gridexplainer/node"
 * const { image, name } = await readImage("examples/coffee.png")
 * name // => "coffee.png"
 * image.width // => 600
 * image.channels // => 3
 * ```
 */
export async function readImage(source: string | URL | Uint8Array, options: ReadImageOptions = {}): Promise<Photo> {
  const { background = [255, 255, 255], profile = "convert" } = options
  const [r, g, b] = checkBackground(background)
  if (profile !== "convert" && profile !== "ignore")
    throw new RangeError(`profile must be convert or ignore, got ${String(profile)}`)
  const path = source instanceof Uint8Array ? undefined : filePath(source)
  const bytes = source instanceof Uint8Array ? source : await readFile(source, { what: "picture" })
  const called = path === undefined ? "the picture" : `the picture ${path}`

  const format = sniffFormat(bytes)
  if (!["JPEG", "PNG", "WebP"].includes(format))
    throw new GridExplainerError("IMAGE_UNSUPPORTED", `${called} should be a JPEG, PNG or WebP, but it is ${format}`)

  const { default: sharp } = await importOptional("sharp", () => import("sharp"))
  const decoder = sharp(bytes, {
    autoOrient: true,
    limitInputPixels: MAX_PIXELS,
    failOn: "error",
    ignoreIcc: profile === "ignore",
  })
  try {
    await checkPixelCount(sharp(bytes, { limitInputPixels: false }), called)
    const { data, info } = await decoder
      .flatten({ background: { r, g, b } })
      .raw()
      .toBuffer({ resolveWithObject: true })
    const image: Image = { width: info.width, height: info.height, channels: 3, data: new Uint8Array(data) }
    return { image, ...(path === undefined ? {} : { name: basename(path) }), fileSha256: sha256Of(bytes) }
  } catch (error) {
    if (error instanceof GridExplainerError) throw error
    const reason = error instanceof Error ? error.message.split("\n")[0] : String(error)
    throw new GridExplainerError("IMAGE_UNREADABLE", `${called} is damaged or cut short (${reason})`, { cause: error })
  }
}

async function checkPixelCount(picture: Sharp, called: string): Promise<void> {
  const { width, height } = await picture.metadata()
  if (width * height <= MAX_PIXELS) return
  throw new GridExplainerError(
    "IMAGE_UNSUPPORTED",
    `${called} has ${width} x ${height} pixels, at most ${MAX_PIXELS / 1e6} million are read`,
    { nextStep: "Make it smaller first; models look at far fewer pixels." },
  )
}

function filePath(source: string | URL): string {
  if (typeof source === "string" && !/^(https?|data|file):/i.test(source)) return source
  if (source instanceof URL && source.protocol === "file:") return fileURLToPath(source)
  const shown = String(source).slice(0, 80)
  throw new RangeError(`a picture must be a path, a file: URL object or bytes, got ${shown}`)
}

function checkBackground(background: readonly number[]): readonly [number, number, number] {
  const [r = Number.NaN, g = Number.NaN, b = Number.NaN] = background
  if (background.length === 3 && [r, g, b].every((level) => level >= 0 && level <= 255)) return [r, g, b]
  throw new RangeError(`background must be three levels from 0 to 255, got [${background.join(", ")}]`)
}
