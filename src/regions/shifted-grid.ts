import { checkInteger } from "../math/check-integer.ts"
import type { Regions } from "../types.ts"
import { cellsBetween } from "./grid.ts"

/**
 * The cells of a grid, shifted by half a cell in both directions: borders run through the middles of its cells, so that there is one more row and column,
 * and outer cells are half as large. If a middle falls between pixels, the border is half a pixel to the upper left.
 *
 * @throws RangeError for regions that are not a grid, or cells narrower than 2 pixels.
 */
export function shiftedGrid({ layout, list, size: { width, height } }: Regions): Regions {
  if (layout.kind !== "grid") throw new RangeError(`regions must be a grid, got ${layout.kind}`)
  const { rows, columns } = layout
  checkInteger("shifted grid rows", rows, { most: Math.floor(height / 2) })
  checkInteger("shifted grid columns", columns, { most: Math.floor(width / 2) })
  const lefts = list.slice(0, columns).map(({ box }) => Math.floor(box.left + box.width / 2))
  const tops = Array.from({ length: rows }, (_, row) => list[row * columns]!.box).map((box) =>
    Math.floor(box.top + box.height / 2),
  )
  return {
    size: { width, height },
    layout: { kind: "grid", rows: rows + 1, columns: columns + 1 },
    list: cellsBetween([0, ...lefts, width], [0, ...tops, height]),
  }
}
