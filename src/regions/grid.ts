import { checkInteger } from "../math/check-integer.ts"
import type { Region, Segmenter } from "../types.ts"

/** The size of a grid. */
export interface GridOptions {
  readonly rows: number
  readonly columns: number
  /**
   * Where left-over pixels go if a side does not divide evenly: `even` spreads them, so that cells differ by at most one pixel; `original` gives all
   * of them to the last row and column, as the original notebook did, which can make one cell several times as large as the others.
   * @default "even"
   */
  readonly split?: "even" | "original"
}

/**
 * Cuts a picture into rows and columns of cells that are equal to within one pixel.
 *
 * Every pixel is in exactly one cell; regions run row by row from the upper left. `grid(8)` is 8 rows and 8 columns.
 *
 * @throws RangeError if a count is not whole, below 1, or larger than the number of pixels on that side, and for an unknown `split`.
 *
 * @example
 * ```ts
 * import { grid } from "gridexplainer"
 * const image = { width: 11, height: 1, channels: 1, data: new Uint8Array(11) } as const
 * grid({ rows: 1, columns: 4 })(image).list.map(({ box }) => box.width) // => [2, 3, 3, 3]
 * grid({ rows: 1, columns: 4, split: "original" })(image).list.map(({ box }) => box.width) // => [2, 2, 2, 5]
 * ```
 */
export function grid(size: number | GridOptions): Segmenter {
  const { rows, columns, split = "even" }: GridOptions = typeof size === "number" ? { rows: size, columns: size } : size
  checkInteger("grid rows", rows)
  checkInteger("grid columns", columns)
  if (split !== "even" && split !== "original")
    throw new RangeError(`grid split must be even or original, got ${String(split)}`)
  const bordersOf = split === "even" ? evenBorders : originalBorders
  return ({ width, height }) => {
    checkInteger("grid rows", rows, { most: height })
    checkInteger("grid columns", columns, { most: width })
    return {
      size: { width, height },
      layout: { kind: "grid", rows, columns },
      list: cellsBetween(bordersOf(width, columns), bordersOf(height, rows)),
    }
  }
}

/** The cells between borders from left to right and from top to bottom, row by row. */
export function cellsBetween(across: readonly number[], down: readonly number[]): readonly Region[] {
  const columns = across.length - 1
  return Array.from({ length: columns * (down.length - 1) }, (_, id): Region => {
    const [column, row] = [id % columns, Math.floor(id / columns)]
    const [left, top] = [across[column]!, down[row]!]
    return { id, box: { left, top, width: across[column + 1]! - left, height: down[row + 1]! - top } }
  })
}

function evenBorders(side: number, count: number): readonly number[] {
  return Array.from({ length: count + 1 }, (_, i) => Math.floor((i * side) / count))
}

function originalBorders(side: number, count: number): readonly number[] {
  const length = Math.floor(side / count)
  return [...Array.from({ length: count }, (_, i) => i * length), side]
}
