import type { EvidenceStage, FoundSet } from "../evidence-record.ts"
import { faithfulnessVerdict } from "../reading/faithfulness-verdict.ts"
import { viewMeaning } from "../reading/view.ts"
import { fillName } from "./details.ts"
import type { Formula, SentenceContext } from "./evidence-sentence.ts"
import { plainText } from "./format.ts"
import { labelOf } from "./label-of.ts"

/** The set that alone keeps the answer. */
export const enough: Formula = (context) => {
  const { evidence, shown, noun, marks } = context
  if (evidence.sets === undefined) return []
  const set = evidence.sets.enough
  const kept = keptAnswer(context)
  const subject = set === null ? "" : these(context, set, marks.enough)
  const text =
    set === null
      ? `No set of ${noun} was found that alone ${kept.keeps}.`
      : set.regions.length === 0 && isTie(context, set)
        ? `With all ${shown.length} ${noun} hidden, neither is ahead by more than the noise.`
        : set.regions.length === 0
          ? `With all ${shown.length} ${noun} hidden, the picture still ${kept.keeps}${kept.at(set)}.`
          : set.regions.length === shown.length
            ? `Only all ${shown.length} ${noun} together ${kept.keep}.`
            : `Showing only ${subject} ${kept.keeps}${kept.at(set)}${remarks(set)}.`
  return [{ formula: "enough", text, paths: pathsOf("enough", set) }]
}

/** The set whose hiding changes the answer. */
export const needed: Formula = (context) => {
  const { evidence, noun, marks } = context
  if (evidence.sets === undefined) return []
  const set = evidence.sets.needed
  const text =
    set === null
      ? `No set of ${noun} was found whose hiding changes the answer.`
      : `Hiding ${these(context, set, marks.needed)} ${changedAnswer(context, set)}${remarks(set)}.`
  return [{ formula: "needed", text, paths: pathsOf("needed", set) }]
}

/** Whether the order of the map does better than random orders and than starting at the middle; nothing where that was not asked. */
export const betterThanChance: Formula = ({ view, evidence: { faithfulness }, shown, words, noun }) => {
  if (faithfulness === undefined || view.means !== "average") return []
  const { better, equal, of, beatsCentre, holds } = faithfulnessVerdict(faithfulness)
  // The order of a map that claims nothing may still do well by chance.
  if (of === 0 || (holds && shown.every(({ verdict }) => verdict === "none"))) return []
  const worse = of - better
  const middle = `${beatsCentre ? "and" : "but no"} faster than starting at the middle`
  const [hiding, orders] = equal === 0 ? [`Hiding ${noun}`, "orders do"] : ["Hiding", `orders (${equal} as fast)`]
  const others = `${worse} of ${of} random orders ${worse === 1 ? "lowers" : "lower"} the ${words.quantity} as fast`
  const text = holds
    ? `${hiding} strongest first lowers the ${words.quantity} faster than ${better} of ${of} random ${orders}, ${middle}.`
    : worse <= of / 4
      ? `This map is not clearly better than chance, so take care: ${others}.`
      : `This map does no better than chance, so do not rely on it: ${others}.`
  return [{ formula: "better-than-chance", text, paths: faithfulnessPaths }]
}

/** The same of the effects on average, where those alone are shown: their order was not compared. */
export const averageBetterThanChance: Formula = ({ view, evidence: { faithfulness } }) => {
  if (faithfulness === undefined || view.means !== "alone") return []
  const { better, of } = faithfulnessVerdict(faithfulness)
  if (of === 0) return []
  return [
    {
      formula: "average-better-than-chance",
      text: `This order was not compared with others; that of the effects on average does better than ${better} of ${of} random orders.`,
      paths: faithfulnessPaths,
    },
  ]
}

const faithfulnessPaths = [
  "evidence.faithfulness.own.gain",
  "evidence.faithfulness.random",
  "evidence.faithfulness.centreFirst.gain",
]

/** A fill whose hidden pictures are called the same odd class again and again; one sentence a fill. */
export const missingness: Formula = ({ evidence }) =>
  evidence.missingness.flatMap(({ fill, pictures, odd, alarm }, i) => {
    if (!alarm || odd === null) return []
    const called = plainText(odd.label) || `class ${odd.index}`
    const many = `${odd.count} of ${pictures} pictures with half or more hidden are called ${called}`
    return [
      {
        formula: "missingness" as const,
        text: `With ${fillName(fill)}, ${many}: the map may tell of the hiding itself.`,
        paths: [`evidence.missingness[${i}].odd`, `evidence.missingness[${i}].pictures`],
      },
    ]
  })

