import { checkInteger } from "../math/check-integer.ts"
import type { Region, Segmenter, Size } from "../types.ts"

/** The options of `slidingWindow`. */
export interface SlidingWindowOptions {
  /** Side of the window, or its width and height, in pixels. */
  readonly size: number | Size
  /** Step to the next window, in pixels, at most the window's side. @default half the size, at least 1 */
  readonly stride?: number | Size
}

/**
 * Lays windows over a picture, `stride` pixels apart; they overlap if the stride is smaller than the window.
 *
 * Every pixel is in at least one window: the last window of a row or column is clipped at the border, as in Captum's Occlusion.
 * A side of `d` pixels gets `ceil((d - size) / stride) + 1` windows. Regions run row by row.
 *
 * @throws RangeError if a size or stride is not whole or is below 1, a window is larger than the picture, or a stride is larger than the window
 * (pixels between windows would never be hidden).
 *
 * @example
 * ```ts
 * import { slidingWindow } from "gridexplainer"
 * const image = { width: 7, height: 3, channels: 1, data: new Uint8Array(21) } as const
 * slidingWindow({ size: 3, stride: 2 })(image).list.map((region) => region.box.left) // => [0, 2, 4]
 * ```
 */
export function slidingWindow(options: SlidingWindowOptions): Segmenter {
  const window = toSize(options.size)
  const stride =
    options.stride === undefined
      ? { width: Math.max(1, Math.floor(window.width / 2)), height: Math.max(1, Math.floor(window.height / 2)) }
      : toSize(options.stride)
  checkInteger("window width", window.width)
  checkInteger("window height", window.height)
  checkInteger("window stride across", stride.width, { most: window.width })
  checkInteger("window stride down", stride.height, { most: window.height })
  return ({ width, height }) => {
    checkInteger("window width", window.width, { most: width })
    checkInteger("window height", window.height, { most: height })
    const columns = Math.ceil((width - window.width) / stride.width) + 1
    const rows = Math.ceil((height - window.height) / stride.height) + 1
    const list = Array.from({ length: rows * columns }, (_, id): Region => {
      const left = (id % columns) * stride.width
      const top = Math.floor(id / columns) * stride.height
      const box = {
        left,
        top,
        width: Math.min(window.width, width - left),
        height: Math.min(window.height, height - top),
      }
      return { id, box }
    })
    return { size: { width, height }, layout: { kind: "window", rows, columns, window, stride }, list }
  }
}

function toSize(value: number | Size): Size {
  return typeof value === "number" ? { width: value, height: value } : value
}
