import { checkInteger } from "../math/check-integer.ts"
import type { Size } from "../types.ts"

/**
 * Throws unless both sides are whole and at least 1. `name` stands for the size in the message.
 *
 * @throws RangeError that names the side and what came.
 */
export function checkSize(size: Size, name: string = "size"): void {
  if (typeof size !== "object" || size === null) {
    throw new TypeError(`${name} must be an object with width and height, got ${size === null ? "null" : typeof size}`)
  }
  checkInteger(`${name} width`, size.width)
  checkInteger(`${name} height`, size.height)
}
