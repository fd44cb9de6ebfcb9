import type { Said } from "../../evidence-record.ts"
import { type SetFact, type SetName, setFact } from "../../reading/facts/set-facts.ts"
import type { ClassScore } from "../../types.ts"
import { type Context, type Sentence, say } from "../context.ts"
import { fillIn } from "../fill-in.ts"
import { labelOf } from "../label-of.ts"
import type { Formula } from "./effects.ts"
import { enough, needed } from "./sets.ts"

/** The text under the picture that shows only the set that keeps the answer; or that there is no such set. */
export const enoughCaption: Formula = (context) => caption(context, "enough")

/** The text under the picture without the set whose hiding changes the answer; or that there is no such set. */
export const neededCaption: Formula = (context) => caption(context, "needed")

const kinds = {
  enough: { template: "onlyThese", said: enough },
  needed: { template: "withoutThese", said: needed },
} as const

/** A set that can be shown has a caption instead of its sentence, with whatever else must be said about it. */
function caption(context: Context, name: SetName): readonly Sentence[] {
  const fact = setFact(context.view, name)
  const { template, said } = kinds[name]
  if (!isPart(fact)) return said(context)
  const { set, paths } = fact
  const values = { outcome: outcomeOf(context, fact) }
  // That smaller sets may exist is said once for both sets; no set is smaller than one region.
  const left = ["perhapsSmaller", ...(set.regions.length === 1 ? ["smallest"] : [])]
  const remarks = said(context)
    .slice(1)
    .filter((one) => !left.includes(one.name))
  return [...say(context, template, { count: set.regions.length, values, paths }), ...remarks]
}

/** Whether a set is neither empty nor everything, so that a picture can show it. */
export function isPart(fact: SetFact | null | undefined): fact is SetFact {
  return fact?.size === "one" || fact?.size === "some"
}

/** That the sets that were found need not be the smallest. */
export const smallerSets: Formula = (context) => {
  const found = (["enough", "needed"] as const).filter((name) => setFact(context.view, name)?.remark === "perhaps")
  return found.length === 0
    ? []
    : say(context, "smallerSets", { paths: found.map((name) => `evidence.sets.${name}.exact`) })
}

function outcomeOf(context: Context, { set, kind }: SetFact): string {
  const { numbers, words, view } = context
  const { target } = view.record
  if (kind === "only")
    return fillIn(words.page.answer, { label: labelOf(target), score: numbers.targetScore(set.score) })
  if (kind === "class" || target.chosenBy !== "margin") return answerOf(context, set.answer)
  const leader = labelOf(set.score >= 0 ? target : target.against)
  return fillIn(words.page.ahead, { leader, lead: numbers.targetScore(Math.abs(set.score)) })
}

/** `still hog, 62 %` if the top class is unchanged; otherwise `meerkat, 38 %`. */
function answerOf({ numbers, words, view }: Context, answer: ClassScore): string {
  const isSame = answer.index === view.record.top[0]?.index
  const values = { label: labelOf(answer), score: numbers.classScore(answer.score) }
  return fillIn(isSame ? words.page.still : words.page.answer, values)
}

/** Under the pictures with the strongest regions hidden one after another, the untouched picture first. */
export function stripCaptions(context: Context): readonly (readonly Sentence[])[] {
  const { numbers, words, view } = context
  const { top, evidence } = view.record
  const { strip } = evidence ?? {}
  const [first] = top
  if (strip === undefined || first === undefined) return []
  const outcome = ({ label, index, score }: ClassScore, digits?: "exact"): string =>
    fillIn(words.page.answer, { label: labelOf({ label, index }), score: numbers.classScore(score, digits) })
  const step = ({ answer }: Said, i: number): readonly Sentence[] =>
    say(context, "stripStep", {
      count: strip.hidden[i]!,
      values: { outcome: outcome(answer) },
      paths: [`evidence.strip.hidden[${i}]`, `evidence.strip.said[${i}].answer`],
    })
  return [
    say(context, "stripStart", { values: { outcome: outcome(first) }, paths: ["top[0].label", "top[0].score"] }),
    ...strip.said.map(step),
  ]
}
