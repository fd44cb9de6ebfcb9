import { checkInteger } from "./math/check-integer.ts"

/**
 * A seeded stream of random numbers from 0 (included) to 1 (excluded): the same seed gives the same stream everywhere.
 *
 * The generator is Mulberry32 (Tommy Ettinger, 2017): 32 bits of state, which is plenty for fills and samples but unfit for secrets.
 *
 * @throws RangeError for a seed that is not a whole number from 0 to 2^32 - 1.
 *
 * @example
 * ```ts
 * import { random } from "gridexplainer"
 * const next = random(7)
 * const again = random(7)
 * next() === again() // => true
 * ```
 */
export function random(seed: number): () => number {
  checkSeed(seed)
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** @throws RangeError unless the seed is a whole number from 0 to 2^32 - 1. */
export function checkSeed(seed: number): void {
  checkInteger("seed", seed, { least: 0, most: 2 ** 32 - 1 })
}
