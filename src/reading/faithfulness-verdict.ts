import type { Faithfulness } from "../evidence-record.ts"

/** How a map's order compares with others. */
export interface FaithfulnessVerdict {
  /** Random orders whose gain is smaller than the map's own. */
  readonly better: number
  /** Random orders in all. */
  readonly of: number
  readonly beatsCentre: boolean
  /** The map's own order beats every random order. */
  readonly holds: boolean
}

/**
 * Whether hiding in the order of the map lowers the score faster than other orders do. An equal gain does not count as better.
 *
 * How often does `holds` come out by chance? Random orders are pairs of gains g and -g, so a further random order beats all n of them when its gain is above 0
 * (1 time in 2) and its size the largest of 1 + n / 2 (1 time in 1 + n / 2): 1 time in n + 2, which is 4.5 % for n = 20.
 */
export function faithfulnessVerdict({
  own,
  centreFirst,
  random,
}: Pick<Faithfulness, "own" | "centreFirst" | "random">): FaithfulnessVerdict {
  const better = random.filter((gain) => own.gain > gain).length
  return {
    better,
    of: random.length,
    beatsCentre: own.gain > centreFirst.gain,
    holds: random.length > 0 && better === random.length,
  }
}
