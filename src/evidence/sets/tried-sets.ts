import type { TargetAnswer } from "../../asking/ask.ts"
import { ascending } from "../../math/ascending.ts"
import type { RegionId } from "../../types.ts"

/** A set of regions that the model was asked about. */
export interface TriedSet {
  /** In rising order. */
  readonly regions: readonly RegionId[]
  /** Whether they keep the answer when shown alone, or change it when hidden: whichever is asked. */
  readonly works: boolean
  /** How near the set is to working: of two sets, the nearer one has the larger gain. */
  readonly gain: number
  readonly answer: TargetAnswer
}

/** What is known about the sets of one question, in the order in which it was learned. */
export interface TriedSets {
  readonly all: readonly TriedSet[]
  /** The smallest set that works; among those of equal size, the one with the largest gain. */
  readonly best: TriedSet | undefined
  /** How many sets were tried since a smaller one was last found. */
  readonly sinceSmaller: number
  /** How many sets of fewer than `size` regions were not tried. */
  untried(size: number): number
  get(regions: readonly RegionId[]): TriedSet | undefined
  add(regions: readonly RegionId[], answer: TargetAnswer): void
}

export interface TriedSetsOptions {
  /** How many regions there are. */
  readonly regions: number
  readonly works: (answer: TargetAnswer) => boolean
  readonly gain: (answer: TargetAnswer) => number
}

/** An empty memory of tried sets. A set that is added again changes nothing. */
export function triedSets({ regions: count, works, gain }: TriedSetsOptions): TriedSets {
  const tried = new Map<string, TriedSet>()
  const ofSize = new Float64Array(count + 1)
  let best: TriedSet | undefined
  let atSmaller = 0
  return {
    get all() {
      return [...tried.values()]
    },
    get best() {
      return best
    },
    get sinceSmaller() {
      return tried.size - atSmaller
    },
    untried(size) {
      let sum = 0
      for (let k = 0; k < size; k++) sum += setsOfSize(count, k) - ofSize[k]!
      return sum
    },
    get: (regions) => tried.get(keyOf(ascending(regions))),
    add(regions, answer) {
      const set = { regions: ascending(regions), works: works(answer), gain: gain(answer), answer }
      const key = keyOf(set.regions)
      if (tried.has(key)) return
      tried.set(key, set)
      ofSize[set.regions.length]! += 1
      if (!set.works || !isBetter(set, best)) return
      if (set.regions.length < (best?.regions.length ?? Infinity)) atSmaller = tried.size
      best = set
    },
  }
}

/** Smaller sets come first; among those of equal size, the ones with the larger gain. */
export function bySizeAndGain(a: TriedSet, b: TriedSet): number {
  return a.regions.length - b.regions.length || b.gain - a.gain
}

/** How many sets of `size` of `count` regions there are. */
function setsOfSize(count: number, size: number): number {
  let sets = 1
  for (let k = 1; k <= size; k++) sets = (sets * (count - size + k)) / k
  return Math.round(sets)
}

function isBetter(set: TriedSet, best: TriedSet | undefined): boolean {
  return best === undefined || bySizeAndGain(set, best) < 0
}

function keyOf(regions: readonly RegionId[]): string {
  return regions.join()
}