/** From how many pictures the effects come. */
export const asked: Formula = ({ view, explanation, noun }) => {
  const average = viewMeaning(view, "average")
  if (average?.attribution.masks === undefined) return []
  const fills = explanation.fills.length === 1 ? "one fill" : `${explanation.fills.length} fills in turn`
  const text = `The model was asked about ${average.attribution.masks.total} pictures with several ${noun} hidden, with ${fills}.`
  return [{ formula: "asked", text, paths: [`${average.path}.masks.total`, "fills"] }]
}

/** What harmless changes did to the score. */
export const harmless: Formula = ({ explanation, evidence, numbers, words }) => {
  const moved = evidence.noise.checks.map(({ score }) => Math.abs(score - explanation.target.score))
  if (moved.length === 0) return []
  const most = numbers.withUnit(numbers.alone(Math.max(...moved)))
  const text = `Changes that must not matter moved the ${words.quantity} by up to ${most}.`
  return [{ formula: "harmless", text, paths: ["evidence.noise.checks", "target.score"] }]
}

/** The score that everything is compared with. */
export const untouched: Formula = ({ explanation, numbers, words }) => {
  const sign = words.quantity === "lead" && explanation.target.score < 0 ? "−" : ""
  const text = `For the untouched picture, the ${words.quantity} is ${sign}${numbers.targetScore(explanation.target.score)}.`
  return [{ formula: "untouched", text, paths: ["target.score"] }]
}

/** What a run that was stopped left out. */
export const notDone: Formula = ({ evidence: { missing } }) =>
  missing.length === 0
    ? []
    : [
        {
          formula: "not-done",
          text: `Not done: ${missing.map((stage) => stages[stage]).join(", ")}.`,
          paths: ["evidence.missing"],
        },
      ]

const stages: Readonly<Record<EvidenceStage, string>> = {
  noise: "noise of effects",
  average: "effects on average",
  alone: "effects alone",
  shifted: "shifted grid",
  sets: "enough and needed sets",
  pairs: "pairs",
  faithfulness: "comparison with random orders",
}

/** `these 9 of 64 squares (outlined)`. */
function these({ shown, noun }: SentenceContext, { regions }: FoundSet, mark: string | undefined): string {
  const which = regions.length === 1 ? "this one" : `these ${regions.length}`
  return `${which} of ${shown.length} ${noun}${mark === undefined ? "" : ` (${mark})`}`
}

/** What the answer is that a set keeps: a first class, a side of one half, or who leads. */
function keptAnswer({ explanation, numbers, words }: SentenceContext): {
  readonly keep: string
  readonly keeps: string
  readonly at: (set: FoundSet) => string
} {
  const { target, model } = explanation
  const kept = (what: string, at: (set: FoundSet) => string): ReturnType<typeof keptAnswer> => ({
    keep: `keep ${what}`,
    keeps: `keeps ${what}`,
    at,
  })
  if (target.chosenBy === "margin") {
    const [first, second] = leaders(explanation, target.score)
    return kept(`${first} ahead of ${second}`, ({ score }) => `, by ${numbers.targetScore(Math.abs(score))}`)
  }
  if (model.classes === 1)
    return kept(
      `${words.name} ${target.score >= 0.5 ? "at 50 % or more" : "under 50 %"}`,
      ({ score }) => `: ${numbers.targetScore(score)}`,
    )
  return kept(`${words.name} as the first answer`, ({ answer }) => `, at ${numbers.classScore(answer.score)}`)
}

function changedAnswer({ explanation, numbers, words }: SentenceContext, { score, answer }: FoundSet): string {
  const { target, model } = explanation
  if (target.chosenBy === "margin") {
    const [first, second] = leaders(explanation, score)
    return `puts ${first} ahead of ${second}, by ${numbers.targetScore(Math.abs(score))}`
  }
  if (model.classes === 1) return `brings ${words.name} to ${numbers.targetScore(score)}`
  return `changes the first answer to ${plainText(answer.label) || `class ${answer.index}`}, at ${numbers.classScore(answer.score)}`
}

/** Of a margin: who leads with this score, and who trails. */
function leaders({ target }: SentenceContext["explanation"], score: number): readonly [string, string] {
  const own = labelOf(target)
  const other = target.chosenBy === "margin" ? labelOf(target.against) : ""
  return score >= 0 ? [own, other] : [other, own]
}

function remarks({ regions, exact, confirmed }: FoundSet): string {
  if (!confirmed) return "; not confirmed by asking again"
  return exact ? "; no smaller set does" : regions.length > 1 ? "; fewer were not found" : ""
}

/** Whether one class leads another by so little that it may be noise. */
function isTie({ explanation, evidence }: SentenceContext, { score }: FoundSet): boolean {
  return explanation.target.chosenBy === "margin" && Math.abs(score) < evidence.noise.alone
}

function pathsOf(name: "enough" | "needed", set: FoundSet | null): readonly string[] {
  const path = `evidence.sets.${name}`
  return set === null ? [path] : [`${path}.regions`, `${path}.answer`, `${path}.score`]
}
