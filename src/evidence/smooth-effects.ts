import type { Regions } from "../types.ts"

/**
 * One value a pixel, row by row: between the middles of neighbouring regions by bilinear interpolation of their values, beyond the outer middles constant.
 *
 * @throws RangeError for regions that are masks, which have no neighbours.
 */
export function smoothEffects({ size, layout, list }: Regions, values: readonly number[]): Float64Array {
  if (layout.kind === "mask") throw new RangeError("smooth effects need a grid or windows, got masks")
  const { rows, columns } = layout
  const across = placesBetween(
    list.slice(0, columns).map(({ box }) => box.left + box.width / 2),
    size.width,
  )
  const down = placesBetween(
    Array.from({ length: rows }, (_, row) => list[row * columns]!.box).map((box) => box.top + box.height / 2),
    size.height,
  )
  const map = new Float64Array(size.width * size.height)
  down.forEach((y, row) => {
    across.forEach((x, column) => {
      const value = (r: number, c: number): number => values[r * columns + c]!
      const above = mix(value(y.before, x.before), value(y.before, x.after), x.share)
      const below = mix(value(y.after, x.before), value(y.after, x.after), x.share)
      map[row * size.width + column] = mix(above, below, y.share)
    })
  })
  return map
}

/** Where a pixel lies between two regions: `share` is 0 at the middle of the one before, 1 at that of the one after. */
interface Place {
  readonly before: number
  readonly after: number
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

function mix(a: number, b: number, share: number): number {
  return a + (b - a) * share
}
