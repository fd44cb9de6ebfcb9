import { isMeasurable } from "../reading/region-verdict.ts"
import { movesTheAnswer, strongestRegion } from "../reading/strongest-region.ts"
import { type View, viewMeaning } from "../reading/view.ts"
import { fillName } from "./details.ts"
import { countOf, type Formula, type SentenceContext } from "./evidence-sentence.ts"
import { regionName, regionPlace, singularOf } from "./name-regions.ts"

/** The region with the largest measurable effect on average, with its interval. */
export const strongestOnAverage: Formula = (context) => {
  const { view, explanation, evidence } = context
  if (view.means !== "average" || !movesTheAnswer(view)) return []
  const region = strongestRegion(view)
  const hiding = `On average, hiding ${regionName(explanation, region)}`
  const effect = view.effects[region]!
  return [
    {
      formula: "strongest-on-average",
      text: `${hiding} ${verbOf(effect)} ${subjectOf(context.words)} by ${withInterval(context, view, region)}.`,
      paths: [
        `${view.path}.effects[${region}]`,
        ...intervalPaths(view, region),
        ...(evidence.noise.average > 0 ? [floorPath.average] : []),
      ],
    },
  ]
}

/** The region with the largest measurable effect alone. */
export const strongestAlone: Formula = ({ view, explanation, words, numbers }) => {
  if (view.means !== "alone" || !movesTheAnswer(view)) return []
  const region = strongestRegion(view)
  const effect = view.effects[region]!
  const change = `by ${numbers.withUnit(numbers.alone(effect))}`
  return [
    {
      formula: "strongest-alone",
      text: `Hiding ${regionName(explanation, region)} alone ${verbOf(effect)} ${subjectOf(words)} ${change}, the largest change.`,
      paths: [`${view.path}.effects[${region}]`, floorPath.alone],
    },
  ]
}

/** The effect alone of the region that has the largest on average. */
export const sameAlone: Formula = ({ view, explanation, evidence, words, numbers }) => {
  const region = strongestRegion(view)
  const alone = viewMeaning(view, "alone")
  const effect = alone?.attribution.effects[region]
  if (view.means !== "average" || !movesTheAnswer(view) || effect == null) return []
  const same = `the same ${singularOf(explanation)}`
  const none = effect === 0 || Math.abs(effect) < evidence.noise.alone
  return [
    {
      formula: "same-alone",
      text: none
        ? evidence.noise.alone > 0
          ? `Hiding ${same} alone changes ${subjectOf(words)} by less than ${numbers.floor(evidence.noise.alone)}, which may be noise.`
          : `Hiding ${same} alone changes nothing.`
        : `Hiding ${same} alone ${verbOf(effect)} ${subjectOf(words)} by ${numbers.withUnit(numbers.alone(effect))}.`,
      paths: [`${alone!.path}.effects[${region}]`, floorPath.alone],
    },
  ]
}

/** The effect on average of the region that has the largest alone. */
export const sameOnAverage: Formula = (context) => {
  const { view, evidence, words } = context
  const average = viewMeaning(view, "average")
  if (view.means !== "alone" || average?.low === undefined || !movesTheAnswer(view)) return []
  const region = strongestRegion(view)
  const effect = average.effects[region]!
  const none = Math.abs(effect) < evidence.noise.average || average.low[region]! * average.high![region]! <= 0
  const hiding = `With others hidden at random, hiding it`
  return [
    {
      formula: "same-on-average",
      text: none
        ? `${hiding} has no measurable effect on average.`
        : `${hiding} ${verbOf(effect)} ${subjectOf(words)} by ${withInterval(context, average, region)}.`,
      paths: [`${average.path}.effects[${region}]`, ...intervalPaths(average, region), floorPath.average],
    },
  ]
}

