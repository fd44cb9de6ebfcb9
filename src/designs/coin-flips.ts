import type { Design } from "../method.ts"
import { random } from "../random.ts"

/** The options of `coinFlips`. */
export interface CoinFlipsOptions {
  /** The probability that a mask hides a region, above 0 and below 1. @default 0.5 */
  readonly share?: number
}

/**
 * Design that decides by a coin flip whether a mask hides a region, as LIME and RISE do; masks use the fills in turn.
 *
 * @throws RangeError for a share that is not between 0 and 1.
 *
 * @example
 * ```ts
 * import { coinFlips } from "gridexplainer"
 * const context = { count: 64, positions: [], fills: 2, seed: 1, budget: 3, targets: [] }
 * const [round] = [...coinFlips().rounds(context)]
 * const masks = [...round!]
 * masks.map(({ fill }) => fill) // => [0, 1, 0]
 * ```
 */
export function coinFlips({ share = 0.5 }: CoinFlipsOptions = {}): Design {
  if (!(share > 0 && share < 1)) throw new RangeError(`the share of coin flips must be between 0 and 1, got ${share}`)
  return {
    *rounds({ count, fills, seed, budget }) {
      const next = random(seed)
      const ids = Array.from({ length: count }, (_, id) => id)
      yield Array.from({ length: budget }, (_, i) => ({ hidden: ids.filter(() => next() < share), fill: i % fills }))
    },
  }
}
