import { fileURLToPath } from "node:url"
import type { ResvgRenderOptions } from "@resvg/resvg-js"
import { importOptional } from "../../import-optional.ts"
import { checkInteger } from "../../math/check-integer.ts"
import { tag } from "../../render/draw/xml.ts"
import { assetUrl } from "../models/asset-url.ts"
import { drawableText } from "./fonts/drawable-text.ts"
import { systemFonts } from "./fonts/system-fonts.ts"

/** The options of `svgToPng`. */
export interface SvgToPngOptions {
  /**
   * Width of the PNG in pixels; the height follows.
   * @default the drawing's own width
   */
  readonly width?: number
  /** Paths of TrueType or OpenType fonts for letters that DejaVu Sans lacks; they are tried before the computer's own fonts. @default none */
  readonly fontFiles?: readonly string[]
  /**
   * Whether letters that neither DejaVu Sans nor `fontFiles` have are looked up in the fonts of this computer. If not, the same drawing gives the same
   * bytes on every computer.
   * @default true
   */
  readonly systemFonts?: boolean
}

const MAX_WIDTH = 16_384

const packaged = {
  loadSystemFonts: false,
  fontFiles: ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((name) => fileURLToPath(assetUrl(`fonts/${name}`))),
  defaultFontFamily: "DejaVu Sans",
  sansSerifFamily: "DejaVu Sans",
}

/** A drawing takes four bytes per pixel before it is compressed: 400 MB at most. */
const MAX_PIXELS = 100e6

/** Pictures and references outside the drawing; resvg would read them from the disk. */
const OUTSIDE = /href\s*=\s*(["'])\s*(?!data:|#)([^"']*)/i

/**
 * Draws an SVG as a PNG. Text is set in DejaVu Sans, which is part of the package, so the same drawing gives the same bytes on every computer. Only letters
 * that it lacks (Chinese, Devanagari, Thai, most pictograms) come from other fonts, and a drawing with such letters may differ between computers. Letters that
 * no font has are not drawn as empty boxes: a class is then named by its number alone, and elsewhere `?` takes their place.
 *
 * @throws RangeError for a width that is not a whole number from 1 to 16384, for a text that is not an SVG, and for a drawing that has over 100 million
 * pixels or refers to files instead of containing its pictures as `data:` URIs
 * @throws GridExplainerError `MISSING_PACKAGE` if resvg is not installed
 * @example
 * ```ts
 * import { svgToPng } from "gridexplainer/node"
 * const png = await svgToPng('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"/>')
 * png.subarray(1, 4) // => Uint8Array.of(80, 78, 71)
 * ```
 */
export async function svgToPng(svg: string, options: SvgToPngOptions = {}): Promise<Uint8Array> {
  const { width, fontFiles = [], systemFonts: fromSystem = true } = options
  if (width !== undefined) checkInteger("width", width, { most: MAX_WIDTH })
  const outside = OUTSIDE.exec(svg)?.[2]
  if (outside !== undefined) throw new RangeError(`a drawing must carry its pictures as data: URIs, got ${outside}`)

  const { Resvg } = await importOptional("@resvg/resvg-js", () => import("@resvg/resvg-js"))
  const fontOf = (files: readonly string[]): NonNullable<ResvgRenderOptions["font"]> => ({
    ...packaged,
    fontFiles: [...packaged.fontFiles, ...files],
  })
  const { svg: text, fontFiles: others } = await drawableText(svg, {
    packaged: packaged.fontFiles[0]!,
    others: async () => [...fontFiles, ...(fromSystem ? await systemFonts() : [])],
    measure: (words, { file, family }) => {
      const attributes = { xmlns: "http://www.w3.org/2000/svg", "font-family": `'${family}'`, "font-size": 100 }
      const box = new Resvg(tag("svg", attributes, tag("text", {}, words)), { font: fontOf([file]) }).getBBox()
      return box === undefined ? 0 : (box.x + box.width) / 100
    },
  })
  const drawing = parse(
    () =>
      new Resvg(text, {
        fitTo: width === undefined ? { mode: "original" } : { mode: "width", value: width },
        font: fontOf(others),
      }),
  )
  const scale = (width ?? drawing.width) / drawing.width
  const pixels = drawing.width * drawing.height * scale ** 2
  if (pixels > MAX_PIXELS)
    throw new RangeError(
      `a drawing may have at most ${MAX_PIXELS / 1e6} million pixels, got ${Math.round(pixels / 1e6)} million`,
    )
  return new Uint8Array(drawing.render().asPng())
}

function parse<Drawing>(make: () => Drawing): Drawing {
  try {
    return make()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new RangeError(`the drawing must be an SVG: ${reason}`, { cause })
  }
}
