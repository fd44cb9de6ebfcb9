import type { Box, RegionId, RegionLayout, Size } from "../types.ts"

/** How regions lie in the picture that the model saw. */
export interface SmoothMapOptions {
  readonly size: Size
  readonly layout: RegionLayout
  /** One a region. */
  readonly boxes: readonly Box[]
}

/**
 * One value a pixel, row by row: at the middle of each region its effect, between the middles of neighbours linear along rows and columns, beyond the outer middles
 * constant. It is the map that is drawn smooth and the one whose faithfulness is judged by pixels.
 *
 * Pixels nearest to a region without a value have none; those around take the values of the other neighbours.
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

/** Where a pixel lies between two regions: `share` is 0 at the middle of the one before, 1 at that of the one after. */
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

/** NaN stands for all that is no value. */
function known(effect: number): number {
  return Number.isFinite(effect) ? effect : Number.NaN
}

/** Between two values; the other one where one is missing. */
function mix(a: number, b: number, share: number): number {
  if (Number.isNaN(a)) return b
  return Number.isNaN(b) ? a : a + (b - a) * share
}
