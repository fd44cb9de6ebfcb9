import type { Box, Size } from "../types.ts"
import { checkSize } from "./check-size.ts"

/**
 * Throws unless the box has whole sides and lies inside a picture of `size`. `name` stands for the box in the message.
 *
 * @throws RangeError that says what was expected and what came.
 */
export function checkBox(box: Box, size: Size, name: string = "box"): void {
  checkSize(box, name)
  const { left, top, width, height } = box
  if (!Number.isSafeInteger(left) || !Number.isSafeInteger(top)) {
    throw new RangeError(`${name} left and top must be integers, got ${String(left)} and ${String(top)}`)
  }
  if (left < 0 || top < 0 || left + width > size.width || top + height > size.height) {
    throw new RangeError(
      `${name} must lie inside the picture of ${size.width}x${size.height} pixels, ` +
        `got ${width}x${height} pixels at left ${left}, top ${top}`,
    )
  }
}
