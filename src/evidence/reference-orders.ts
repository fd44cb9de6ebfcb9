import type { RegionId, Regions } from "../types.ts"

/** An order that needs no model: regions by the distance of their middle from the middle of the picture; ties by their number. */
export function centreFirst({ size, list }: Pick<Regions, "size" | "list">): readonly RegionId[] {
  // Twice the distance, so that all numbers stay whole and ties are exact.
  const distance = list.map(
    ({ box }) => (2 * box.left + box.width - size.width) ** 2 + (2 * box.top + box.height - size.height) ** 2,
  )
  return list.map(({ id }) => id).sort((a, b) => distance[a]! - distance[b]! || a - b)
}

/** A random order of `count` regions (Fisher and Yates), drawn from a stream of numbers from 0 to 1. */
export function randomOrder(count: number, next: () => number): readonly RegionId[] {
  const order = Array.from({ length: count }, (_, id) => id)
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(next() * (last + 1))
    const kept = order[last]!
    order[last] = order[other]!
    order[other] = kept
  }
  return order
}
