import {
  againstFact,
  halfAsMuchFact,
  measuredFact,
  newAnswerFact,
  noValueFact,
  type RegionFact,
  sameRegionFact,
  strongestFact,
} from "../../reading/facts/effect-facts.ts"
import { supportFact } from "../../reading/facts/support-fact.ts"
import { type Context, fillOf, listOf, placeOf, regionOf, type Sentence, say, verbOf } from "../context.ts"
import { numbered, type Values } from "../fill-in.ts"
import { labelOf } from "../label-of.ts"
import type { NumberKind } from "../numbers.ts"
import { floorNames } from "./floor-names.ts"

/** Makes the sentences that belong together about one thing; none if the record does not have it. */
export type Formula = (context: Context) => readonly Sentence[]

const strongestNames = {
  average: "strongestAverage",
  alone: "strongestHidden",
  around: "strongestAround",
  "shown-alone": "strongestShown",
} as const
/** The same if a larger effect exists that is noise or depends on the fill. */
const claimedNames = {
  average: "strongestAverage",
  alone: "claimedHidden",
  around: "claimedAround",
  "shown-alone": "strongestShown",
} as const
const stillNames = {
  average: "stillEstimated",
  alone: "still",
  around: "stillAround",
  "shown-alone": "stillShown",
} as const

/** The region with the largest effect. */
export const strongest: Formula = (context) => {
  const { view, form } = context
  const fact = strongestFact(view)
  if (fact === undefined) return []
  const values = regionValues(context, fact)
  const isSmall = Number(context.numbers.bare(fact.effect)) === 0
  if (fact.scores === undefined && (fact.range === undefined || isSmall))
    return say(context, fact.range === undefined ? "estimatedBy" : "strongestBy", { values, paths: fact.paths })
  const [first] = say(context, (fact.isLargest ? strongestNames : claimedNames)[view.means], {
    values,
    paths: fact.paths,
  })
  const becomes = newAnswerFact(view)
  return [
    first,
    ...(fact.range === undefined || form === "short"
      ? []
      : fact.isLargest
        ? say(context, "strongestMost", { paths: [`${view.path}.effects`] })
        : []),
    ...(becomes === undefined
      ? []
      : say(context, "newAnswer", { values: { label: labelOf(becomes.answer) }, paths: becomes.paths })),
  ]
}

/** The other kind of effect of the same region. */
export const sameRegion: Formula = (context) => {
  const { view, numbers } = context
  const fact = sameRegionFact(view)
  if (fact === undefined) return []
  const { means, outcome, paths } = fact
  const values = {
    ...regionValues(context, fact, means === "shown-alone" ? "alone" : means),
    floor: fact.floor > 0 ? numbers.floor(fact.floor) : "",
  }
  if (means === "average")
    return say(context, outcome === "measured" ? "sameAverage" : "sameAverageNone", { values, paths })
  if (outcome === "nothing") return say(context, "sameAloneNothing", { paths })
  if (outcome === "noise") return say(context, "sameAloneNoise", { values, paths })
  return [
    ...say(context, "sameAlone", { values, paths }),
    ...(fact.disagrees ? say(context, "disagrees", { paths: [...paths, `${view.path}.effects[${fact.region}]`] }) : []),
  ]
}

/** How many lowered it at least half as much. */
export const halfAsMuch: Formula = (context) => {
  const fact = halfAsMuchFact(context.view)
  return fact === undefined ? [] : say(context, "halfAsMuch", fact)
}

/** In which part of the picture most of the support lies. */
export const support: Formula = (context) => {
  const fact = supportFact(context.view)
  if (fact === undefined) return []
  const { zone, paths } = fact
  return zone === "spread"
    ? say(context, "spread", { paths })
    : say(context, "support", { values: { zone: context.words.zones[zone] }, paths })
}

/** How many regions have an effect at all, or that none has. */
export const measurable: Formula = (context) => {
  const { view, numbers, form } = context
  const { count, judged, floor, depends: open, largest, turned, paths } = measuredFact(view)
  if (!judged) {
    if (strongestFact(view) !== undefined) return []
    return largest === undefined
      ? say(context, "noneHasValue", { paths })
      : say(context, stillNames[view.means], { values: { effect: numbers.size(largest) }, paths })
  }
  const values = { floor: floor > 0 ? numbers.floor(floor) : "" }
  const least = turned > 0 ? "floorUnlessTurned" : floorNames[view.means]
  const noise = floor > 0 ? say(context, least, { values, paths }) : say(context, "noNoise", { paths })
  if (count > 0) return [...say(context, "measurable", { count, paths }), ...(form === "short" ? noise : [])]
  if (open > 0) return [...say(context, "nothingAgreed", { paths }), ...(form === "short" ? noise : [])]
  if (form === "long") return say(context, "nothing", { paths })
  const why = view.low === undefined ? "underFloor" : "underFloorOrUnsure"
  return [...say(context, "nothing", { paths }), ...(floor > 0 ? say(context, why, { values, paths }) : noise)]
}

/** What raised the score when it was hidden. */
export const against: Formula = (context) => {
  const fact = againstFact(context.view)
  if (fact === undefined) return []
  const { count, paths, region } = fact
  const noun = nounFor(context, count)
  return say(context, "against", {
    count,
    values: { ...regionValues(context, fact), noun, place: placeOf(context, region) },
    paths,
  })
}

/** How many regions have no measurable effect. */
export const noEffect: Formula = (context) => {
  const { none: count, total, paths } = measuredFact(context.view)
  return count === 0 || count === total ? [] : say(context, "noEffect", { count, paths })
}

/** How many effects depend on the fill. */
export const depends: Formula = (context) => {
  const { view } = context
  const { depends: count } = measuredFact(view)
  if (count === 0) return []
  const fills = listOf(
    context,
    view.fills.map((fill) => fillOf(context, fill)),
  )
  return say(context, "depends", { count, values: { fills }, paths: [`${view.path}.perFill`] })
}

/** Regions without a number. */
export const noValue: Formula = (context) => {
  const fact = noValueFact(context.view)
  return fact === undefined || fact.count === context.common.total ? [] : say(context, "noValue", fact)
}

/** `square`, `squares`. */
export function nounFor({ words, view }: Pick<Context, "words" | "view">, count: number): string {
  return numbered(words.nouns[view.record.regions.layout.kind], count)
}

/** What sentences about one region are filled with. */
function regionValues(
  context: Context,
  { region, effect, direction, range, scores }: Omit<RegionFact, "paths">,
  kind?: NumberKind,
): Values {
  const { numbers } = context
  const [near, far] = range ?? []
  const [from, to] = scores ?? []
  return {
    region: regionOf(context, region),
    lowers: verbOf(context, direction),
    effect: numbers.size(effect, kind),
    ...(near === undefined || far === undefined
      ? {}
      : { near: numbers.bare(near, kind), far: numbers.bare(far, kind) }),
    ...(from === undefined || to === undefined ? {} : { from: numbers.targetScore(from), to: numbers.targetScore(to) }),
  }
}
