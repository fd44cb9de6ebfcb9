import type { Channels, Edit, Size } from "../types.ts"
import { checkBox } from "./check-box.ts"
import { checkMask } from "./check-mask.ts"
import { checkPixels } from "./check-pixels.ts"

/**
 * Throws unless the edit can be painted on a picture of this size and number of channels: its box lies inside, its pixels are
 * finite and fill the box, and its mask, if any, has one byte per pixel. `name` stands for the edit in the message.
 *
 * @throws TypeError for a wrong kind of array, RangeError for numbers that do not fit together.
 */
export function checkEdit(edit: Edit, image: Size & { readonly channels: Channels }, name: string = "edit"): void {
  if (typeof edit !== "object" || edit === null) throw new TypeError(`${name} must be an Edit, got ${String(edit)}`)
  const { box, pixels } = edit
  checkBox(box, image, name)
  checkPixels(pixels, box.width * box.height * image.channels, name)
  checkMask(edit, name)
}
