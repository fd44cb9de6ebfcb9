import type { RegionId } from "../../types.ts"
import type { TriedSets } from "./tried-sets.ts"

/**
 * The next beginnings of an order to ask about, in search of the shortest that works: spread evenly between the longest that is known not to work
 * and the shortest that is known to work. It is not assumed that longer ones always work: only what was asked counts.
 * If nothing works, not even all regions, lengths of 1, 2, 4, ... are tried.
 *
 * @returns none if the search is over, or cannot end below the smallest set that is known to work.
 */
export function prefixSets(
  tried: TriedSets,
  { order, count }: { readonly order: readonly RegionId[]; readonly count: number },
): readonly (readonly RegionId[])[] {
  const known = Array.from({ length: order.length + 1 }, (_, length) => tried.get(order.slice(0, length)))
  const shortest = known.findIndex((set) => set?.works === true)
  const lengths =
    tried.best === undefined
      ? doubling(order.length)
      : between(
          known.findLastIndex((set, length) => set?.works === false && (shortest < 0 || length < shortest)),
          {
            works: Math.min(shortest < 0 ? order.length : shortest, tried.best.regions.length),
            count,
          },
        )
  return lengths.filter((length) => known[length] === undefined).map((length) => order.slice(0, length))
}

function between(
  fails: number,
  { works, count }: { readonly works: number; readonly count: number },
): readonly number[] {
  const lengths = Array.from({ length: count }, (_, i) => Math.round(fails + ((works - fails) * (i + 1)) / (count + 1)))
  return [...new Set(lengths)].filter((length) => length > fails && length < works)
}

function doubling(most: number): readonly number[] {
  const lengths: number[] = []
  for (let length = 1; length < most; length *= 2) lengths.push(length)
  return lengths
}
