import { acrossFills } from "../../reading/across-fills.ts"
import { faithfulnessVerdict } from "../../reading/faithfulness-verdict.ts"
import { isMeasurable } from "../../reading/region-verdict.ts"
import { movesTheAnswer, strongestRegion } from "../../reading/strongest-region.ts"
import { plainText } from "../format.ts"
import { countedSentence, type Formula, fillOf, listOf, nounFor, sentence } from "./sentence.ts"

/** Whether the order of the map does better than random orders. */
export const chance: Formula = (context) => {
  const { view, evidence, noun, quantity, shown } = context
  const faithfulness = evidence?.faithfulness
  if (faithfulness === undefined || faithfulness.random.length === 0)
    return sentence(context, "chanceUntested", { paths: ["evidence.faithfulness"] })
  const { better, equal, of, holds } = faithfulnessVerdict(faithfulness)
  const values = { better, equal, of, worse: of - better, noun, quantity }
  if (view.means !== "average") return sentence(context, "chanceOther", { values, paths })
  if (shown?.every(({ verdict }) => verdict === "none") === true)
    return sentence(context, "chanceNothing", { values, paths })
  if (holds)
    return equal === 0
      ? sentence(context, "chanceHolds", { values, paths })
      : sentence(context, "chanceTies", { values, paths })
  return sentence(context, of - better <= of / 4 ? "chanceDoubt" : "chanceFails", { values, paths })
}

const paths = ["evidence.faithfulness.own.gain", "evidence.faithfulness.random"]

/** Whether it does better than pointing at the middle. */
export const centre: Formula = (context) => {
  const { view, evidence } = context
  const faithfulness = evidence?.faithfulness
  if (faithfulness === undefined || view.means !== "average" || !movesTheAnswer(view)) return []
  const { beatsCentre, holds } = faithfulnessVerdict(faithfulness)
  return sentence(context, beatsCentre ? (holds ? "centreBeaten" : "centreOnly") : "centreNot", {
    paths: ["evidence.faithfulness.own.gain", "evidence.faithfulness.centreFirst.gain"],
  })
}

/** What a reader must know before the map: that it is no better than chance; none where there is nothing to warn of. */
export const warning: Formula = (context) => {
  const { view, evidence } = context
  if (evidence?.faithfulness === undefined || view.means !== "average") return []
  if (!movesTheAnswer(view) || faithfulnessVerdict(evidence.faithfulness).holds) return []
  return chance(context)
}

/** What harmless changes did, and what counts as noise. */
export const noise: Formula = (context) => {
  const { explanation, evidence, numbers, quantity } = context
  if (evidence?.noise === undefined) return sentence(context, "noiseUntested", { paths: ["evidence"] })
  const { checks, average, alone, repeat } = evidence.noise
  const moved = checks.map(({ score }) => Math.abs(score - explanation.target.score))
  const same = repeat === 0
  return [
    ...(moved.length === 0
      ? []
      : sentence(context, "harmless", {
          values: { quantity, change: numbers.size(Math.max(...moved), "alone") },
          paths: ["evidence.noise.checks", "target.score"],
        })),
    ...(checks.length === 0
      ? []
      : sentence(context, same ? "sameAgain" : "otherAgain", {
          values: same ? {} : { change: numbers.floor(repeat) },
          paths: ["evidence.noise.repeat"],
        })),
    ...(average === 0 && alone === 0
      ? sentence(context, "noNoise", { paths: ["evidence.noise.average", "evidence.noise.alone"] })
      : []),
    ...(average > 0
      ? sentence(context, "floorAverage", {
          values: { floor: numbers.floor(average) },
          paths: ["evidence.noise.average"],
        })
      : []),
    ...(alone > 0
      ? sentence(context, "floorAlone", { values: { floor: numbers.floor(alone) }, paths: ["evidence.noise.alone"] })
      : []),
  ]
}

