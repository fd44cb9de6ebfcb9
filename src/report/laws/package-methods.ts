import type { EffectMeaning } from "../../explanation.ts"

/** What laws know of a method of this package beyond what an attribution says of itself. */
export interface PackageMethod {
  /** What its effects mean. Only those on average are estimates; all others are differences of two scores. */
  readonly means: EffectMeaning
  /** How many pictures it asks about beside one per region, with each fill; undefined if a plan says how many. */
  readonly extra?: number
}

const methods: Readonly<Record<string, PackageMethod>> = {
  "one-at-a-time": { means: "alone", extra: 0 },
  "with-neighbours": { means: "around" },
  "all-but-one": { means: "shown-alone", extra: 1 },
  "random-masks": { means: "average" },
}

/** What is known of the method of this name; undefined for a method of somebody's own. The only place where laws know names of methods. */
export function packageMethod(name: string): PackageMethod | undefined {
  return Object.hasOwn(methods, name) ? methods[name] : undefined
}

/** Whether a method of this package measures its effects, instead of estimating them. */
export function measures(name: string): boolean {
  const method = packageMethod(name)
  return method !== undefined && method.means !== "average"
}
