import type { FoundSet } from "../../evidence-record.ts"
import type { RegionId } from "../../types.ts"
import { type View, viewMeaning } from "../view.ts"
import type { Fact } from "./effect-facts.ts"

/** `enough`: alone, it keeps the answer. `needed`: hiding it changes the answer. */
export type SetName = "enough" | "needed"

/** A set of regions that was looked for. */
export interface SetFact extends Fact {
  readonly set: FoundSet
  /** How many regions it has: `none` if nothing needs to be shown, `all` if nothing may be hidden. */
  readonly size: "none" | "one" | "some" | "all"
  /** What the answer is: one of several classes, the side of one half for a single class, or which class leads. */
  readonly kind: "class" | "only" | "margin"
  /** Whether neither of the two classes of a margin is ahead by more than the noise. */
  readonly isTie: boolean
  /** `unconfirmed`: asking again gave another answer. `exact`: no smaller set works. `perhaps`: no smaller set was found. */
  readonly remark: "unconfirmed" | "exact" | "perhaps" | undefined
  /** Whether every region was hidden alone, and none changed the top class. */
  readonly noSingle: boolean
}

/** A set; null if one was looked for and there is none, undefined if none was looked for. */
export function setFact(view: View, name: SetName): SetFact | null | undefined {
  const { evidence, target, model } = view.record
  const set = evidence?.sets?.[name]
  if (evidence === undefined || set === undefined) return undefined
  if (set === null) return null
  const { regions, score, exact, confirmed } = set
  const kind = target.chosenBy === "margin" ? "margin" : model.classes === 1 ? "only" : "class"
  const count = regions.length
  const path = `evidence.sets.${name}`
  const noSingle = name === "needed" && count > 1 && noneAlone(view)
  return {
    ...{ set, kind, noSingle },
    size: count === 0 ? "none" : count === view.effects.length && count > 1 ? "all" : count === 1 ? "one" : "some",
    isTie: kind === "margin" && Math.abs(score) < (evidence.noise?.alone ?? 0),
    remark: confirmed ? (exact ? "exact" : count > 1 ? "perhaps" : undefined) : "unconfirmed",
    paths: [
      ...[`${path}.regions`, `${path}.score`, `${path}.answer`, `${path}.exact`, `${path}.confirmed`],
      ...(noSingle ? [`${viewMeaning(view, "alone")!.path}.answers`] : []),
    ],
  }
}

/** Whether every region was hidden alone and the explained class was the top class each time. */
function noneAlone(view: View): boolean {
  const { target, top } = view.record
  const answers = viewMeaning(view, "alone")?.attribution.answers ?? []
  const isClass = target.chosenBy !== "margin" && target.chosenBy !== "function"
  return (
    isClass &&
    target.index === top[0]?.index &&
    answers.length > 0 &&
    answers.every((one) => one?.index === target.index)
  )
}

/** Two regions of which either is enough. */
export interface EitherFact extends Fact {
  readonly regions: readonly [RegionId, RegionId]
  readonly together: number
  readonly alone: readonly [number, number]
}

/** Of the pairs that lower the score both together and alone, the one that lowers it most beyond the sum of both. */
export function eitherFact({ record: { evidence } }: View): EitherFact | undefined {
  const pairs = (evidence?.pairs ?? [])
    .map((pair, i) => ({ ...pair, i, surplus: pair.together - pair.alone[0] - pair.alone[1] }))
    .filter(({ together, alone }) => [together, ...alone].every((effect) => effect >= 0))
    .sort((a, b) => b.surplus - a.surplus || a.i - b.i)
  const [best] = pairs
  if (best === undefined) return undefined
  const { regions, together, alone, i } = best
  const path = `evidence.pairs[${i}]`
  return { regions, together, alone, paths: [`${path}.together`, `${path}.alone`, "evidence.noise.alone"] }
}
