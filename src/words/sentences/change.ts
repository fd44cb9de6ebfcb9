import type { FoundSet } from "../../evidence-record.ts"
import { viewMeaning } from "../../reading/view.ts"
import { fillIn } from "../fill-in.ts"
import { labelOf } from "../label-of.ts"
import {
  type Context,
  countedSentence,
  type Formula,
  fillOf,
  nameOf,
  placeOf,
  regionOf,
  type Sentence,
  sentence,
} from "./sentence.ts"

/** The set whose hiding changes the answer. */
export const needed: Formula = (context) => {
  const { evidence, noun } = context
  const sets = evidence?.sets
  if (sets === undefined) return sentence(context, "changeUntested", { paths: ["evidence.sets"] })
  const set = sets.needed
  if (set === null) return sentence(context, "neededNone", { values: { noun }, paths: ["evidence.sets.needed"] })
  const values = { noun, ...onlyOf(context, set), change: outcomeOf(context, set, "change") }
  return [
    ...countedSentence(context, "needed", { count: set.regions.length, values, paths: pathsOf("needed") }),
    ...noSingle(context, set),
    ...remarks(context, { set, name: "needed" }),
  ]
}

/** The set that alone keeps it. */
export const enough: Formula = (context) => {
  const { evidence, noun } = context
  const sets = evidence?.sets
  if (sets === undefined) return []
  const set = sets.enough
  if (set === null) return sentence(context, "enoughNone", { values: { noun }, paths: ["evidence.sets.enough"] })
  const paths = pathsOf("enough")
  if (set.regions.length === 0) return withAllHidden(context, set)
  return [
    ...countedSentence(context, "enough", {
      count: set.regions.length,
      values: {
        noun,
        ...onlyOf(context, set),
        fill: fillOf(context, context.explanation.fills[0]!),
        kept: outcomeOf(context, set, "kept"),
      },
      paths,
    }),
    ...remarks(context, { set, name: "enough" }),
  ]
}

/** The region of a set of one; for several the map marks them. */
function onlyOf(context: Context, { regions }: FoundSet): { readonly region?: string } {
  return regions.length === 1 ? { region: regionOf(context, regions[0]!) } : {}
}

/** Nothing needs to be shown. */
function withAllHidden(context: Context, { score }: FoundSet): readonly Sentence[] {
  const { explanation, evidence, numbers } = context
  const paths = pathsOf("enough")
  if (explanation.target.chosenBy !== "margin")
    return sentence(context, "enoughEmpty", { values: { score: numbers.targetScore(score) }, paths })
  const lead = numbers.targetScore(Math.abs(score))
  return Math.abs(score) < (evidence?.noise?.alone ?? 0)
    ? sentence(context, "enoughTie", { paths })
    : sentence(context, "enoughEmptyLead", { values: leadOf(explanation, { score, lead }), paths })
}

/** Pairs of which either is enough. */
export const either: Formula = (context) => {
  const { evidence, numbers } = context
  const pairs = evidence?.pairs
  if (pairs === undefined) return []
  const [best] = [...pairs.entries()]
    .filter(([, { together, alone }]) => [together, ...alone].every((effect) => effect >= 0))
    .sort(([, a], [, b]) => surplus(b) - surplus(a))
  if (best === undefined) return []
  const [i, { regions, together, alone }] = best
  return sentence(context, "either", {
    values: {
      ...{ one: placeOf(context, regions[0]), other: placeOf(context, regions[1]) },
      ...{ first: numbers.size(alone[0], "alone"), second: numbers.size(alone[1], "alone") },
      together: numbers.size(together, "alone"),
    },
    paths: [`evidence.pairs[${i}].together`, `evidence.pairs[${i}].alone`],
  })
}

function surplus({
  together,
  alone,
}: {
  readonly together: number
  readonly alone: readonly [number, number]
}): number {
  return together - alone[0] - alone[1]
}

/** That none does by itself, where all were hidden alone. */
function noSingle(context: Context, { regions }: FoundSet): readonly Sentence[] {
  const { view, explanation } = context
  const { target } = explanation
  const alone = viewMeaning(view, "alone")
  const top = alone?.attribution.answers ?? []
  const isClass = target.chosenBy !== "margin" && target.chosenBy !== "function"
  if (!isClass || regions.length < 2 || target.index !== explanation.top[0]?.index) return []
  if (top.length === 0 || top.some((one) => one === null || one.index !== target.index)) return []
  return sentence(context, "noSingle", { paths: [`${alone!.path}.answers`] })
}

function remarks(
  context: Context,
  { set, name }: { readonly set: FoundSet; readonly name: "enough" | "needed" },
): readonly Sentence[] {
  const path = `evidence.sets.${name}`
  if (!set.confirmed) return sentence(context, "unconfirmed", { paths: [`${path}.confirmed`] })
  if (set.regions.length < 2) return []
  return sentence(context, set.exact ? "smallest" : "perhapsSmaller", { paths: [`${path}.exact`] })
}

/** `changed the first answer to “cup”, with 34 %`, or what a set that is enough kept. */
function outcomeOf(
  { explanation, words, numbers }: Context,
  { score, answer }: FoundSet,
  outcome: "change" | "kept",
): string {
  const { target, model } = explanation
  const { sentences } = words
  if (target.chosenBy === "margin") {
    const lead = numbers.targetScore(Math.abs(score))
    return fillIn(sentences[`${outcome}Margin`], leadOf(explanation, { score, lead }))
  }
  if (model.classes === 1)
    return fillIn(sentences[`${outcome}Only`], { label: labelOf(target), score: numbers.targetScore(score) })
  return fillIn(sentences[`${outcome}Class`], { label: nameOf(answer), score: numbers.classScore(answer.score) })
}

/** Who leads with this score. */
function leadOf(
  { target }: Context["explanation"],
  { score, lead }: { readonly score: number; readonly lead: string },
): { readonly leader: string; readonly lead: string } {
  const other = target.chosenBy === "margin" ? labelOf(target.against) : ""
  return { leader: score >= 0 ? labelOf(target) : other, lead }
}

function pathsOf(name: "enough" | "needed"): readonly string[] {
  const path = `evidence.sets.${name}`
  return [`${path}.regions`, `${path}.score`, `${path}.answer`]
}
