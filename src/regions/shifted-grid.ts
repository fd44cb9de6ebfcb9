import type { Region, Segmenter } from "../types.ts"
import { checkCount } from "./check-count.ts"
import { type GridOptions, grid } from "./grid.ts"

/**
 * The cells of `grid(size)`, shifted by half a cell in both directions: borders run through the middles of its cells, so that there is one more row and column,
 * and outer cells are half as large. Where a middle falls between pixels, the border is half a pixel to the upper left.
 *
 * @throws RangeError when a count is not whole or below 1, or cells are narrower than 2 pixels.
 */
export function shiftedGrid(size: number | GridOptions): Segmenter {
  const { rows, columns } = typeof size === "number" ? { rows: size, columns: size } : size
  const original = grid({ rows, columns })
  return (image) => {
    const { width, height } = image
    checkCount("shifted grid rows", rows, Math.floor(height / 2))
    checkCount("shifted grid columns", columns, Math.floor(width / 2))
    const cells = original(image).list.map(({ box }) => box)
    const lefts = cells.slice(0, columns).map((box) => Math.floor(box.left + box.width / 2))
    const tops = Array.from({ length: rows }, (_, row) => cells[row * columns]!).map((box) =>
      Math.floor(box.top + box.height / 2),
    )
    const across = [0, ...lefts, width]
    const down = [0, ...tops, height]
    const list = Array.from({ length: (rows + 1) * (columns + 1) }, (_, id): Region => {
      const column = id % (columns + 1)
      const row = Math.floor(id / (columns + 1))
      const left = across[column]!
      const top = down[row]!
      return { id, box: { left, top, width: across[column + 1]! - left, height: down[row + 1]! - top } }
    })
    return { size: { width, height }, layout: { kind: "grid", rows: rows + 1, columns: columns + 1 }, list }
  }
}
