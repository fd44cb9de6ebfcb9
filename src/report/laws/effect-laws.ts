import type { Attribution, Explanation, RegionEffects } from "../../explanation.ts"
import { regionsAround } from "../../regions/neighbourhoods.ts"
import { type Contradiction, first, isNear, type Law, shown } from "./law.ts"
import { measures, packageMethod } from "./package-methods.ts"
import { saidProblem } from "./said-problem.ts"
import { isWithin, scoreRange } from "./score-range.ts"

/** Laws for attributions (one number per region), whoever made them. */
export const effectLaws: readonly Law[] = [
  { name: "effects-in-intervals", find: (record) => eachList(record, outsideInterval) },
  { name: "effects-in-range", find: (record) => eachList(record, tooLarge) },
  { name: "methods-mean-what-they-measure", find: (record) => each(record, otherMeaning) },
  { name: "effects-as-answered", find: (record) => each(record, otherAnswer) },
  { name: "effects-with-the-first-fill", find: (record) => each(record, otherFirstFill) },
  { name: "neighbours-hidden-together", find: (record) => each(record, unequalNeighbours) },
  { name: "masks-as-planned", find: (record) => each(record, otherMasks) },
]

type Place = Contradiction["at"]

/** An attribution of a record, and its path. */
interface Held {
  readonly record: Explanation
  readonly attribution: Attribution
  readonly at: Place
}

function each(record: Explanation, find: (held: Held) => Contradiction | undefined): Contradiction | undefined {
  return first(record.attributions.map((attribution, i) => find({ record, attribution, at: ["attributions", i] })))
}

function eachList(
  record: Explanation,
  find: (effects: RegionEffects, held: Held) => Contradiction | undefined,
): Contradiction | undefined {
  return each(record, (held) =>
    first([
      find(held.attribution, held),
      ...(held.attribution.perFill ?? []).map((one, fill) => find(one, { ...held, at: [...held.at, "perFill", fill] })),
    ]),
  )
}

function outsideInterval({ effects, low, high }: RegionEffects, { at }: Held): Contradiction | undefined {
  if (low === undefined || high === undefined) return undefined
  const region = effects.findIndex(
    (effect, i) => !(low[i]! <= high[i]!) || (effect !== null && !isBetween(effect, low[i]!, high[i]!)),
  )
  if (region < 0) return undefined
  const effect = effects[region]
  const interval = `its interval goes from ${shown(low[region]!)} to ${shown(high[region]!)}`
  return {
    at: [...at, "effects", region],
    problem: effect == null ? interval : `it is ${shown(effect)}, but ${interval}`,
  }
}

function isBetween(effect: number, low: number, high: number): boolean {
  return (effect >= low || isNear(effect, low)) && (effect <= high || isNear(effect, high))
}

/** Estimates may exceed the range of a measured effect, but not by this factor. */
const ESTIMATED = 4

function tooLarge({ effects }: RegionEffects, { record, attribution, at }: Held): Contradiction | undefined {
  const range = scoreRange(record.target, record.model)
  if (range === undefined) return undefined
  const hidden = attribution.hiddenScore
  if (hidden !== undefined && !isWithin(hidden, range))
    return { at: [...at, "hiddenScore"], problem: `a score of ${shown(hidden)} is not possible` }
  // With a fill other than the first, the effect of a region shown alone is added to another score, which the record does not have.
  const isOther = hidden !== undefined && effects !== attribution.effects
  const isMeasured = measures(attribution.method) && !isOther
  const from = hidden ?? record.target.score
  const most = ESTIMATED * (range.most - range.least)
  const region = effects.findIndex((effect) => {
    if (effect === null) return false
    if (!isMeasured) return Math.abs(effect) > most
    return !isWithin(hidden === undefined ? from - effect : from + effect, range)
  })
  if (region < 0) return undefined
  return {
    at: [...at, "effects", region],
    problem: `${shown(effects[region]!)} takes the score of ${shown(from)} where no score can be`,
  }
}

function otherMeaning({ attribution: { method, means }, at }: Held): Contradiction | undefined {
  const own = packageMethod(method)?.means ?? means
  return own === means ? undefined : { at: [...at, "means"], problem: `effects of ${method} are ${own}, not ${means}` }
}

/** With a region hidden (or shown), the score is the one before minus (or plus) the effect; the top class then has at least that score. */
function otherAnswer({ record, attribution, at }: Held): Contradiction | undefined {
  const { method, answers, effects, hiddenScore } = attribution
  if (!measures(method) || answers === undefined) return undefined
  for (const [region, answer] of answers.entries()) {
    const effect = effects[region]!
    const place = [...at, "answers", region]
    if ((answer === null) !== (effect === null))
      return {
        at: place,
        problem: answer === null ? "there is an effect, but no answer" : "there is an answer, but no effect",
      }
    if (answer === null || effect === null) continue
    const score = hiddenScore === undefined ? record.target.score - effect : hiddenScore + effect
    const problem = saidProblem(record, { score, answer })
    if (problem !== undefined) return { at: place, problem: `by the effect of ${shown(effect)} ${problem}` }
  }
  return undefined
}

function otherFirstFill({ attribution: { method, effects, perFill }, at }: Held): Contradiction | undefined {
  if (!measures(method) || perFill === undefined) return undefined
  const own = perFill[0]?.effects ?? effects
  const region = effects.findIndex((effect, i) => effect !== own[i])
  if (region < 0) return undefined
  const [one, other] = [effects[region]!, own[region]!].map((effect) => (effect === null ? "none" : shown(effect)))
  return { at: [...at, "effects", region], problem: `it is ${one}, but ${other} with the first fill` }
}

function unequalNeighbours({ record, attribution: { method, effects }, at }: Held): Contradiction | undefined {
  if (packageMethod(method)?.means !== "around") return undefined
  const { layout } = record.regions
  if (layout.kind !== "grid" || regionsAround(layout, 0).length === 1)
    return { at, problem: "regions are hidden with those around them on a grid of at least 6 x 6 alone" }
  const known = new Map<string, { readonly effect: number | null; readonly region: number }>()
  const around = effects.map((_, region) => placeOf(layout, region))
  for (const [region, effect] of effects.entries()) {
    const before = known.get(around[region]!)
    if (before !== undefined && before.effect !== effect)
      return {
        at: [...at, "effects", region],
        problem: `the same squares are hidden as for region ${before.region}, whose effect is another`,
      }
    known.set(around[region]!, { effect, region })
  }
  return undefined
}

/** A key that is equal for regions of a grid with the same neighbourhood: the place of its middle. */
function placeOf({ rows, columns }: { readonly rows: number; readonly columns: number }, region: number): string {
  const inside = (at: number, count: number): number => Math.min(count - 2, Math.max(1, at))
  return `${inside(Math.floor(region / columns), rows)} ${inside(region % columns, columns)}`
}

function otherMasks({
  record: { plan, evidence },
  attribution: { method, masks },
  at,
}: Held): Contradiction | undefined {
  if (masks === undefined) return undefined
  const place = [...at, "masks"]
  if (masks.random > masks.total)
    return { at: place, problem: `${masks.random} of ${masks.total} masks cannot be random` }
  const planned = plan.average?.masks
  if (packageMethod(method)?.means !== "average" || planned === undefined || evidence === undefined) return undefined
  if (evidence.missing.includes("average")) return undefined
  // Masks come in pairs, so an odd number is rounded up.
  if (masks.total === planned || masks.total === planned + 1) return undefined
  return { at: place, problem: `there are ${masks.total} masks, but ${planned} were planned` }
}
