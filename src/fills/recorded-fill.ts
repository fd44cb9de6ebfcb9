import type { Fill, FillDescription } from "../types.ts"
import { blurFill } from "./blur.ts"
import { type Color, colorFill } from "./color.ts"
import { type FillName, fillNames, resolveFill } from "./resolve-fill.ts"

/**
 * Makes the fill that a record names, with its options.
 *
 * @throws RangeError for a custom fill: a record does not say how it paints.
 */
export function recordedFill({ name, options = {} }: FillDescription): Fill {
  if (name === "color" && options.color !== undefined) return colorFill(options.color as Color)
  if (name === "blur") return blurFill(options)
  if ((fillNames as readonly string[]).includes(name)) return resolveFill(name as FillName)
  throw new RangeError(`the fill ${name} is not one of ${fillNames.join(", ")}, color: give the fill itself`)
}
