import type { Said } from "../../evidence-record.ts"
import { isRepeatable } from "../../measured.ts"
import { scaleOf } from "../scale-of.ts"
import { movesTheAnswer } from "../strongest-region.ts"
import { type View, viewMeaning } from "../view.ts"
import { type Fact, measuredFact } from "./effect-facts.ts"
import { type SetFact, setFact } from "./set-facts.ts"
import { type Zone, zoneOf } from "./support-fact.ts"

/**
 * What answers the question for this picture, from measurements only.
 *
 * - `random`: exactly the same picture got scores so far apart that single numbers are chance.
 * - `unhidden`: with everything hidden the answer stays, whichever fill is used.
 * - `sets`: what changes the answer when it is hidden, what alone keeps it, or both.
 * - `strongest`: the region with the largest effect.
 * - `turn`: the strongest regions hidden one after another change the answer.
 * - `nothing`: no region has an effect beyond the noise.
 */
export type HeadlineFact = Fact &
  (
    | { readonly kind: "random"; readonly repeat: number }
    | { readonly kind: "unhidden"; readonly everything: Said }
    | {
        readonly kind: "sets"
        readonly needed: SetFact | undefined
        readonly enough: SetFact | undefined
        /** Where the regions of the needed set lie, or else those that are enough. */
        readonly zone: Zone
        /** Whether all of them lie there, rather than most. */
        readonly isWhole: boolean
      }
    | { readonly kind: "strongest" }
    | { readonly kind: "turn"; readonly count: number; readonly said: Said }
    | {
        readonly kind: "nothing"
        /** No region changed the score by more than this; undefined if none has a value. */
        readonly most: number | undefined
        /** Whether regions were hidden with those around them as well. */
        readonly isCoarse: boolean
      }
  )

/** A set with more than this share of the regions says less than the strongest region. */
const SMALL = 1 / 4

/** The first thing to say about a record. Undefined if no noise was measured and no effect is large. */
export function headlineFact(view: View): HeadlineFact {
  const { noise } = view.record.evidence ?? {}
  if (noise !== undefined && !isRepeatable(noise.repeat, scaleOf(view.record)))
    return { kind: "random", repeat: noise.repeat, paths: ["evidence.noise.repeat"] }
  const small = setsOf(view, view.effects.length * SMALL)
  const strongest = movesTheAnswer(view) ? ({ kind: "strongest", paths: [`${view.path}.effects`] } as const) : undefined
  return unhiddenOf(view) ?? small ?? strongest ?? setsOf(view, view.effects.length) ?? turnOf(view) ?? nothingOf(view)
}

/** Every fill that was tried (or the only one) keeps the answer with everything hidden. */
function unhiddenOf(view: View): HeadlineFact | undefined {
  const { evidence, top, target } = view.record
  if (target.index === undefined || target.index !== top[0]?.index || target.chosenBy === "margin") return undefined
  const { trials = [], sets } = evidence ?? {}
  const keeps = trials.length > 0 && trials.every(({ everything }) => everything.answer.index === target.index)
  if (keeps) return { kind: "unhidden", everything: trials[0]!.everything, paths: ["evidence.trials"] }
  const { enough } = sets ?? {}
  if (trials.length > 0 || enough?.regions.length !== 0) return undefined
  return { kind: "unhidden", everything: enough, paths: ["evidence.sets.enough"] }
}

/** Confirmed sets of at most `most` regions, if the target is the top class. */
function setsOf(view: View, most: number): HeadlineFact | undefined {
  const { boxes } = view.record.regions
  const [needed, enough] = (["needed", "enough"] as const).map((name) => {
    const fact = setFact(view, name)
    const isGood = fact?.kind === "class" && (fact.size === "one" || fact.size === "some") && fact.set.confirmed
    return isGood && fact.set.regions.length <= most ? fact : undefined
  })
  const first = needed ?? enough
  if (first === undefined) return undefined
  const places = first.set.regions.map((region) => ({ box: boxes[region]!, weight: 1 }))
  return {
    ...{ kind: "sets", needed, enough, ...zoneOf(places, view.record.seen.size) },
    paths: [...(needed?.paths ?? []), ...(enough?.paths ?? [])],
  }
}

/** The first step at which the strongest regions, hidden together, change the answer. */
function turnOf({ record: { evidence, target, top } }: View): HeadlineFact | undefined {
  const { strip } = evidence ?? {}
  if (strip === undefined || target.index === undefined || target.index !== top[0]?.index) return undefined
  const at = strip.said.findIndex(({ answer }) => answer.index !== target.index)
  if (at < 0) return undefined
  return { kind: "turn", count: strip.hidden[at]!, said: strip.said[at]!, paths: [`evidence.strip.said[${at}]`] }
}

/** Larger parts are mentioned only if they do nothing either: they may have large effects if the caller chose a view other than the one in front. */
function nothingOf(view: View): HeadlineFact {
  const around = viewMeaning(view, "around")
  const coarse = around === undefined || movesTheAnswer(around) ? undefined : around
  const { largest, floor, paths } = measuredFact(coarse ?? view)
  const { score } = view.record.target
  /** A floor larger than anything a probability can lose or gain is capped at that. */
  const cap = scaleOf(view.record) === "probability" ? Math.max(score, 1 - score) : floor
  const most = largest === undefined ? undefined : Math.max(largest, Math.min(floor, cap))
  return { kind: "nothing", most, isCoarse: coarse !== undefined, paths }
}
