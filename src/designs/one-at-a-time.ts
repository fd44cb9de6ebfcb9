import type { HiddenSet } from "../types.ts"

/**
 * Hides one region at a time: `regions` variants, in the order of the regions.
 * This is the occlusion of Zeiler and Fergus (2014, arXiv 1311.2901).
 *
 * @example
 * ```ts
 * import { oneAtATime } from "gridexplainer"
 * const sets = [...oneAtATime(3)]
 * sets // => [{ hidden: [0] }, { hidden: [1] }, { hidden: [2] }]
 * ```
 */
export function* oneAtATime(regions: number): Generator<HiddenSet> {
  for (let id = 0; id < regions; id++) yield { hidden: [id] }
}
