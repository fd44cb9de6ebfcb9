import type { Region, Segmenter } from "../types.ts"
import { checkCount } from "./check-count.ts"

export interface GridOptions {
  readonly rows: number
  readonly columns: number
}

/**
 * Cuts a picture into rows and columns of equal cells; the last row and column take the remainder.
 *
 * Every pixel is in exactly one cell; regions run row by row from the upper left. `grid(8)` is 8 rows and 8 columns.
 * This is the layout of the original GridExplainer notebook.
 *
 * @throws RangeError when a count is not whole, below 1, or more than the picture has pixels on that side.
 *
 * @example
 * ```ts
 * import { grid } from "gridexplainer"
 * const image = { width: 5, height: 4, channels: 1, data: new Uint8Array(20) } as const
 * grid(2)(image).list.map((region) => region.box.width) // => [2, 3, 2, 3]
 * ```
 */
export function grid(size: number | GridOptions): Segmenter {
  const { rows, columns } = typeof size === "number" ? { rows: size, columns: size } : size
  checkCount("grid rows", rows)
  checkCount("grid columns", columns)
  return ({ width, height }) => {
    checkCount("grid rows", rows, height)
    checkCount("grid columns", columns, width)
    const cellWidth = Math.floor(width / columns)
    const cellHeight = Math.floor(height / rows)
    const list = Array.from({ length: rows * columns }, (_, id): Region => {
      const row = Math.floor(id / columns)
      const column = id % columns
      const left = column * cellWidth
      const top = row * cellHeight
      return {
        id,
        box: {
          left,
          top,
          width: column === columns - 1 ? width - left : cellWidth,
          height: row === rows - 1 ? height - top : cellHeight,
        },
      }
    })
    return { size: { width, height }, layout: { kind: "grid", rows, columns }, list }
  }
}
