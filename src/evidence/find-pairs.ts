import type { TargetAsk } from "../asking/ask.ts"
import type { EitherPair } from "../evidence-record.ts"
import type { RegionId } from "../types.ts"

export interface FindPairsOptions {
  /** The regions to pair: every pair of them is hidden once. Each is named once. */
  readonly candidates: readonly RegionId[]
  /** Effects with only one region hidden, by region, with the first fill; regions with null, or none, are asked about here. */
  readonly alone: readonly (number | null)[]
  /** Score of the untouched picture. */
  readonly untouched: number
  /** An effect alone below this is noise. */
  readonly floor: number
}

/** The excess of a pair over its members is made of four scores, an effect of two: its noise is larger by the square root of two. */
const EXCESS_NOISE = Math.SQRT2

/** Single-precision scores are no more exact than this: if no noise was found, a smaller excess is rounding. */
const ROUNDING = 1e-6

/**
 * Finds pairs of regions of which either is enough: hiding both lowers the score by more than hiding each alone adds up to, beyond the noise. The first fill
 * hides. A member that raises the score when hidden counts as 0, so that the pair itself must lower the score by more than the noise.
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
