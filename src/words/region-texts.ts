import type { EffectMeaning } from "../explanation.ts"
import { acrossFills } from "../reading/across-fills.ts"
import { regionFact } from "../reading/facts/effect-facts.ts"
import { beside } from "../reading/facts/record-parts.ts"
import { viewMeaning } from "../reading/view.ts"
import type { RegionId } from "../types.ts"
import { type Context, formed, placeOf, regionOf } from "./context.ts"
import { fillIn } from "./fill-in.ts"
import { labelOf } from "./label-of.ts"
import type { NumberKind } from "./numbers.ts"

/** One text about a region, with the paths of its numbers in the record. */
export interface RegionText {
  readonly text: string
  readonly path?: string | undefined
  /** The number itself, for sorting. */
  readonly value?: number | undefined
}

/** What can be said about one region, part by part, for lines, tables and reports. What the record does not have is absent. */
export interface RegionTexts {
  /** `row 3, column 5`. */
  readonly place: string
  /** `+5.2`, without the unit; absent if there is no value. */
  readonly effect?: RegionText
  /** How its effect changes the score: `lowers espresso from 94.0 % to 85.0 %`, `leaves espresso at 94.0 %`. */
  readonly change?: string
  /** The 90 % interval of the effect on average, whichever effect is in front: `+3.1 to +5.2`. */
  readonly range?: RegionText
  /** The kind of effect that is not in front. */
  readonly other?: RegionText
  /** The top class with only this region hidden: `“cup”, 34 %`. */
  readonly answer?: RegionText
  /** The lowest and the highest effect over the fills, and how many agree. */
  readonly fills?: RegionText
  readonly agree?: string
  /** `supports it`, `no measurable effect`. */
  readonly verdict?: RegionText
  /** The sets that it belongs to. */
  readonly sets?: RegionText
}

const kinds: Readonly<Record<EffectMeaning, NumberKind>> = {
  average: "average",
  alone: "alone",
  "shown-alone": "alone",
  around: "around",
}

/** What a record says about one region, as texts. */
export function regionTexts(context: Context, region: RegionId): RegionTexts {
  const { view, words, numbers } = context
  const place = placeOf(context, region)
  const effect = view.effects[region]!
  const answer = answerOf(context, region)
  if (!Number.isFinite(effect)) return { place, ...answer }
  const shown = { text: numbers.signed(effect), path: `${view.path}.effects[${region}]`, value: effect }
  const change = changeText(context, region)
  if (!view.judged) return { place, effect: shown, ...answer, ...(change === "" ? {} : { change }) }
  const { verdict } = view.regions[region]!
  const sets = (["enough", "needed"] as const).filter((name) =>
    view.record.evidence?.sets?.[name]?.regions.includes(region),
  )
  return {
    ...{ place, effect: shown, ...answer },
    ...rangeOf(context, region),
    ...otherOf(context, region),
    ...fillsOf(context, region),
    verdict: { text: words.verdicts[verdict], path: "evidence.noise" },
    sets: { text: sets.map((name) => words.sets[name]).join(words.comma), path: "evidence.sets" },
  }
}

function between({ words, numbers, form }: Context, [low, high]: readonly [number, number], kind: NumberKind): string {
  return fillIn(formed<string>(words.between, form), {
    low: numbers.signed(low, kind),
    high: numbers.signed(high, kind),
  })
}

function rangeOf(context: Context, region: RegionId): Pick<RegionTexts, "range"> {
  const average = viewMeaning(context.view, "average")
  const [low, high] = [average?.low?.[region], average?.high?.[region]]
  if (average === undefined || low === undefined || high === undefined) return {}
  const path = `${average.path}.low[${region}] ${average.path}.high[${region}]`
  return { range: { text: between(context, [low, high], "average"), path } }
}

function otherOf(context: Context, region: RegionId): Pick<RegionTexts, "other"> {
  const { view, words, numbers } = context
  const means = beside[view.means]
  if (means === undefined) return {}
  const other = viewMeaning(view, means)
  if (other?.judged !== true) return {}
  const effect = other.effects[region]!
  if (!Number.isFinite(effect)) return { other: { text: words.notAsked } }
  return {
    other: { text: numbers.signed(effect, kinds[means]), path: `${other.path}.effects[${region}]`, value: effect },
  }
}

function answerOf(context: Context, region: RegionId): Pick<RegionTexts, "answer"> {
  const { view, words, numbers } = context
  const other = view.attribution.answers === undefined ? viewMeaning(view, "alone") : view
  if (other?.attribution.answers === undefined) return {}
  const { answer } = other.regions[region]!
  if (answer === undefined || !Number.isFinite(answer.score)) return { answer: { text: words.notAsked } }
  const text = fillIn(words.shown.answer, { label: labelOf(answer), score: numbers.classScore(answer.score) })
  return { answer: { text, path: `${other.path}.answers[${region}]` } }
}

function fillsOf(context: Context, region: RegionId): Pick<RegionTexts, "fills" | "agree"> {
  const { view, words } = context
  const fills = acrossFills(view, region)
  if (fills === undefined) return {}
  const { lowest, highest, agree, of } = fills
  return {
    fills: { text: between(context, [lowest, highest], kinds[view.means]), path: `${view.path}.perFill` },
    agree: fillIn(words.markdown.agree, { agree, of }),
  }
}

/** `lowers espresso from 94.0 % to 85.0 %`; "" if the effect is not a change from one score to another, or is zero. */
export function changeText(context: Context, region: RegionId): string {
  const { view, words, numbers, common } = context
  const { scores, direction, effect } = regionFact(view, region)
  if (scores === undefined || effect === 0) return ""
  const [from, to] = scores.map((score) => numbers.targetScore(score, "exact"))
  const values = { from: from!, to: to!, subject: common.subject, lowers: formed(words[direction], context.form) }
  return fillIn(from === to ? words.region.leaves : words.region.fromTo, values)
}

/** What hiding, or showing, one region did: `Hiding the square at row 2, column 4 lowers espresso from 94.0 % to 85.0 %`. */
export function changeOf(context: Context, region: RegionId): string {
  const { view, words, numbers, common } = context
  const named = { region: regionOf(context, region) }
  const { effect, scores, direction } = regionFact(view, region)
  if (!Number.isFinite(effect)) return fillIn(words.region.valueless, named)
  const values = {
    subject: common.subject,
    lowers: formed(words[direction], context.form),
    effect: numbers.size(effect),
  }
  const [from, to] = (scores ?? []).map((score) => numbers.targetScore(score, "exact"))
  const change =
    from === undefined || to === undefined
      ? fillIn(words.region.by, values)
      : fillIn(words.region[changeNames[view.means]], { ...values, from, to })
  return fillIn(words.region[actionNames[view.means]], { ...named, change })
}

const changeNames = { average: "scores", alone: "scores", around: "scores", "shown-alone": "scoresShown" } as const
const actionNames = { average: "hiding", alone: "hiding", around: "hidingAround", "shown-alone": "showing" } as const