/** How many regions have a measurable effect, and how large the noise is. */
export const measurable: Formula = (context) => {
  const { view, shown, numbers, noun } = context
  const average = view.low !== undefined
  const { floor = 0, path } = view
  const count = shown.filter(({ verdict }) => isMeasurable(verdict)).length
  const depending = shown.some(({ verdict }) => verdict === "depends")
  const noise = floor > 0 ? `under ${numbers.floor(floor)} would be noise` : "no noise was found"
  const kind = average ? " on average" : ""
  const under = `each ${floor > 0 ? `is under the noise floor of ${numbers.floor(floor)}` : "is zero"}`
  const text =
    count > 0
      ? `${countOf(context, count, ["has", "have"])} a measurable effect${kind}; ${noise}.`
      : depending
        ? `None of ${shown.length} ${noun} has a measurable effect on which all fills agree; ${noise}.`
        : `None of ${shown.length} ${noun} has a measurable effect: ${under}${average ? " or has an interval that holds zero" : ""}.`
  const intervals = average ? [`${path}.low`, `${path}.high`] : []
  return [
    {
      formula: "measurable",
      text,
      paths: [`${path}.effects`, ...intervals, average ? floorPath.average : floorPath.alone],
    },
  ]
}

/** How many regions have an effect that depends on the fill. */
export const depends: Formula = (context) => {
  const { view, explanation, shown } = context
  const count = shown.filter(({ verdict }) => verdict === "depends").length
  if (count === 0) return []
  const fills = explanation.fills.map(fillName)
  const named = fills.length > 4 ? `${fills.length} fills` : `${fills.slice(0, -1).join(", ")} and ${fills.at(-1)}`
  return [
    {
      formula: "depends",
      text: `${countOf(context, count, ["depends on how we hide it", "depend on how we hide them"])}: ${named} disagree.`,
      paths: ["fills", `${view.path}.perFill`, view.means === "average" ? floorPath.average : floorPath.alone],
    },
  ]
}

/** Regions of which either is enough. */
export const either: Formula = ({ explanation, evidence, numbers }) => {
  const [pair] = [...(evidence.pairs ?? []).entries()]
    .map(([i, { regions, together, alone }]) => ({ i, regions, together, alone, more: together - alone[0] - alone[1] }))
    .sort((a, b) => b.more - a.more || a.i - b.i)
  if (pair === undefined) return []
  const [one, other] = pair.regions.map((region) => regionPlace(explanation, region))
  const [first, second] = pair.alone.map(numbers.alone)
  const together = numbers.withUnit(numbers.alone(pair.together))
  const signs = [pair.together, ...pair.alone].every((effect) => effect >= 0)
  return signs
    ? [
        {
          formula: "either",
          text: `Either is enough: hiding ${one} and ${other} together takes ${together}, alone ${first} and ${second}.`,
          paths: [`evidence.pairs[${pair.i}]`, floorPath.alone],
        },
      ]
    : []
}

/** Regions whose effect alone vanishes on the shifted grid. */
export const vanished: Formula = (context) => {
  const count = context.evidence.shifted?.vanished.length ?? 0
  if (count === 0) return []
  const lose = countOf(context, count, ["loses its effect alone", "lose their effect alone"])
  const text = `${lose} when the grid is shifted by half a square.`
  return [{ formula: "vanished", text, paths: ["evidence.shifted.vanished"] }]
}

/** Regions without a number. */
export const noValue: Formula = (context) => {
  const { effects, path } = context.view
  const count = effects.filter((effect) => !Number.isFinite(effect)).length
  const text = `${countOf(context, count, ["has", "have"])} no value.`
  return count === 0 ? [] : [{ formula: "no-value", text, paths: [`${path}.effects`] }]
}

const floorPath = { average: "evidence.noise.average", alone: "evidence.noise.alone" } as const

function intervalPaths({ path }: View, region: number): readonly string[] {
  return [`${path}.low[${region}]`, `${path}.high[${region}]`]
}

/** A margin's classes stand in the title. */
function subjectOf({ quantity, subject }: SentenceContext["words"]): string {
  return quantity === "lead" ? "the lead" : subject
}

function verbOf(effect: number): "lowers" | "raises" {
  return effect > 0 ? "lowers" : "raises"
}

function withInterval({ numbers }: SentenceContext, { effects, low, high }: View, region: number): string {
  return numbers.average(effects[region]!, [low![region]!, high![region]!])
}
