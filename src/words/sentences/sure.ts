import { chanceFact } from "../../reading/facts/chance-fact.ts"
import {
  closeAnswersFact,
  fillsFact,
  missingnessFacts,
  noiseFact,
  notDoneFact,
  shiftedFact,
} from "../../reading/facts/doubt-facts.ts"
import { floorPlace } from "../../reading/facts/record-parts.ts"
import { fillOf, listOf, type Sentence, say } from "../context.ts"
import { labelOf } from "../label-of.ts"
import { type Formula, nounFor } from "./effects.ts"
import { floorNames } from "./floor-names.ts"

const chanceNames = {
  holds: "chanceHolds",
  ties: "chanceTies",
  doubt: "chanceDoubt",
  fails: "chanceFails",
  nothing: "chanceNothing",
  untested: "chanceUntested",
} as const

/** Whether the order of the map does better than random orders. */
export const chance: Formula = (context) => {
  const { outcome, better, equal, worse, of, paths } = chanceFact(context.view)
  return say(context, chanceNames[outcome], { values: { better, equal, worse, of }, paths })
}

/** Whether an order that is better than chance is also better than starting in the middle. */
export const centre: Formula = (context) => {
  const { beatsCentre, warns, paths } = chanceFact(context.view)
  if (beatsCentre === undefined || warns) return []
  return say(context, beatsCentre ? "centreBeaten" : "centreNot", { paths })
}

/** That the order of the regions is no better than chance. */
export const warning: Formula = (context) => (chanceFact(context.view).warns ? chance(context) : [])

/** How the fill was chosen. */
export const fillChosen: Formula = (context) => {
  const { evidence, fills } = context.view.record
  const { trials = [] } = evidence ?? {}
  if (trials.length < 2) return []
  const values = { fill: fillOf(context, fills[0]!) }
  return say(context, "fillChosen", { count: trials.length, values, paths: ["evidence.trials", "fills[0]"] })
}

/** What harmless changes did to the score. */
export const harmless: Formula = (context) => {
  const moved = noiseFact(context.view)?.moved
  if (moved === undefined) return []
  const change = context.numbers.size(moved, "alone")
  return say(context, "harmless", { values: { change }, paths: ["evidence.noise.checks", "target.score"] })
}

/** The same, whether the model repeats itself, and what counts as noise. */
export const noise: Formula = (context) => {
  const { numbers } = context
  const fact = noiseFact(context.view)
  if (fact === undefined) return say(context, "noiseUntested", { paths: ["evidence"] })
  const { moved, repeat, floors } = fact
  const floor = ({ means, size }: (typeof floors)[number]): readonly Sentence[] =>
    size === 0
      ? []
      : say(context, floorNames[means], { values: { floor: numbers.floor(size) }, paths: [floorPlace[means]] })
  const again =
    repeat === 0
      ? say(context, "sameAgain", { paths: ["evidence.noise.repeat"] })
      : say(context, "otherAgain", { values: { change: numbers.floor(repeat) }, paths: ["evidence.noise.repeat"] })
  return [
    ...harmless(context),
    ...(moved === undefined ? [] : again),
    ...(floors.every(({ size }) => size === 0)
      ? say(context, "noNoise", { paths: ["evidence.noise"] })
      : floors.flatMap(floor)),
  ]
}

/** How far the fills agree. */
export const fillsAgree: Formula = (context) => {
  const { view } = context
  const fact = fillsFact(view)
  if (fact === undefined) return []
  if (fact === "one")
    return say(context, "fillsOne", { values: { fill: fillOf(context, view.fills[0]!) }, paths: ["fills"] })
  const { fills, first, measured, agree, paths } = fact
  return [
    ...say(context, "fillsFirst", { values: { fills, first, noun: nounFor(context, 1) }, paths }),
    ...say(context, "fillsAgree", { count: measured, values: { fills, agree }, paths }),
  ]
}

/** Fills with which the model calls hidden pictures the same odd class again and again. */
export const missingness: Formula = (context) => {
  const found = missingnessFacts(context.view).flatMap(({ fill, odd, count, pictures, paths }) =>
    say(context, "missingness", { count, values: { fill: fillOf(context, fill), pictures, odd: labelOf(odd) }, paths }),
  )
  return found.length === 0 ? [] : [...found, ...say(context, "missingnessMeaning", { paths: found[0]!.paths })]
}

/** That the two best classes are as close to each other as harmless changes move the score. */
export const closeAnswers: Formula = (context) => {
  const { numbers, view } = context
  const fact = closeAnswersFact(view)
  if (fact === undefined) return []
  const values = {
    second: labelOf(fact.second),
    lead: numbers.size(fact.lead, "alone"),
    change: numbers.size(fact.moved, "alone"),
  }
  return say(context, "closeAnswers", { values, paths: fact.paths })
}

/** What vanished on the shifted grid. */
export const shifted: Formula = (context) => {
  const fact = shiftedFact(context.view)
  if (fact === undefined) return []
  const { vanished: count, paths } = fact
  if (count > 0) return say(context, "vanished", { count, paths })
  return context.form === "short" ? [] : say(context, "shiftedNone", { paths })
}

/** What a stopped run left out. */
export const notDone: Formula = (context) => {
  const fact = notDoneFact(context.view)
  if (fact === undefined) return []
  const stages = listOf(
    context,
    fact.stages.map((stage) => context.words.stages[stage]),
  )
  return say(context, "notDone", { values: { stages }, paths: fact.paths })
}

/** What was not tested. */
export const notTested: Formula = (context) => say(context, "notTested", { paths: [] })
