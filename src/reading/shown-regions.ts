import type { Explanation } from "../explanation.ts"
import { halfInterval } from "./half-interval.ts"
import { type RegionVerdict, regionVerdict } from "./region-verdict.ts"

/** How a region is drawn where evidence says how sure its effect is. */
export interface ShownRegion {
  readonly verdict: RegionVerdict
  /** The effect as its colour tells it: paler where it is less sure, 0 where it has none; NaN where there is no value. */
  readonly colored: number
}

/** Half an interval that is at most this share of its effect leaves it its full colour. */
const sure = 1 / 3
/** What is left of the colour of an effect whose interval all but touches zero. */
const palest = 0.3

/** How each region is drawn; undefined where nothing says how sure the effects are. */
export function shownRegions(explanation: Explanation): readonly ShownRegion[] | undefined {
  const { effects, evidence, design } = explanation
  if (evidence === undefined || design === "all-but-one") return undefined
  return effects.map((effect, region) => {
    const verdict = regionVerdict(explanation, region)
    if (verdict === "none" || verdict === "depends") return { verdict, colored: 0 }
    if (verdict === "unknown") return { verdict, colored: effect }
    const share = halfInterval(explanation, region)! / Math.abs(effect)
    const surely = Math.min(1, Math.max(0, (1 - share) / (1 - sure)))
    return { verdict, colored: effect * (palest + (1 - palest) * surely) }
  })
}

/** The effects that can be told from none; all that have a value where nothing says which can. */
export function measurableEffects(explanation: Explanation): readonly number[] {
  const shown = shownRegions(explanation)
  const { effects } = explanation
  return shown === undefined ? effects : effects.filter((_, region) => isMeasurable(shown[region]!.verdict))
}

export function isMeasurable(verdict: RegionVerdict): boolean {
  return verdict === "supports" || verdict === "opposes"
}
