import type { RegionId } from "../../types.ts"
import type { TriedSets } from "./tried-sets.ts"

/**
 * Sets that were not tried, of the smallest size that has such sets, in the order of their regions' numbers.
 *
 * @param options `regions` is how many regions there are, `count` the largest number of sets to return at once.
 */
export function smallerSets(
  tried: TriedSets,
  { regions, count }: { readonly regions: number; readonly count: number },
): readonly (readonly RegionId[])[] {
  let size = 0
  while (size < regions && tried.untried(size + 1) === 0) size++
  const found: (readonly RegionId[])[] = []
  for (const set of setsOf(size, regions)) {
    if (tried.get(set) === undefined) found.push(set)
    if (found.length === count) break
  }
  return found
}

function* setsOf(size: number, regions: number): Generator<readonly RegionId[]> {
  const set = Array.from({ length: size }, (_, id) => id)
  while (true) {
    yield [...set]
    let place = size - 1
    while (place >= 0 && set[place] === regions - size + place) place--
    if (place < 0) return
    const start = set[place]! + 1
    for (let i = place; i < size; i++) set[i] = start + i - place
  }
}
