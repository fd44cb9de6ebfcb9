import { type HeadlineFact, headlineFact } from "../../reading/facts/headline-fact.ts"
import type { SetFact } from "../../reading/facts/set-facts.ts"
import { type Context, fillOf, regionOf, type Sentence, say } from "../context.ts"
import { fillIn } from "../fill-in.ts"
import { labelOf } from "../label-of.ts"
import { type Formula, nounFor, strongest } from "./effects.ts"

/** The one sentence that answers the question for this picture, from measurements. */
export const headline: Formula = (context) => said(context, headlineFact(context.view))

export type HeadlineKind = HeadlineFact["kind"]

/** What the headline is about, so that it is not said again. */
export function headlineKind({ view }: Context): HeadlineKind {
  return headlineFact(view).kind
}

function said(context: Context, fact: HeadlineFact): readonly Sentence[] {
  const { numbers } = context
  const { paths } = fact
  switch (fact.kind) {
    case "random":
      return say(context, "headlineRandom", { values: { change: numbers.size(fact.repeat, "alone") }, paths })
    case "unhidden": {
      const { answer } = fact.everything
      const values = { label: labelOf(answer), score: numbers.classScore(answer.score), fill: hidingOf(context) }
      return [...say(context, "headlineUnhidden", { values, paths }), ...say(context, "tryPlain", { paths })]
    }
    case "sets":
      return sets(context, fact)
    case "strongest":
      return strongest(context)
    case "turn": {
      const { count, said: last } = fact
      return say(context, "headlineTurn", { count, values: { other: labelOf(last.answer) }, paths })
    }
    case "nothing": {
      if (fact.most === undefined) return say(context, "noneHasValue", { paths })
      const values = { effect: numbers.size(fact.most) }
      return [
        ...say(context, fact.isCoarse ? "headlineNothingAround" : "headlineNothing", { values, paths }),
        ...next(context),
      ]
    }
  }
}

/** The fills that hid: all of them if more than one was tried. */
function hidingOf(context: Context): string {
  const { trials } = context.view.record.evidence ?? {}
  return trials === undefined || trials.length === 1
    ? fillOf(context, context.view.record.fills[0]!)
    : context.words.anyFill
}

function sets(context: Context, fact: HeadlineFact & { readonly kind: "sets" }): readonly Sentence[] {
  const { needed, enough, zone, isWhole, paths } = fact
  const { words, view } = context
  const label = labelOf(view.record.target)
  const first = needed ?? enough!
  const template = isWhole ? words.inZone : words.mostlyInZone
  const place = first.size === "one" || zone === "spread" ? "" : fillIn(template, { zone: words.zones[zone] })
  const values = {
    ...{ label, zone: place },
    those: needed === undefined ? "" : setName(context, needed),
    these: enough === undefined ? "" : setName(context, enough, needed !== undefined && needed.size !== "one"),
    other: needed === undefined ? "" : labelOf(needed.set.answer),
  }
  const name = needed === undefined ? "headlineEnough" : enough === undefined ? "headlineNeeded" : "headlineSets"
  return say(context, name, { values, paths })
}

/** `the square at row 3, column 5`, `these 3 squares`; `these 5` if squares were mentioned before. */
function setName(context: Context, { set, size }: SetFact, isFollowing = false): string {
  const count = set.regions.length
  if (size === "one") return regionOf(context, set.regions[0]!)
  const { theseFew, theseRegions } = context.words
  return fillIn(isFollowing ? theseFew : theseRegions, { count, noun: nounFor(context, count) })
}

/** What to try if nothing was found. */
function next(context: Context): readonly Sentence[] {
  const { layout } = context.view.record.regions
  const isFine = layout.kind === "grid" && layout.rows > COARSE && layout.columns > COARSE
  return say(context, isFine ? "tryCoarser" : "tryOtherFill", { paths: ["regions.layout"] })
}

/** A grid with this many rows, or fewer, is already coarse. */
const COARSE = 4
