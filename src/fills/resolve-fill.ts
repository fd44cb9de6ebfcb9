import type { Fill, Image, PixelArray, Region } from "../types.ts"
import { blurFill } from "./blur.ts"
import { cellGrayFill } from "./cell-gray.ts"
import { cellMeanFill } from "./cell-mean.ts"
import { type Color, colorFill } from "./color.ts"
import { imageMeanFill } from "./image-mean.ts"
import { noiseFill } from "./noise.ts"

/** The fills that can be chosen by name. */
export type FillName = "cell-mean" | "cell-gray" | "image-mean" | "blur" | "noise"

const fills: Readonly<Record<FillName, () => Fill>> = {
  "cell-mean": cellMeanFill,
  "cell-gray": cellGrayFill,
  "image-mean": imageMeanFill,
  blur: blurFill,
  noise: noiseFill,
}

/** All fill names, for help texts and messages. */
export const fillNames: readonly FillName[] = Object.keys(fills) as FillName[]

/** Your own fill: returns the pixels that hide a region, `box.width * box.height * image.channels` values, row by row. */
export type FillFunction = (image: Image, region: Region) => PixelArray

/** A fill: its name, a colour, a fill that was made with options (`blurFill({ sigma: 5 })`), or your own function. */
export type FillOption = FillName | Color | Fill | FillFunction

/**
 * Turns a `FillOption` into a fill. This is the only place that knows the names of fills.
 *
 * @throws RangeError for an unknown name (the message lists the known ones) and for an invalid colour.
 *
 * @example
 * ```ts
 * import { resolveFill } from "gridexplainer"
 * resolveFill("blur").name // => "blur"
 * resolveFill("#808080").options // => { color: [128, 128, 128] }
 * resolveFill((image, region) => new Float64Array(region.box.width * region.box.height * image.channels)).name // => "custom"
 * ```
 */
export function resolveFill(option: FillOption): Fill {
  if (typeof option === "function") return { name: "custom", prepare: (image) => (region) => option(image, region) }
  if (typeof option === "number" || isColor(option)) return colorFill(option)
  if (typeof option === "object") return option
  if (Object.hasOwn(fills, option)) return fills[option]()
  throw new RangeError(
    `fill must be one of ${fillNames.join(", ")}, a colour such as #808080, or a function, got ${option}`,
  )
}

function isColor(option: FillOption): option is Color {
  return Array.isArray(option) || (typeof option === "string" && option.startsWith("#"))
}
