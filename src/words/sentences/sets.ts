import type { FoundSet } from "../../evidence-record.ts"
import { eitherFact, type SetFact, type SetName, setFact } from "../../reading/facts/set-facts.ts"
import { type Context, fillOf, formed, placeOf, regionOf, type Sentence, say } from "../context.ts"
import type { Words } from "../english.ts"
import { fillIn, type Values } from "../fill-in.ts"
import { labelOf } from "../label-of.ts"
import type { Formula } from "./effects.ts"

/** The set whose hiding changes the answer. */
export const needed: Formula = (context) => {
  const fact = setFact(context.view, "needed")
  if (fact === undefined) return []
  if (fact === null) return say(context, "neededNone", { paths: ["evidence.sets.needed"] })
  const { set, noSingle, paths } = fact
  return [
    ...say(context, "needed", { count: set.regions.length, values: setValues(context, "needed", fact), paths }),
    ...(noSingle && context.form === "long" ? say(context, "noSingle", { paths: paths.slice(-1) }) : []),
    ...remarks(context, fact),
  ]
}

/** That it was not asked what would change the answer. */
export const changeUntested: Formula = (context) =>
  setFact(context.view, "needed") === undefined ? say(context, "changeUntested", { paths: ["evidence.sets"] }) : []

/** The set that alone keeps it. */
export const enough: Formula = (context) => {
  const fact = setFact(context.view, "enough")
  if (fact === undefined) return []
  if (fact === null) return say(context, "enoughNone", { paths: ["evidence.sets.enough"] })
  const { set, size, paths } = fact
  if (size === "none") return nothingShown(context, fact)
  if (size === "all") return say(context, "enoughAll", { paths })
  return [
    ...say(context, "enough", { count: set.regions.length, values: setValues(context, "enough", fact), paths }),
    ...remarks(context, fact),
  ]
}

/** Two regions of which either is enough. */
export const either: Formula = (context) => {
  const fact = eitherFact(context.view)
  if (fact === undefined) return []
  const { regions, alone, together, paths } = fact
  const { numbers, form } = context
  const [one, other] = regions.map((region) => placeOf(context, region))
  const [first, second] = alone.map((effect) => (form === "short" ? numbers.bare : numbers.size)(effect, "alone"))
  const values = { one: one!, other: other!, first: first!, second: second!, together: numbers.size(together, "alone") }
  return say(context, "either", { values, paths })
}

/** That the answer stays with everything hidden. */
function nothingShown(context: Context, { set, kind, isTie, paths }: SetFact): readonly Sentence[] {
  if (isTie) return say(context, "enoughTie", { paths })
  const name = ({ class: "enoughEmpty", only: "enoughEmptyOnly", margin: "enoughEmptyLead" } as const)[kind]
  return say(context, name, { values: answerValues(context, { set, kind }), paths })
}

function setValues(context: Context, name: SetName, fact: SetFact): Values {
  const { words, view, marks } = context
  const { regions } = fact.set
  const mark = marks[name]
  return {
    mark: mark === undefined ? "" : fillIn(words.mark, { mark }),
    region: regions.length === 1 ? regionOf(context, regions[0]!) : "",
    fill: fillOf(context, view.record.fills[0]!),
    outcome: outcomeOf(context, name, fact),
  }
}

/** What a set does: `changes the first answer to cup, at 34 %`, or what it keeps. */
function outcomeOf(context: Context, name: SetName, { set, kind }: SetFact): string {
  const { target } = context.view.record
  const outcome: keyof Words["outcomes"] =
    name === "needed"
      ? ({ class: "changedClass", only: "changedOnly", margin: "changedMargin" } as const)[kind]
      : ({ class: "keptClass", only: target.score >= 0.5 ? "keptHigh" : "keptLow", margin: "keptMargin" } as const)[
          kind
        ]
  return fillIn(formed<string>(context.words.outcomes[outcome], context.form), answerValues(context, { set, kind }))
}

/** What the answer is with a set shown or hidden. */
function answerValues(
  context: Context,
  { set, kind }: { readonly set: FoundSet; readonly kind: SetFact["kind"] },
): Values {
  const { numbers, view } = context
  const { target } = view.record
  if (kind === "class") return { label: labelOf(set.answer), score: numbers.classScore(set.answer.score) }
  if (kind === "only") return { label: labelOf(target), score: numbers.targetScore(set.score) }
  const [own, other] = [labelOf(target), target.chosenBy === "margin" ? labelOf(target.against) : ""]
  const [leader, trailer] = set.score >= 0 ? [own, other] : [other, own]
  return { leader, trailer, lead: numbers.targetScore(Math.abs(set.score)) }
}

function remarks(context: Context, { remark, paths }: SetFact): readonly Sentence[] {
  if (remark === undefined) return []
  const name = ({ unconfirmed: "unconfirmed", exact: "smallest", perhaps: "perhapsSmaller" } as const)[remark]
  return say(context, name, {
    paths: paths.filter((path) => path.endsWith(remark === "unconfirmed" ? "confirmed" : "exact")),
  })
}
