import type { HiddenSet } from "../types.ts"

/**
 * Hides everything, then everything but one region: `regions + 1` variants, the fully hidden picture first.
 * If regions overlap, the shown one stays whole.
 *
 * @example
 * ```ts
 * import { allButOne } from "gridexplainer"
 * const [nothing, first] = [...allButOne(3)]
 * nothing // => { hidden: [0, 1, 2] }
 * first // => { hidden: [1, 2], shown: [0] }
 * ```
 */
export function* allButOne(regions: number): Generator<HiddenSet> {
  const all = Array.from({ length: regions }, (_, id) => id)
  yield { hidden: all }
  for (const shown of all) yield { hidden: all.filter((id) => id !== shown), shown: [shown] }
}
