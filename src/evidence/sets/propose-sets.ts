import type { RegionId } from "../../types.ts"
import { likelySets } from "./likely-sets.ts"
import { prefixSets } from "./prefix-sets.ts"
import { smallerSets } from "./smaller-sets.ts"
import type { TriedSets } from "./tried-sets.ts"
import type { RegionKinship } from "./weigh-regions.ts"

export interface ProposeSetsOptions {
  /** All regions, those that matter most first. */
  readonly order: readonly RegionId[]
  readonly kinship: RegionKinship
  /** How many sets may still be asked about. */
  readonly left: number
  readonly next: () => number
}

/** Sets per round: with more, each would learn less from the others; fewer would make small batches. */
const ROUND = 4

/** Sets per round if all sets of a size are asked about, where none learns from the others. */
const COMPLETE_ROUND = 64

/**
 * The next sets to ask about, given what is known; none if no smaller one can be found.
 *
 * 1. All smaller sets, smallest first, if they are few, or just fit into what is left.
 * 2. The shortest beginning of the order that works.
 * 3. Smaller sets that are likely to work, guessed from all sets tried so far.
 * 4. All smaller sets after all, if guessing found nothing and they fit.
 */
export function proposeSets(tried: TriedSets, options: ProposeSetsOptions): readonly (readonly RegionId[])[] {
  const { order, kinship, left, next } = options
  const regions = order.length
  const smaller = tried.untried(tried.best?.regions.length ?? regions + 1)
  if (smaller === 0 || left < 1) return []
  const fits = smaller <= left
  const isStale = tried.best === undefined || tried.sinceSmaller >= Math.max(COMPLETE_ROUND, 2 * regions)
  const steps = [
    () => (fits && (smaller <= 2 * regions || smaller > left - ROUND) ? smallerSets(tried, complete) : []),
    () => prefixSets(tried, { order, count: ROUND - 1 }),
    () => (isStale ? [] : likelySets(tried, { order, kinship, count: ROUND, next })),
    () => (fits ? smallerSets(tried, complete) : []),
  ]
  const complete = { regions, count: COMPLETE_ROUND }
  for (const step of steps) {
    const sets = step()
    if (sets.length > 0) return sets.slice(0, left)
  }
  return []
}