/** What the ranges are. */
export const intervals: Formula = (context) =>
  context.view.low !== undefined
    ? sentence(context, "intervals", { paths: [`${context.view.path}.low`, `${context.view.path}.high`] })
    : []

/** How far the ways of hiding agree. */
export const fillsAgree: Formula = (context) => {
  const { view } = context
  const { perFill = [] } = view.attribution
  if (view.means !== "average" || perFill.length < 2) {
    const values = { fill: fillOf(context, view.fills[0]!) }
    return sentence(context, "fillsOne", { values, paths: ["fills[0]"] })
  }
  if (!movesTheAnswer(view)) return []
  const lists = perFill.map(({ effects }) => effects.map((effect) => effect ?? 0))
  const strongest = strongestRegion(view)
  const sign = Math.sign(view.effects[strongest]!)
  const first = lists.filter(
    (effects) => sign * effects[strongest]! >= Math.max(...effects.map((e) => sign * e)),
  ).length
  const measured = context.shown!.flatMap(({ verdict }, region) => (isMeasurable(verdict) ? [region] : []))
  const agreeing = measured.map((region) => acrossFills(view, region)!.agree)
  const fills = lists.length
  const from = [`${view.path}.perFill`, "evidence.noise.average"]
  return [
    ...sentence(context, "fillsFirst", { values: { fills, first, noun: nounFor(context, 1) }, paths: from }),
    ...countedSentence(context, "fillsAgree", {
      count: measured.length,
      values: {
        fills,
        agree: measured.length === 1 ? agreeing[0]! : agreeing.filter((agree) => agree === fills).length,
      },
      paths: from,
    }),
  ]
}

/** Fills whose hidden pictures are called the same odd thing again and again. */
export const missingness: Formula = (context) => {
  const found = (context.evidence?.missingness ?? []).flatMap(({ fill, pictures, odd, alarm }, i) => {
    if (!alarm || odd === null) return []
    const name = plainText(odd.label) || String(odd.index)
    return sentence(context, "missingness", {
      values: { fill: fillOf(context, fill), count: odd.count, pictures, odd: name },
      paths: [`evidence.missingness[${i}].odd.count`, `evidence.missingness[${i}].pictures`],
    })
  })
  return found.length === 0 ? [] : [...found, ...sentence(context, "missingnessMeaning", { paths: [] })]
}

/** That the first two answers lie as near to each other as harmless changes move the score. */
export const closeAnswers: Formula = (context) => {
  const { explanation, evidence, numbers } = context
  const { target, top } = explanation
  const [first, second] = top
  const checks = evidence?.noise?.checks ?? []
  if (first === undefined || second === undefined || checks.length === 0) return []
  if (target.chosenBy === "margin" || target.chosenBy === "function" || target.index !== first.index) return []
  const change = Math.max(...checks.map(({ score }) => Math.abs(score - target.score)))
  const lead = first.score - second.score
  if (lead > change) return []
  return sentence(context, "closeAnswers", {
    values: { lead: numbers.size(lead, "alone"), change: numbers.size(change, "alone") },
    paths: ["top[0].score", "top[1].score", "evidence.noise.checks"],
  })
}

/** What the shifted grid took away. */
export const shifted: Formula = (context) => {
  const { evidence, total, noun } = context
  if (evidence?.shifted === undefined) return []
  const count = evidence.shifted.vanished.length
  const from = ["evidence.shifted.vanished"]
  if (count === 0) return sentence(context, "shiftedNone", { paths: from })
  return countedSentence(context, "vanished", { count, values: { total, noun }, paths: from })
}

/** What was not tested, and what a stopped run left out. */
export const untested: Formula = (context) => {
  const missing = context.evidence?.missing ?? []
  const stages = listOf(
    context,
    missing.map((stage) => context.words.stages[stage]),
  )
  return [
    ...(missing.length === 0 ? [] : sentence(context, "notDone", { values: { stages }, paths: ["evidence.missing"] })),
    ...sentence(context, "notTested", { paths: [] }),
  ]
}
