import { basename } from "node:path"
import { fileURLToPath } from "node:url"
import { GridExplainerError } from "../../errors.ts"
import { checkInteger } from "../../math/check-integer.ts"
import type { Image } from "../../types.ts"
import { untilAborted } from "../../until-aborted.ts"
import { readFile } from "../files/read-file.ts"
import { sha256Of } from "../files/sha256-of.ts"
import { shownAddress } from "../files/shown-address.ts"
import { decodeImage } from "./decode-image.ts"
import { makeSmaller } from "./headers/check-header.ts"
import { adviceForStranger, type PictureFormat, pictureFormats, sniffFormat } from "./sniff-format.ts"

/** A picture, with what a record says about its file. */
export interface Photo {
  /** The pixels: upright, RGB, levels from 0 to 255. */
  readonly image: Image
  /** The file's name without folders, or the `name` option; absent for bytes without a name. */
  readonly name?: string
  /** SHA-256 of the file's bytes, lower-case hex. */
  readonly fileSha256: string
  /** Notes on how it was read, in plain words: `only the first of its 12 frames is used`. Empty for an ordinary photo. */
  readonly notes: readonly string[]
}

/** The options of `readImage`. */
export interface ReadImageOptions {
  /**
   * Levels of red, green and blue behind transparent pixels.
   * @default [255, 255, 255]
   */
  readonly background?: readonly [number, number, number]
  /**
   * What happens to an embedded colour profile. `"srgb"`: colours are converted to sRGB, as in browsers, so that the model sees the colours that people
   * see. `"ignore"`: the profile is ignored, as in Pillow and so in the usual Python pipelines.
   * @default "srgb"
   */
  readonly colorManagement?: "srgb" | "ignore"
  /**
   * Whether the levels that a picture uses are spread from black to white: for pictures with 10, 12 or 14 bits in a 16-bit file, such as X-rays, which would
   * otherwise be nearly black. All colours are stretched alike, and the colour profile of a 16-bit file is then ignored; `notes` says from which levels.
   * @default false
   */
  readonly stretch?: boolean
  /**
   * The most pixels that are decoded. Each takes 3 to 16 bytes of memory.
   * @default 50000000
   */
  readonly maxPixels?: number
  /**
   * The most bytes that a file may have.
   * @default 67108864
   */
  readonly maxBytes?: number
  /** The picture's name in messages and in the record, for bytes that do not come from a file. */
  readonly name?: string
  /** Aborts at once. A decoder that is working is not waited for; it ends by itself. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Reads a JPEG, PNG, WebP, AVIF, GIF or TIFF from a path, a `file:` URL or bytes: always upright (EXIF), three channels of 8 bits.
 *
 * Embedded colour profiles are converted to sRGB, and transparent pixels are laid on `background`. Of 16 bits the upper 8 are used, and of an animation
 * or several pages only the first picture. `notes` says so if any of this happened, or if a picture uses so few levels that `stretch` may be wanted. The
 * format is recognized by the bytes, never by the name.
 *
 * @throws RangeError for a web address and for invalid options
 * @throws GridExplainerError `FILE_UNREADABLE`, `IMAGE_UNSUPPORTED` (another format, too large), `IMAGE_UNREADABLE` (damaged), `MISSING_PACKAGE`
 * @throws `signal.reason` on abort
 * @example
 * ```ts
 * import { readImage } from "gridexplainer/node"
 * const { image, name, notes } = await readImage("examples/coffee.png")
 * name // => "coffee.png"
 * image.width // => 600
 * image.channels // => 3
 * notes // => []
 * ```
 */
export async function readImage(source: string | URL | Uint8Array, options: ReadImageOptions = {}): Promise<Photo> {
  const { background = [255, 255, 255], colorManagement = "srgb", stretch = false } = options
  const { maxPixels = 50e6, maxBytes = 2 ** 26, signal } = options
  signal?.throwIfAborted()
  checkOptions({ background, colorManagement, maxPixels, maxBytes })
  const path = source instanceof Uint8Array ? undefined : filePath(source)
  const name = options.name ?? (path === undefined ? undefined : basename(path))
  const shown = options.name ?? path
  const called = shown === undefined ? "the picture" : `the picture ${shown}`
  const bytes = source instanceof Uint8Array ? source : await readPictureFile(source, maxBytes)
  const format = checkFormat(bytes, { called, maxBytes })
  const decoding = decodeImage(bytes, { format, called, colorManagement, stretch, background, maxPixels })
  const { image, notes } = await untilAborted(decoding, signal)
  return { image, ...(name === undefined ? {} : { name }), fileSha256: sha256Of(bytes), notes }
}

/** What to do, by what `readFile` found. */
const advice: readonly (readonly [problem: RegExp, advice: string])[] = [
  [/does not exist$/, "Check how it is spelled, and the folder."],
  [/under something that is not a folder$/, "Check the folder."],
  [/is a folder, not a file$/, "Name a picture in it."],
  [/is empty$/, "Copy or download it again."],
  [/at most \d+ are read$/, makeSmaller],
  [/permission denied$/, "Ask its owner for the right to read it."],
  [/is not a regular file$/, "Copy what it holds into a file first."],
  [/leads in a circle$/, "Name the file that it should lead to."],
  [/name that no file can have$/, "Check it for a stray sign."],
  [/name that is too long$/, "Check for a missing space between two names."],
]

/** Reads the whole file of a picture, and says what to do if that fails. */
async function readPictureFile(path: string | URL, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await readFile(path, { what: "picture", maxBytes })
  } catch (error) {
    if (!(error instanceof GridExplainerError)) throw error
    const nextStep = advice.find(([problem]) => problem.test(error.problem))?.[1]
    if (nextStep === undefined) throw error
    throw new GridExplainerError("FILE_UNREADABLE", error.problem, { nextStep, cause: error.cause })
  }
}

function checkFormat(bytes: Uint8Array, { called, maxBytes }: { called: string; maxBytes: number }): PictureFormat {
  if (bytes.length > maxBytes)
    throw new GridExplainerError(
      "IMAGE_UNSUPPORTED",
      `${called} has ${bytes.length} bytes, at most ${maxBytes} are read`,
      {
        nextStep: makeSmaller,
      },
    )
  const what = sniffFormat(bytes)
  const format = pictureFormats.find((known) => known === what)
  if (format !== undefined) return format
  throw new GridExplainerError("IMAGE_UNSUPPORTED", `${called} should be a ${readable}, but it is ${what}`, {
    nextStep: adviceForStranger(what),
  })
}

const readable = `${pictureFormats.slice(0, -1).join(", ")} or ${pictureFormats.at(-1)}`

function filePath(source: string | URL): string {
  if (typeof source === "string" && !/^(https?|data|file):/i.test(source)) return source
  if (source instanceof URL && source.protocol === "file:") return fileURLToPath(source)
  const shown = shownAddress(source)
  throw new RangeError(`a picture must be a path, a file: URL object or bytes, got ${shown}`)
}

function checkOptions(options: Required<Omit<ReadImageOptions, "name" | "stretch" | "signal">>): void {
  const { background, colorManagement, maxPixels, maxBytes } = options
  if (background.length !== 3 || !background.every((level) => level >= 0 && level <= 255))
    throw new RangeError(`background must be three levels from 0 to 255, got [${background.join(", ")}]`)
  if (colorManagement !== "srgb" && colorManagement !== "ignore")
    throw new RangeError(`colorManagement must be srgb or ignore, got ${String(colorManagement)}`)
  for (const [key, limit] of Object.entries({ maxPixels, maxBytes })) checkInteger(key, limit)
}
