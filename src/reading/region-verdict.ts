import type { Attribution, RegionEffects } from "../explanation.ts"
import { ninety } from "../math/normal-limit.ts"
import type { RegionId } from "../types.ts"

/**
 * What can be said about one region.
 *
 * - `supports`, `opposes`: a measurable effect.
 * - `none`: no measurable effect: it is below the noise floor, its interval contains zero, or only a few fills show it and most contradict it.
 * - `depends`: in estimates with intervals, the fills disagree by more than chance.
 * - `unknown`: there is no value, or no noise was measured to compare it with.
 */
export type RegionVerdict = "supports" | "opposes" | "none" | "depends" | "unknown"

/** How many standard deviations apart two fills must be: 1 in 2000 by chance, so that among all regions and fills hardly one is. */
const APART = 3.5

/** A region, and the noise floor for effects of this kind; undefined if none was measured. */
export interface Place {
  readonly region: RegionId
  readonly floor: number | undefined
}

/** The verdict on a region's effect: by its interval, if there is one, and by the noise floor. */
export function regionVerdict(attribution: Attribution, place: Place): RegionVerdict {
  const effect = attribution.effects[place.region]
  const { low, perFill = [] } = attribution
  const known = low !== undefined || place.floor !== undefined
  if (!known || typeof effect !== "number" || !Number.isFinite(effect)) return "unknown"
  // What was measured with the first fill stands, whatever other fills do.
  if (low === undefined) return measuredSign(attribution, place)
  if (fillsDisagree(perFill, place)) return "depends"
  return mostContradict(effect, { perFill, place }) ? "none" : measuredSign(attribution, place)
}

export function isMeasurable(verdict: RegionVerdict): boolean {
  return verdict === "supports" || verdict === "opposes"
}

/** Whether a region was measured, and its effect is within the noise, or the fills do not agree on one. */
export function isQuiet(verdict: RegionVerdict): boolean {
  return verdict === "none" || verdict === "depends"
}

/** What one kind of effect says about a region. Without intervals, an effect as large as the floor counts. */
export function measuredSign(of: RegionEffects, { region, floor = 0 }: Place): "supports" | "opposes" | "none" {
  const effect = of.effects[region] ?? 0
  const holdsZero = of.low !== undefined && of.high !== undefined && of.low[region]! * of.high[region]! <= 0
  if (effect === 0 || Math.abs(effect) < floor || holdsZero) return "none"
  return effect > 0 ? "supports" : "opposes"
}

/** Whether most fills find no such effect and are sure that it is smaller than the mean of all fills: then the other fills alone made the mean. */
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

/** Two fills disagree if they say different things about a region and are too far apart for chance. */
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
