import type { EffectMeaning } from "../../explanation.ts"
import { isBeyond } from "../../measured.ts"
import type { ClassScore, RegionId } from "../../types.ts"
import { isMeasurable } from "../region-verdict.ts"
import { movesTheAnswer, strongestRegion } from "../strongest-region.ts"
import { falls, type View, viewMeaning } from "../view.ts"
import { beside, effectPlaces, floorPlace } from "./record-parts.ts"

/** A fact found in a record, with the paths of its numbers there. */
export interface Fact {
  /** Paths in the record, such as `evidence.noise.average`. */
  readonly paths: readonly string[]
}

/** What hiding (or showing) did to the score. */
export type Direction = "lowers" | "raises"

/** What hiding (or showing) one region did. */
export interface RegionFact extends Fact {
  readonly region: RegionId
  readonly effect: number
  readonly direction: Direction
  /** The ends of the 90 % interval by size, the one nearer to zero first. */
  readonly range?: readonly [near: number, far: number] | undefined
  /** The scores before and after, if the effect is a change from one score to another. */
  readonly scores?: readonly [from: number, to: number] | undefined
}

/** If no noise was measured, only effects of a point or more are mentioned. */
const LEAST = 0.01

/** What the effect of one region did to the score. */
export function regionFact(view: View, region: RegionId): RegionFact {
  const { baseline, floor = 0, means, regions } = view
  const { effect, after } = regions[region]!
  return {
    region,
    effect,
    direction: effect > 0 === falls(means) ? "lowers" : "raises",
    range: rangeOf(view, region),
    scores: baseline === undefined || after === undefined ? undefined : [baseline, after],
    paths: [...effectPlaces(view, region), ...(floor > 0 ? [floorPlace[means]] : [])],
  }
}

/** What the region with the largest measurable effect did. */
export interface StrongestFact extends RegionFact {
  /** Whether no region at all has a larger effect. If one has, but it is noise or depends on the fill, this one must not be called the largest. */
  readonly isLargest: boolean
}

/** The strongest region; undefined if no effect is measurable. */
export function strongestFact(view: View): StrongestFact | undefined {
  if (!movesTheAnswer(view)) return undefined
  const fact = regionFact(view, strongestRegion(view))
  return { ...fact, isLargest: !view.effects.some((effect) => Math.abs(effect) > Math.abs(fact.effect)) }
}

/** The top class with the strongest region hidden, if it is no longer the explained class. */
export function newAnswerFact(view: View): (Fact & { readonly answer: ClassScore }) | undefined {
  const region = strongestFact(view)?.region
  const { target, top } = view.record
  const answer = region === undefined ? undefined : view.regions[region]!.answer
  if (answer === undefined || !falls(view.means) || target.index !== top[0]?.index || answer.index === target.index)
    return undefined
  return { answer, paths: [`${view.path}.answers[${region}]`] }
}

/** The strongest region by the other kind of effect: alone for an effect on average, on average for an effect alone. */
export interface SameRegionFact extends RegionFact {
  readonly means: EffectMeaning
  readonly outcome: "measured" | "noise" | "nothing"
  readonly floor: number
  /** Whether one kind says that the score fell and the other that it rose. */
  readonly disagrees: boolean
}

export function sameRegionFact(view: View): SameRegionFact | undefined {
  const strongest = strongestFact(view)
  const means = beside[view.means]
  const other = strongest === undefined || means === undefined || !view.judged ? undefined : viewMeaning(view, means)
  if (strongest === undefined || other?.judged !== true || !Number.isFinite(other.effects[strongest.region]))
    return undefined
  const { region } = strongest
  const fact = regionFact(other, region)
  const { effect } = fact
  const floor = other.floor ?? 0
  const holdsZero = other.low !== undefined && other.high !== undefined && other.low[region]! * other.high[region]! <= 0
  const outcome = effect === 0 ? "nothing" : Math.abs(effect) < floor || holdsZero ? "noise" : "measured"
  /** Hardly any effect on this score, and yet the top class changes: this is neither nothing nor noise. */
  if (outcome !== "measured" && means === "alone" && isMeasurable(other.regions[region]!.verdict)) return undefined
  return {
    ...{ ...fact, means: other.means, floor, outcome },
    disagrees: Math.sign(effect) === -Math.sign(strongest.effect),
    paths: [...new Set([...effectPlaces(other, region), floorPlace[other.means]])],
  }
}

