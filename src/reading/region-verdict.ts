import type { Attribution, RegionEffects } from "../explanation.ts"
import { ninety } from "../math/normal-limit.ts"
import type { RegionId } from "../types.ts"

/**
 * What can be said of one region.
 *
 * - `supports`, `opposes`: a measurable effect.
 * - `none`: no measurable effect: under the noise floor, with an interval that holds zero, or found with a few fills and contradicted by most.
 * - `depends`: in estimates with intervals, the fills disagree by more than chance.
 * - `unknown`: there is no value, or nothing was measured that an effect could be held against.
 */
export type RegionVerdict = "supports" | "opposes" | "none" | "depends" | "unknown"

/** How many standard deviations two fills must lie apart: 1 in 2000 by chance, so that of all regions and fills hardly one does. */
const APART = 3.5

/** A region, and the noise floor for effects of this kind; undefined where none was measured. */
export interface Place {
  readonly region: RegionId
  readonly floor: number | undefined
}

/** Whether the effect of a region is measurable: by its interval where there is one, and by the noise floor. */
export function regionVerdict(attribution: Attribution, place: Place): RegionVerdict {
  const effect = attribution.effects[place.region]
  const { low, perFill = [] } = attribution
  const known = low !== undefined || place.floor !== undefined
  if (!known || typeof effect !== "number" || !Number.isFinite(effect)) return "unknown"
  // What was measured with the first fill stands, whatever others do.
  if (low === undefined) return measuredSign(attribution, place)
  if (fillsDisagree(perFill, place)) return "depends"
  return mostContradict(effect, { perFill, place }) ? "none" : measuredSign(attribution, place)
}

export function isMeasurable(verdict: RegionVerdict): boolean {
  return verdict === "supports" || verdict === "opposes"
}

/** Whether a region was looked at and nothing was found that can be told from noise, or nothing that all ways of hiding agree on. */
export function isQuiet(verdict: RegionVerdict): boolean {
  return verdict === "none" || verdict === "depends"
}

/** What one kind of effect says of a region. Without intervals an effect as large as the floor counts. */
export function measuredSign(of: RegionEffects, { region, floor = 0 }: Place): "supports" | "opposes" | "none" {
  const effect = of.effects[region] ?? 0
  const holdsZero = of.low !== undefined && of.high !== undefined && of.low[region]! * of.high[region]! <= 0
  if (effect === 0 || Math.abs(effect) < floor || holdsZero) return "none"
  return effect > 0 ? "supports" : "opposes"
}

/** Whether most fills find no such effect and are sure that it is smaller than the mean of all: the others have made the mean by themselves. */
function mostContradict(
  mean: number,
  { perFill, place }: { readonly perFill: readonly RegionEffects[]; readonly place: Place },
): boolean {
  const contradicting = perFill.filter((fill) => {
    const smaller = mean > 0 ? fill.high![place.region]! < mean : fill.low![place.region]! > mean
    return smaller && measuredSign(fill, place) !== (mean > 0 ? "supports" : "opposes")
  })
  return 2 * contradicting.length > perFill.length
}

/** Two fills disagree where they say different things of a region and lie too far apart for chance. */
function fillsDisagree(perFill: readonly RegionEffects[], place: Place): boolean {
  return perFill.some((one, i) =>
    perFill
      .slice(i + 1)
      .some((other) => measuredSign(one, place) !== measuredSign(other, place) && farApart(one, other, place)),
  )
}

function farApart(one: RegionEffects, other: RegionEffects, { region, floor = 0 }: Place): boolean {
  const deviation = (of: RegionEffects): number => (of.high![region]! - of.low![region]!) / 2 / ninety
  const distance = Math.abs((one.effects[region] ?? 0) - (other.effects[region] ?? 0))
  return distance > floor && distance > APART * Math.hypot(deviation(one), deviation(other))
}
