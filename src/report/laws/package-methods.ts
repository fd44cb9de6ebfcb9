import type { EffectMeaning } from "../../explanation.ts"

/** What laws know of a method of this package beyond what an attribution says of itself. */
export interface PackageMethod {
  readonly means: EffectMeaning
  /** Its effects are differences of two scores, and not estimates. */
  readonly isMeasured: boolean
  /** How many pictures it asks about beside one a region, with each fill; undefined where a plan says how many. */
  readonly extra?: number
  /** What hides each region alone, from which the strip takes its order. */
  readonly ordersStrip?: true
  /** It hides each region with those around it. */
  readonly hidesNeighbours?: true
  /** The plan says how many masks it takes. */
  readonly isPlanned?: true
}

const methods: Readonly<Record<string, PackageMethod>> = {
  "one-at-a-time": { means: "alone", isMeasured: true, extra: 0, ordersStrip: true },
  "with-neighbours": { means: "around", isMeasured: true, hidesNeighbours: true },
  "all-but-one": { means: "shown-alone", isMeasured: true, extra: 1 },
  "random-masks": { means: "average", isMeasured: false, isPlanned: true },
}

/** What is known of the method of this name; undefined for a method of somebody's own. The only place where laws know names of methods. */
export function packageMethod(name: string): PackageMethod | undefined {
  return Object.hasOwn(methods, name) ? methods[name] : undefined
}
