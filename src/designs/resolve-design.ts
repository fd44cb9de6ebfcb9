import type { DesignName, HiddenSet } from "../types.ts"
import { allButOne } from "./all-but-one.ts"
import { oneAtATime } from "./one-at-a-time.ts"

/** Which regions are hidden together, as a plan for any number of regions. */
export interface Design {
  /** The sets to hide, in the order in which `effects` reads their scores. */
  sets(regions: number): Iterable<HiddenSet>
  /** How many sets there are. */
  size(regions: number): number
  /** Whether a region is hidden more than once. */
  readonly repeats: boolean
}

const designs: Readonly<Record<DesignName, Design>> = {
  "one-at-a-time": { sets: oneAtATime, size: (regions) => regions, repeats: false },
  "all-but-one": { sets: allButOne, size: (regions) => regions + 1, repeats: true },
}

/** Finds a design by its name; the only place where names of designs are known. */
export function resolveDesign(name: DesignName): Design {
  if (Object.hasOwn(designs, name)) return designs[name]
  throw new RangeError(`design must be one of ${Object.keys(designs).join(", ")}, got ${String(name)}`)
}
