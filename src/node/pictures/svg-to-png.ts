import { fileURLToPath } from "node:url"
import { importOptional } from "../files/import-optional.ts"
import { assetUrl } from "../models/asset-url.ts"

export interface SvgToPngOptions {
  /**
   * Width of the PNG in pixels; the height follows.
   * @default the drawing's own width
   */
  readonly width?: number
}

const MAX_WIDTH = 16_384

/** A drawing takes four bytes a pixel before it is packed: 400 MB at most. */
const MAX_PIXELS = 100e6

/** Pictures and references that lie outside the drawing; resvg would read them from the disk. */
const OUTSIDE = /href\s*=\s*(["'])\s*(?!data:|#)([^"']*)/i

/**
 * Draws an SVG as a PNG. Text is set in DejaVu Sans, which travels with the package, so the same drawing gives the same bytes on every computer.
 *
 * @throws RangeError for a width that is no whole number from 1 to 16384, for a text that is no SVG, for a drawing of over 100 million pixels or one that
 * shows files instead of carrying its pictures as `data:` URIs
 * @throws GridExplainerError `MISSING_PACKAGE` where resvg is not installed
 * @example
 * ```ts
 * import { svgToPng } from "gridexplainer/node"
 * const png = await svgToPng('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"/>')
 * png.subarray(1, 4) // => Uint8Array.of(80, 78, 71)
 * ```
 */
export async function svgToPng(svg: string, options: SvgToPngOptions = {}): Promise<Uint8Array> {
  const { width } = options
  if (width !== undefined && !(Number.isInteger(width) && width >= 1 && width <= MAX_WIDTH))
    throw new RangeError(`width must be an integer from 1 to ${MAX_WIDTH}, got ${width}`)
  const outside = OUTSIDE.exec(svg)?.[2]
  if (outside !== undefined) throw new RangeError(`a drawing must carry its pictures as data: URIs, got ${outside}`)

  const { Resvg } = await importOptional("@resvg/resvg-js", () => import("@resvg/resvg-js"))
  const drawing = parse(
    () =>
      new Resvg(svg, {
        fitTo: width === undefined ? { mode: "original" } : { mode: "width", value: width },
        font: {
          loadSystemFonts: false,
          fontFiles: ["DejaVuSans.ttf", "DejaVuSans-Bold.ttf"].map((name) => fileURLToPath(assetUrl(`fonts/${name}`))),
          defaultFontFamily: "DejaVu Sans",
          sansSerifFamily: "DejaVu Sans",
        },
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
