import { isMeasurable } from "../../reading/shown-regions.ts"
import { movesTheAnswer, strongestRegion } from "../../reading/strongest-region.ts"
import { type Context, countedSentence, type Formula, nounFor, placeOf, regionOf, sentence } from "./sentence.ts"
import { whereSupportLies } from "./where.ts"

/** The region with the largest measurable effect. */
export const strongest: Formula = (context) => {
  const { explanation, evidence, numbers, total, noun, subject } = context
  if (!movesTheAnswer(explanation)) return []
  const { design, effects, target } = explanation
  const region = strongestRegion(explanation)
  const effect = effects[region]!
  const about = { region: regionOf(context, region), subject, total, noun }
  const path = `effects[${region}]`
  if (design === "random-masks" && evidence !== undefined) {
    const ends = [evidence.average.low[region]!, evidence.average.high[region]!]
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
        paths: [`evidence.average.low[${region}]`, `evidence.average.high[${region}]`],
      }),
      ...sentence(context, "strongestMost", { values: about, paths: ["effects"] }),
    ]
  }
  const shown = design === "all-but-one"
  const from = shown ? explanation.hiddenScore! : target.score
  const to = shown ? from + effect : from - effect
  const verb = verbOf(context, shown ? -effect : effect)
  return sentence(context, shown ? "strongestShown" : "strongestHidden", {
    values: {
      ...{ ...about, lowered: verb, raised: verb },
      ...{ from: numbers.targetScore(from), to: numbers.targetScore(to) },
    },
    paths: [path, shown ? "hiddenScore" : "target.score"],
  })
}

/** How many lowered it at least half as much. */
export const halfAsMuch: Formula = (context) => {
  const { explanation, total, noun } = context
  const { effects, design } = explanation
  if (design === "all-but-one" || !movesTheAnswer(explanation)) return []
  const most = effects[strongestRegion(explanation)]!
  if (most <= 0) return []
  const count = effects.filter((effect, region) => counts(context, region) && effect >= most / 2).length
  return countedSentence(context, "halfAsMuch", { count, values: { total, noun }, paths: ["effects"] })
}

/** In which part of the picture most of the support lies. */
export const where: Formula = (context) => {
  const zone = whereSupportLies(context)
  const paths = ["effects", "regions.boxes"]
  if (zone === undefined) return []
  const { quantity, words } = context
  if (zone === "spread") return sentence(context, "spread", { values: { quantity }, paths })
  return sentence(context, "support", { values: { quantity, zone: words.zones[zone] }, paths })
}

/** How many have an effect at all; or that none has. */
export const measurable: Formula = (context) => {
  const { explanation, shown, total, noun, numbers, subject } = context
  const paths = ["effects", "evidence.noise"]
  if (shown === undefined) {
    if (movesTheAnswer(explanation)) return []
    const largest = Math.max(0, ...explanation.effects.filter(Number.isFinite).map(Math.abs))
    const values = { total, noun, subject, effect: numbers.size(largest, "alone") }
    return sentence(context, "nothingUnmeasured", { values, paths: ["effects"] })
  }
  const count = shown.filter(({ verdict }) => isMeasurable(verdict)).length
  const values = { total, noun }
  if (count === 0) return sentence(context, "nothing", { values, paths })
  return countedSentence(context, "measurable", { count, values, paths })
}

/** What raised the score when it was hidden. */
export const against: Formula = (context) => {
  const { explanation, numbers } = context
  const { effects, design } = explanation
  if (design === "all-but-one" || !movesTheAnswer(explanation)) return []
  const regions = effects.flatMap((effect, region) => (effect < 0 && isWorthSaying(context, region) ? [region] : []))
  if (regions.length === 0) return []
  const most = regions.reduce((best, region) => (effects[region]! < effects[best]! ? region : best))
  return countedSentence(context, "against", {
    count: regions.length,
    values: {
      ...{ noun: nounFor(context, regions.length), region: regionOf(context, most), place: placeOf(context, most) },
      effect: numbers.size(effects[most]!, kindOf(context)),
    },
    paths: [`effects[${most}]`],
  })
}

/** How many have none that could be measured. */
export const noEffect: Formula = (context) => {
  const { shown, total, noun } = context
  const count = shown?.filter(({ verdict }) => verdict === "none").length ?? 0
  if (count === 0 || count === total) return []
  return countedSentence(context, "noEffect", { count, values: { total, noun }, paths: ["effects", "evidence.noise"] })
}

/** How many depend on how they are hidden. */
export const depends: Formula = (context) => {
  const count = context.shown?.filter(({ verdict }) => verdict === "depends").length ?? 0
  if (count === 0) return []
  const paths = ["evidence.average.perFill"]
  return countedSentence(context, "depends", { count, values: { noun: nounFor(context, count) }, paths })
}

/** What hiding the strongest alone did. */
export const aloneToo: Formula = (context) => {
  const { explanation, evidence, numbers, subject } = context
  const region = strongestRegion(explanation)
  const effect = evidence?.alone?.effects[region]
  if (explanation.design !== "random-masks" || !movesTheAnswer(explanation) || effect == null) return []
  const floor = evidence!.noise.alone
  const paths = [`evidence.alone.effects[${region}]`, "evidence.noise.alone"]
  const values = { noun: nounFor(context, 1), subject }
  if (effect === 0) return sentence(context, "aloneNothing", { values, paths })
  if (Math.abs(effect) < floor)
    return sentence(context, "aloneNoise", { values: { ...values, floor: numbers.floor(floor) }, paths })
  const disagrees = Math.sign(effect) !== Math.sign(explanation.effects[region]!)
  return [
    ...sentence(context, "aloneToo", {
      values: { ...values, lowered: verbOf(context, effect), effect: numbers.size(effect, "alone") },
      paths,
    }),
    ...(disagrees ? sentence(context, "aloneDisagrees", { paths: [...paths, `effects[${region}]`] }) : []),
  ]
}

/** Regions without a number. */
export const noValue: Formula = (context) => {
  const count = context.explanation.effects.filter((effect) => !Number.isFinite(effect)).length
  if (count === 0) return []
  return countedSentence(context, "noValue", { count, values: { noun: nounFor(context, count) }, paths: ["effects"] })
}

function verbOf({ words }: Context, effect: number): string {
  return effect > 0 ? words.lowered.down : words.lowered.up
}

function kindOf({ explanation }: Context): "average" | "alone" {
  return explanation.design === "random-masks" ? "average" : "alone"
}

function counts({ explanation, shown }: Context, region: number): boolean {
  return shown === undefined ? Number.isFinite(explanation.effects[region]) : isMeasurable(shown[region]!.verdict)
}

/** Where nothing tells effects from noise, only effects of a point or more are spoken of. */
function isWorthSaying(context: Context, region: number): boolean {
  return (
    counts(context, region) && (context.shown !== undefined || Math.abs(context.explanation.effects[region]!) >= 0.01)
  )
}
