import type { Faithfulness } from "../evidence-record.ts"

/** Gains count as equal if they differ by less than this share of the map's own gain, or by less than a hundredth of their unit. */
const EQUAL = 0.02
const LEAST = 0.01

/** At most this share of the random orders may do as well. */
const FEW = 0.2

/** How a map's order compares with others. */
export interface FaithfulnessVerdict {
  /** Random orders whose gain is smaller than the map's own. */
  readonly better: number
  /** Random orders whose gain is as large. */
  readonly equal: number
  /** Random orders in all. */
  readonly of: number
  /** Whether it does better than hiding from the middle of the picture outwards. */
  readonly beatsCentre: boolean
  /** Whether no random order does better, and at most a fifth of them equally well. */
  readonly holds: boolean
}

/**
 * Whether hiding in the order of the map lowers the score faster than other orders do.
 *
 * If a single region decides, a random order that happens to begin with it does as well as any order can: a few such ties say nothing against the map.
 *
 * How often is `holds` true by chance? Random orders are pairs of gains g and -g, so a further random order beats all n of them if its gain is above 0
 * (1 time in 2) and its size is the largest of 1 + n / 2 (1 time in 1 + n / 2): 1 time in n + 2, which is 4.5 % for n = 20.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid, faithfulnessVerdict } from "gridexplainer"
 * const image = { width: 4, height: 4, channels: 1, data: Uint8Array.from({ length: 16 }, (_, i) => (i === 5 ? 255 : 0)) } as const
 * const dot = functionModel((images) => images.map(({ data }) => [data[5]! / 255, 1 - data[5]! / 255]))
 * const explanation = await explain(dot, image, { regions: grid(4), fills: [0] })
 * faithfulnessVerdict(explanation.evidence!.faithfulness!).holds // => true
 * ```
 */
export function faithfulnessVerdict({
  own,
  centreFirst,
  random,
}: Pick<Faithfulness, "own" | "centreFirst" | "random">): FaithfulnessVerdict {
  const margin = Math.max(LEAST, EQUAL * Math.abs(own.gain))
  const better = random.filter((gain) => gain < own.gain - margin).length
  const equal = random.filter((gain) => Math.abs(gain - own.gain) <= margin).length
  return {
    better,
    equal,
    of: random.length,
    beatsCentre: own.gain > centreFirst.gain,
    holds: random.length > 0 && better + equal === random.length && equal <= FEW * random.length,
  }
}
