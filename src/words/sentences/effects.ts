import { isMeasurable } from "../../reading/region-verdict.ts"
import { movesTheAnswer, strongestRegion } from "../../reading/strongest-region.ts"
import { viewMeaning } from "../../reading/view.ts"
import { numberKind } from "../noise-numbers.ts"
import { type Context, countedSentence, type Formula, nounFor, placeOf, regionOf, sentence } from "./sentence.ts"
import { whereSupportLies } from "./where.ts"

/** The region with the largest measurable effect. */
export const strongest: Formula = (context) => {
  const { view, numbers, total, noun, subject } = context
  if (!movesTheAnswer(view)) return []
  const { means, effects, baseline } = view
  const region = strongestRegion(view)
  const effect = effects[region]!
  const about = { region: regionOf(context, region), subject, total, noun }
  const path = `${view.path}.effects[${region}]`
  if (baseline === undefined && view.low !== undefined) {
    const ends = [view.low[region]!, view.high![region]!]
    const half = (ends[1]! - ends[0]!) / 2
    const [low, high] = ends.map(Math.abs).sort((a, b) => a - b)
    const bare = (value: number): string => numbers.signed(value, "average", half).replace("+", "")
    return [
      ...sentence(context, "strongestAverage", {
        values: { ...about, lowered: verbOf(context, effect), effect: numbers.size(effect, "average", half) },
        paths: [path],
      }),
      ...sentence(context, "strongestRange", {
        values: { low: bare(low!), high: bare(high!) },
        paths: [`${view.path}.low[${region}]`, `${view.path}.high[${region}]`],
      }),
      ...sentence(context, "strongestMost", { values: about, paths: [`${view.path}.effects`] }),
    ]
  }
  const shown = means === "shown-alone"
  const from = baseline ?? context.explanation.target.score
  const to = shown ? from + effect : from - effect
  const verb = verbOf(context, shown ? -effect : effect)
  return sentence(context, shown ? "strongestShown" : "strongestHidden", {
    values: {
      ...{ ...about, lowered: verb, raised: verb },
      ...{ from: numbers.targetScore(from), to: numbers.targetScore(to) },
    },
    paths: [path, shown ? `${view.path}.hiddenScore` : "target.score"],
  })
}

/** How many lowered it at least half as much. */
export const halfAsMuch: Formula = (context) => {
  const { view, total, noun } = context
  const { effects, means } = view
  if (means === "shown-alone" || !movesTheAnswer(view)) return []
  const most = effects[strongestRegion(view)]!
  if (most <= 0) return []
  const count = effects.filter((effect, region) => counts(context, region) && effect >= most / 2).length
  return countedSentence(context, "halfAsMuch", {
    count,
    values: { total, noun },
    paths: [`${context.view.path}.effects`],
  })
}

/** In which part of the picture most of the support lies. */
export const where: Formula = (context) => {
  const zone = whereSupportLies(context)
  const paths = [`${context.view.path}.effects`, "regions.boxes"]
  if (zone === undefined) return []
  const { quantity, words } = context
  if (zone === "spread") return sentence(context, "spread", { values: { quantity }, paths })
  return sentence(context, "support", { values: { quantity, zone: words.zones[zone] }, paths })
}

/** How many have an effect at all; or that none has. */
export const measurable: Formula = (context) => {
  const { view, shown, total, noun, numbers, subject } = context
  const paths = [`${view.path}.effects`, "evidence.noise"]
  if (shown === undefined) {
    if (movesTheAnswer(view)) return []
    const largest = Math.max(0, ...view.effects.filter(Number.isFinite).map(Math.abs))
    const values = { total, noun, subject, effect: numbers.size(largest, "alone") }
    return sentence(context, "nothingUnmeasured", { values, paths: [`${view.path}.effects`] })
  }
  const count = shown.filter(({ verdict }) => isMeasurable(verdict)).length
  const values = { total, noun }
  if (count === 0) return sentence(context, "nothing", { values, paths })
  return countedSentence(context, "measurable", { count, values, paths })
}

/** What raised the score when it was hidden. */
export const against: Formula = (context) => {
  const { view, numbers } = context
  const { effects, means } = view
  if (means === "shown-alone" || !movesTheAnswer(view)) return []
  const regions = effects.flatMap((effect, region) => (effect < 0 && isWorthSaying(context, region) ? [region] : []))
  if (regions.length === 0) return []
  const most = regions.reduce((best, region) => (effects[region]! < effects[best]! ? region : best))
  return countedSentence(context, "against", {
    count: regions.length,
    values: {
      ...{ noun: nounFor(context, regions.length), region: regionOf(context, most), place: placeOf(context, most) },
      effect: numbers.size(effects[most]!, numberKind[means]),
    },
    paths: [`${view.path}.effects[${most}]`],
  })
}

/** How many have none that could be measured. */
export const noEffect: Formula = (context) => {
  const { shown, total, noun } = context
  const count = shown?.filter(({ verdict }) => verdict === "none").length ?? 0
  if (count === 0 || count === total) return []
  return countedSentence(context, "noEffect", {
    count,
    values: { total, noun },
    paths: [`${context.view.path}.effects`, "evidence.noise"],
  })
}

/** How many depend on how they are hidden. */
export const depends: Formula = (context) => {
  const count = context.shown?.filter(({ verdict }) => verdict === "depends").length ?? 0
  if (count === 0) return []
  const paths = [`${context.view.path}.perFill`]
  return countedSentence(context, "depends", { count, values: { noun: nounFor(context, count) }, paths })
}

/** What hiding the strongest alone did. */
export const aloneToo: Formula = (context) => {
  const { view, numbers, subject } = context
  const region = strongestRegion(view)
  const alone = viewMeaning(view, "alone")
  const effect = alone?.attribution.effects[region]
  if (view.means !== "average" || !movesTheAnswer(view) || effect == null) return []
  const floor = alone!.floor ?? 0
  const paths = [`${alone!.path}.effects[${region}]`, "evidence.noise.alone"]
  const values = { noun: nounFor(context, 1), subject }
  if (effect === 0) return sentence(context, "aloneNothing", { values, paths })
  if (Math.abs(effect) < floor)
    return sentence(context, "aloneNoise", { values: { ...values, floor: numbers.floor(floor) }, paths })
  const disagrees = Math.sign(effect) !== Math.sign(view.effects[region]!)
  return [
    ...sentence(context, "aloneToo", {
      values: { ...values, lowered: verbOf(context, effect), effect: numbers.size(effect, "alone") },
      paths,
    }),
    ...(disagrees ? sentence(context, "aloneDisagrees", { paths: [...paths, `${view.path}.effects[${region}]`] }) : []),
  ]
}

/** Regions without a number. */
export const noValue: Formula = (context) => {
  const count = context.view.effects.filter((effect) => !Number.isFinite(effect)).length
  if (count === 0) return []
  return countedSentence(context, "noValue", {
    count,
    values: { noun: nounFor(context, count) },
    paths: [`${context.view.path}.effects`],
  })
}

function verbOf({ words }: Context, effect: number): string {
  return effect > 0 ? words.lowered.down : words.lowered.up
}

function counts({ view, shown }: Context, region: number): boolean {
  return shown === undefined ? Number.isFinite(view.effects[region]) : isMeasurable(shown[region]!.verdict)
}

/** Where nothing tells effects from noise, only effects of a point or more are spoken of. */
function isWorthSaying(context: Context, region: number): boolean {
  return counts(context, region) && (context.shown !== undefined || Math.abs(context.view.effects[region]!) >= 0.01)
}
