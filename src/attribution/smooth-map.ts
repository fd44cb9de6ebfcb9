import type { Box, RegionId, RegionLayout, Size } from "../types.ts"

/** How regions lie in the picture that the model saw. */
export interface SmoothMapOptions {
  readonly size: Size
  readonly layout: RegionLayout
  /** One per region. */
  readonly boxes: readonly Box[]
}

/**
 * One value per pixel, row by row. At the middle of a region it is the region's effect; between the middles of neighbours it is linear along rows and columns,
 * and beyond the outer middles constant. This map is drawn by `map: "smooth"`, and its faithfulness is judged pixel by pixel.
 *
 * Pixels nearest to a region without a value are NaN; those around them take the values of the other neighbours.
 *
 * @throws RangeError for regions of a mask, which have no neighbours.
 */
export function smoothMap(effects: readonly number[], { size, layout, boxes }: SmoothMapOptions): Float64Array {
  if (layout.kind === "mask")
    throw new RangeError("map smooth needs a grid or windows, got masks, which have no neighbours")
  const { rows, columns } = layout
  const across = placesBetween(
    boxes.slice(0, columns).map(({ left, width }) => left + width / 2),
    size.width,
  )
  const down = placesBetween(
    Array.from({ length: rows }, (_, row) => boxes[row * columns]!).map(({ top, height }) => top + height / 2),
    size.height,
  )
  const valueAt = (column: number, row: number): number => known(effects[row * columns + column]!)
  const map = new Float64Array(size.width * size.height)
  down.forEach((y, row) => {
    across.forEach((x, column) => {
      const above = mix(valueAt(x.before, y.before), valueAt(x.after, y.before), x.share)
      const below = mix(valueAt(x.before, y.after), valueAt(x.after, y.after), x.share)
      const isKnown = !Number.isNaN(valueAt(nearest(x), nearest(y)))
      map[row * size.width + column] = isKnown ? mix(above, below, y.share) : Number.NaN
    })
  })
  return map
}

/** Where a pixel lies between two regions: `share` is 0 at the middle of the one before and 1 at the middle of the one after. */
interface Place {
  readonly before: RegionId
  readonly after: RegionId
  readonly share: number
}

function placesBetween(middles: readonly number[], length: number): readonly Place[] {
  return Array.from({ length }, (_, pixel) => {
    const at = pixel + 0.5
    const after = middles.findIndex((middle) => middle > at)
    if (after === 0) return { before: 0, after: 0, share: 0 }
    if (after < 0) return { before: middles.length - 1, after: middles.length - 1, share: 0 }
    const from = middles[after - 1]!
    return { before: after - 1, after, share: (at - from) / (middles[after]! - from) }
  })
}

function nearest({ before, after, share }: Place): number {
  return share < 0.5 ? before : after
}

/** The effect, or NaN for anything that is not a number. */
function known(effect: number): number {
  return Number.isFinite(effect) ? effect : Number.NaN
}

/** Interpolates between two values; if one is missing, the other. */
function mix(a: number, b: number, share: number): number {
  if (Number.isNaN(a)) return b
  return Number.isNaN(b) ? a : a + (b - a) * share
}
