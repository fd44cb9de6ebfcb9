import type { IntervalEffects } from "../evidence-record.ts"
import type { Explanation } from "../explanation.ts"
import type { RegionId } from "../types.ts"

/**
 * What can be said of one region.
 *
 * - `supports`, `opposes`: a measurable effect.
 * - `none`: no measurable effect: under the noise floor, with an interval that holds zero, or found with a few fills and contradicted by most.
 * - `depends`: the fills disagree by more than chance.
 * - `unknown`: there is no value, or nothing was measured that an effect could be held against.
 */
export type RegionVerdict = "supports" | "opposes" | "none" | "depends" | "unknown"

/** How many standard deviations two fills must lie apart: 1 in 2000 by chance, so that of all regions and fills hardly one does. */
const APART = 3.5

/** From half the width of a 90 % interval to a standard deviation. */
const NINETY = 1.6449

/**
 * Says of a region whether its effect is measurable, from the evidence in the record and nothing else.
 *
 * @throws RangeError for a region that is not there.
 *
 * @example
 * ```ts
 * import { explainWithEvidence, functionModel, grid, regionVerdict } from "gridexplainer"
 * const image = { width: 4, height: 4, channels: 1, data: Uint8Array.from({ length: 16 }, (_, i) => (i === 5 ? 255 : 0)) } as const
 * const dot = functionModel((images) => images.map(({ data }) => [data[5]! / 255, 1 - data[5]! / 255]))
 * const explanation = await explainWithEvidence(dot, image, { regions: grid(4), fills: [0] })
 * const verdicts = [4, 5].map((id) => regionVerdict(explanation, id))
 * verdicts // => ["none", "supports"]
 * ```
 */
export function regionVerdict(explanation: Explanation, region: RegionId): RegionVerdict {
  const { effects, evidence, design } = explanation
  const effect = effects[region]
  if (effect === undefined) throw new RangeError(`region must be from 0 to ${effects.length - 1}, got ${region}`)
  if (evidence === undefined || !Number.isFinite(effect) || design === "all-but-one") return "unknown"
  return design === "random-masks" ? averageVerdict(evidence, region) : aloneVerdict(evidence, region)
}

type Evidence = NonNullable<Explanation["evidence"]>

function averageVerdict({ average, noise }: Evidence, region: RegionId): RegionVerdict {
  const place = { region, floor: noise.average }
  if (fillsDisagree(average.perFill, place)) return "depends"
  return mostContradict(average, place) ? "none" : measuredSign(average, place)
}

/** Whether most fills find no such effect and are sure that it is smaller than the mean of all: the others have made the mean by themselves. */
function mostContradict(average: Evidence["average"], place: Place): boolean {
  const mean = average.effects[place.region]!
  const contradicting = average.perFill.filter((fill) => {
    const smaller = mean > 0 ? fill.high[place.region]! < mean : fill.low[place.region]! > mean
    return smaller && measuredSign(fill, place) !== (mean > 0 ? "supports" : "opposes")
  })
  return 2 * contradicting.length > average.perFill.length
}

function aloneVerdict({ alone, noise }: Evidence, region: RegionId): RegionVerdict {
  const effects = [alone?.effects, ...(alone?.otherFills ?? [])].map((fill) => fill?.[region] ?? null)
  const [first] = effects
  if (first === null || first === undefined) return "unknown"
  const signs = effects.map((effect) => (effect === null || Math.abs(effect) < noise.alone ? 0 : Math.sign(effect)))
  if (signs.includes(1) && signs.includes(-1)) return "depends"
  return verdictOf(signs[0]!)
}

interface Place {
  readonly region: RegionId
  readonly floor: number
}

/** What one kind of effect, with its interval, says of a region. */
export function measuredSign(of: IntervalEffects, { region, floor }: Place): "supports" | "opposes" | "none" {
  const effect = of.effects[region]!
  if (effect === 0 || Math.abs(effect) < floor || of.low[region]! * of.high[region]! <= 0) return "none"
  return effect > 0 ? "supports" : "opposes"
}

function verdictOf(sign: number): "supports" | "opposes" | "none" {
  return sign === 0 ? "none" : sign > 0 ? "supports" : "opposes"
}

/** Two fills disagree where they say different things of a region and lie too far apart for chance. */
function fillsDisagree(perFill: readonly IntervalEffects[], place: Place): boolean {
  return perFill.some((one, i) =>
    perFill
      .slice(i + 1)
      .some((other) => measuredSign(one, place) !== measuredSign(other, place) && farApart(one, other, place)),
  )
}

function farApart(one: IntervalEffects, other: IntervalEffects, { region, floor }: Place): boolean {
  const deviation = (of: IntervalEffects): number => (of.high[region]! - of.low[region]!) / 2 / NINETY
  const distance = Math.abs(one.effects[region]! - other.effects[region]!)
  return distance > floor && distance > APART * Math.hypot(deviation(one), deviation(other))
}