/** How many regions have a measurable effect. */
export interface MeasuredFact extends Fact {
  readonly count: number
  readonly total: number
  /** How many regions have an effect on which the fills disagree, no effect, or no value. */
  readonly depends: number
  readonly none: number
  /** How many regions have an effect below the floor that counts because the model's answer changed with it. */
  readonly turned: number
  /** Whether noise was measured, and the noise floor; 0 if no noise was found. */
  readonly judged: boolean
  readonly floor: number
  /** The largest effect of all, whatever its sign; undefined if no region has a value. */
  readonly largest: number | undefined
}

export function measuredFact(view: View): MeasuredFact {
  const { regions, effects, judged, floor = 0 } = view
  const count = (wanted: string): number => regions.filter(({ verdict }) => verdict === wanted).length
  const sizes = effects.filter(Number.isFinite).map(Math.abs)
  return {
    count: regions.filter(({ verdict }) => isMeasurable(verdict)).length,
    total: effects.length,
    depends: count("depends"),
    none: count("none"),
    turned: regions.filter(({ effect, verdict, turns }) => turns && isMeasurable(verdict) && !isBeyond(effect, floor))
      .length,
    ...{ judged, floor },
    largest: sizes.length === 0 ? undefined : sizes.reduce((most, size) => Math.max(most, size), 0),
    paths: [...effectPlaces(view), ...(view.floor === undefined ? [] : [floorPlace[view.means]])],
  }
}

/** How many regions lowered the score at least half as much as the strongest; undefined if the strongest raised it, or regions were shown alone. */
export function halfAsMuchFact(view: View): (Fact & { readonly count: number }) | undefined {
  const strongest = strongestFact(view)
  if (strongest === undefined || strongest.effect <= 0 || !falls(view.means)) return undefined
  const count = view.effects.filter((effect, region) => counts(view, region) && effect >= strongest.effect / 2).length
  return { count, paths: [`${view.path}.effects`] }
}

/** Regions that raised the score when hidden: how many, and the one that raised it most. */
export function againstFact(view: View): (RegionFact & { readonly count: number }) | undefined {
  if (!falls(view.means) || strongestFact(view) === undefined) return undefined
  const { effects } = view
  const isWorthSaying = (region: RegionId): boolean =>
    counts(view, region) && (view.judged || Math.abs(effects[region]!) >= LEAST)
  const regions = effects.flatMap((effect, region) => (effect < 0 && isWorthSaying(region) ? [region] : []))
  if (regions.length === 0) return undefined
  const most = regions.reduce((best, region) => (effects[region]! < effects[best]! ? region : best))
  return { ...regionFact(view, most), count: regions.length }
}

/** Regions without a number. */
export function noValueFact(view: View): (Fact & { readonly count: number }) | undefined {
  const count = view.effects.filter((effect) => !Number.isFinite(effect)).length
  return count === 0 ? undefined : { count, paths: [`${view.path}.effects`] }
}

function counts({ effects, regions, judged }: View, region: RegionId): boolean {
  return judged ? isMeasurable(regions[region]!.verdict) : Number.isFinite(effects[region])
}

function rangeOf({ low, high }: View, region: RegionId): RegionFact["range"] {
  if (low === undefined || high === undefined) return undefined
  const [one, other] = [Math.abs(low[region]!), Math.abs(high[region]!)]
  return [Math.min(one, other), Math.max(one, other)]
}
