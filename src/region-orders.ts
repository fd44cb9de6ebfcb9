import type { Attribution } from "./explanation.ts"
import type { keepsAnswer } from "./keeps-answer.ts"
import { isBeyond } from "./measured.ts"
import type { RegionId } from "./types.ts"

/** How many regions are put in front of what a search found, unless the map shows more. */
const ALONE_FIRST = 8

/** What is known of regions hidden alone. */
export interface AloneFirstOptions {
  readonly alone: Attribution
  readonly untouched: number
  readonly floor: number
  readonly keeps: ReturnType<typeof keepsAnswer>
}

/**
 * First the regions that lower the score when hidden alone, the largest fall first: those that a map shows because they lower it measurably or change the
 * answer, then the largest of the others. The rest follows in the order of the search. So hiding in turn begins with what the map shows, the same for every
 * seed. The first steps lower the score sooner than in the search's own order, and the whole order is nearly as faithful (`npm run bench:faithfulness`).
 */
export function aloneFirst(
  order: readonly RegionId[],
  { alone, untouched, floor, keeps }: AloneFirstOptions,
): readonly RegionId[] {
  const changes = (id: RegionId, score: number): boolean => {
    const best = alone.answers?.[id]
    return best !== null && best !== undefined && keeps?.({ score, best }) === false
  }
  const falling = descending(alone.effects).filter((id) => (alone.effects[id] ?? 0) > 0)
  const isShown = (id: RegionId): boolean =>
    isBeyond(alone.effects[id]!, floor) || changes(id, untouched - alone.effects[id]!)
  const shown = falling.filter(isShown)
  const others = falling.filter((id) => !isShown(id)).slice(0, Math.max(0, ALONE_FIRST - shown.length))
  return [...new Set([...shown, ...others, ...order])]
}

/** Regions by their effects, the largest first; those that were not asked about come last. */
export function descending(effects: Attribution["effects"]): readonly RegionId[] {
  const value = (id: number): number => effects[id] ?? -Infinity
  return [...effects.keys()].sort((a, b) => (value(a) === value(b) ? a - b : value(b) - value(a)))
}
