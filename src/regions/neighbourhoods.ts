import type { RegionId, RegionLayout } from "../types.ts"

/** How many rows and columns are hidden together. */
const SIDE = 3
/** The least rows and columns of a grid: on a smaller one that would be more than a quarter of the picture. */
const LEAST = 6

/**
 * For each region of a grid, the regions that are hidden together with it: the 3 x 3 around it; at the edge, the nearest 3 x 3 inside the grid.
 * All are equally large, so their effects can be compared; an 8 x 8 grid has 36 different ones.
 *
 * @throws RangeError for a grid with fewer than 6 rows or columns: too much of the picture would be hidden.
 *
 * @example
 * ```ts
 * import { neighbourhoods } from "gridexplainer"
 * neighbourhoods({ rows: 6, columns: 6 })[0] // => [0, 1, 2, 6, 7, 8, 12, 13, 14]
 * ```
 */
export function neighbourhoods({
  rows,
  columns,
}: {
  readonly rows: number
  readonly columns: number
}): readonly (readonly RegionId[])[] {
  if (!hasNeighbourhoods({ rows, columns }))
    throw new RangeError(`regions with those around them need a grid of at least 6 x 6, got ${rows} x ${columns}`)
  const first = (at: number, count: number): number => Math.min(count - SIDE, Math.max(0, at - 1))
  return Array.from({ length: rows * columns }, (_, id) => {
    const [top, left] = [first(Math.floor(id / columns), rows), first(id % columns, columns)]
    return Array.from({ length: SIDE * SIDE }, (__, i) => (top + Math.floor(i / SIDE)) * columns + left + (i % SIDE))
  })
}

/** What is hidden together with a region of a record: on a large enough grid, the regions around it; otherwise the region alone. */
export function regionsAround(layout: RegionLayout, region: RegionId): readonly RegionId[] {
  return layout.kind === "grid" && hasNeighbourhoods(layout) ? neighbourhoods(layout)[region]! : [region]
}

/** Whether a grid is large enough for `neighbourhoods`. */
export function hasNeighbourhoods(grid: { readonly rows: number; readonly columns: number } | undefined): boolean {
  return grid !== undefined && grid.rows >= LEAST && grid.columns >= LEAST
}

/** How many different neighbourhoods a grid has. */
export function neighbourhoodCount({ rows, columns }: { readonly rows: number; readonly columns: number }): number {
  return (rows - SIDE + 1) * (columns - SIDE + 1)
}
