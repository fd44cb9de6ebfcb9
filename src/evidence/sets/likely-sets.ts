import { gaussian } from "../../math/gaussian.ts"
import type { RegionId } from "../../types.ts"
import type { TriedSets } from "./tried-sets.ts"
import { type RegionKinship, weighRegions } from "./weigh-regions.ts"

export interface LikelySetsOptions {
  /** All regions, those that matter most first: if nothing else is known, these are tried first. */
  readonly order: readonly RegionId[]
  readonly kinship: RegionKinship
  /** How many sets to return. */
  readonly count: number
  readonly next: () => number
}

/** Sizes that are tried, as shares of the largest size that is smaller than the best set. */
const SHARES = [1, 1, 1, 0.75]

/** How much noise is added to the guesses, in their standard deviations: at least this much once the first guess is taken, and growing. */
const SHAKEN = 0.2
const GROWTH = 1.15

/** After this many guesses that were all tried already, it gives up. */
const TRIES = 200

/**
 * Sets smaller than the best one that are likely to work: the most useful regions, according to the sets tried so far; then the same with random
 * noise added to the usefulness, so that one region takes another's place.
 *
 * @returns sets that were not tried, at least one region smaller than the best; none if no new set comes up.
 */
export function likelySets(tried: TriedSets, options: LikelySetsOptions): readonly (readonly RegionId[])[] {
  const { order, kinship, count, next } = options
  const most = (tried.best?.regions.length ?? order.length + 1) - 1
  const uses = weighRegions(tried.all, { size: most, kinship })
  const deviation = Math.sqrt(uses.reduce((sum, use) => sum + use * use, 0) / uses.length) + 1e-3
  const found: (readonly RegionId[])[] = []
  const isNew = (set: readonly RegionId[]): boolean =>
    tried.get(set) === undefined && !found.some((other) => sameSet(other, set))
  let shaking = 0
  for (let turn = 0; turn < TRIES && found.length < count && most > 0; turn++) {
    const size = Math.max(1, Math.round(most * SHARES[found.length % SHARES.length]!))
    const values = order.map((id) => uses[id]! + shaking * deviation * gaussian(next))
    const set = mostUseful(order, values).slice(0, size)
    if (isNew(set)) found.push(set)
    else shaking = Math.max(0.05, shaking * GROWTH)
    if (found.length > 0) shaking = Math.max(shaking, SHAKEN)
  }
  return found
}

/** The order sorted by values, largest first; equal ones stay in order. */
function mostUseful(order: readonly RegionId[], values: readonly number[]): readonly RegionId[] {
  return Array.from(order.keys())
    .sort((a, b) => values[b]! - values[a]! || a - b)
    .map((place) => order[place]!)
}

function sameSet(a: readonly RegionId[], b: readonly RegionId[]): boolean {
  return a.length === b.length && a.every((id) => b.includes(id))
}
