import type { TargetAsk } from "../asking/ask.ts"
import type { EitherPair } from "../evidence-record.ts"
import type { RegionId } from "../types.ts"

export interface FindPairsOptions {
  /** Regions of which every pair is hidden, each once. */
  readonly candidates: readonly RegionId[]
  /** Effects with only one region hidden, by region, with the first fill; null or absent where it was not asked about, it is then. */
  readonly alone: readonly (number | null)[]
  /** Score of the untouched picture. */
  readonly untouched: number
  /** An effect alone below this is noise. */
  readonly floor: number
}

/** What a pair takes beyond its members is made of four scores where an effect is made of two: its noise is larger by the root of two. */
const EXCESS_NOISE = Math.SQRT2

/** Scores of single precision are no more exact: where no noise was found, an excess of less is how numbers were rounded. */
const ROUNDING = 1e-6

/**
 * Finds pairs of which either is enough: hiding both takes more than the sum of what hiding each takes, by more than the noise. What hides is the first fill.
 * A member whose hiding raises the score counts as taking nothing, so that the pair itself takes more than the noise.
 *
 * @returns the pairs, the largest excess first, with the number of pictures that were asked about: one per pair, and one per candidate without an effect.
 * @throws RangeError for a candidate that is named twice.
 */
export async function findPairs(
  ask: TargetAsk,
  { candidates, alone, untouched, floor }: FindPairsOptions,
): Promise<{ readonly pairs: readonly EitherPair[]; readonly asked: number }> {
  if (new Set(candidates).size < candidates.length)
    throw new RangeError(`candidates must be named once each, got ${candidates.join(", ")}`)
  const pairs = candidates.flatMap((one, i) => candidates.slice(i + 1).map((other) => inOrder(one, other)))
  if (pairs.length === 0) return { pairs: [], asked: 0 }
  const unknown = candidates.filter((id) => (alone[id] ?? null) === null)
  const answers = await ask([...unknown.map((id) => ({ hidden: [id] })), ...pairs.map((hidden) => ({ hidden }))])
  const effects = answers.map(({ score }) => untouched - score)
  const effectOf = (id: RegionId): number => alone[id] ?? effects[unknown.indexOf(id)]!
  const found = pairs.map((regions, i): EitherPair => {
    const [one, other] = regions
    return { regions, together: effects[unknown.length + i]!, alone: [effectOf(one), effectOf(other)] }
  })
  return {
    pairs: found
      .filter((pair) => excess(pair) > Math.max(ROUNDING, EXCESS_NOISE * floor))
      .sort((a, b) => excess(b) - excess(a) || a.regions[0] - b.regions[0] || a.regions[1] - b.regions[1]),
    asked: answers.length,
  }
}

function excess({ together, alone: [one, other] }: EitherPair): number {
  return together - Math.max(0, one) - Math.max(0, other)
}

function inOrder(one: RegionId, other: RegionId): readonly [RegionId, RegionId] {
  return one < other ? [one, other] : [other, one]
}
