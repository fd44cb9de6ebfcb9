import type { EvidenceStage } from "../../evidence-record.ts"
import type { EffectMeaning } from "../../explanation.ts"
import type { ClassScore, FillDescription } from "../../types.ts"
import { acrossFills } from "../across-fills.ts"
import { isMeasurable } from "../region-verdict.ts"
import { type View, viewMeaning } from "../view.ts"
import { type Fact, strongestFact } from "./effect-facts.ts"
import { floorPlace } from "./record-parts.ts"

/** What the score does when nothing that should matter has changed. */
export interface NoiseFact extends Fact {
  /** How far harmless changes moved the score; undefined if none was tried. */
  readonly moved: number | undefined
  /** How far the score of exactly the same picture moved when it was asked about again. */
  readonly repeat: number
  /** The floors for the kinds of effect that the record contains. */
  readonly floors: readonly { readonly means: EffectMeaning; readonly size: number }[]
}

/** What the noise was; undefined if it was not measured. */
export function noiseFact({ record }: View): NoiseFact | undefined {
  const { evidence, target } = record
  if (evidence?.noise === undefined) return undefined
  const { checks, repeat } = evidence.noise
  const floors = (["average", "alone", "around"] as const).flatMap((means) => {
    const size = viewMeaning(record, means)?.floor
    return size === undefined ? [] : [{ means, size }]
  })
  const moves = checks.map(({ score }) => Math.abs(score - target.score))
  return {
    moved: moves.length === 0 ? undefined : Math.max(...moves),
    ...{ repeat, floors },
    paths: ["evidence.noise", "target.score"],
  }
}

/** That the first two answers lie as near to each other as harmless changes move the score. */
export function closeAnswersFact(
  view: View,
): (Fact & { readonly second: ClassScore; readonly lead: number; readonly moved: number }) | undefined {
  const { target, top } = view.record
  const [first, second] = top
  const moved = noiseFact(view)?.moved
  if (first === undefined || second === undefined || moved === undefined) return undefined
  if (target.chosenBy === "margin" || target.chosenBy === "function" || target.index !== first.index) return undefined
  const lead = first.score - second.score
  if (lead > moved) return undefined
  return { second, lead, moved, paths: ["top[0].score", "top[1].score", "evidence.noise.checks"] }
}

/** How far the ways of hiding agree on effects on average. */
export interface FillsFact extends Fact {
  readonly fills: number
  /** With how many fills the strongest region came first. */
  readonly first: number
  /** Regions with a measured effect, and how many of them have it with all fills; with how many fills the only one has it. */
  readonly measured: number
  readonly agree: number
}

/** `one`: only one fill was used. Undefined if several were used but there is nothing to agree on. */
export function fillsFact(view: View): FillsFact | "one" | undefined {
  const lists = (view.attribution.perFill ?? []).map(({ effects }) => effects.map((effect) => effect ?? 0))
  if (lists.length < 2) return "one"
  const strongest = strongestFact(view)
  if (strongest === undefined) return undefined
  const sign = Math.sign(strongest.effect)
  const first = lists.filter(
    (effects) => sign * effects[strongest.region]! >= Math.max(...effects.map((effect) => sign * effect)),
  )
  const agreeing = view.regions.flatMap(({ verdict }, region) =>
    isMeasurable(verdict) ? [acrossFills(view, region)!.agree] : [],
  )
  const fills = lists.length
  return {
    ...{ fills, first: first.length, measured: agreeing.length },
    agree: agreeing.length === 1 ? agreeing[0]! : agreeing.filter((agree) => agree === fills).length,
    paths: [`${view.path}.perFill`, floorPlace[view.means]],
  }
}

/** A fill whose hidden pictures are called the same odd class again and again. */
export interface MissingnessFact extends Fact {
  readonly fill: FillDescription
  readonly odd: { readonly label: string; readonly index: number }
  readonly count: number
  readonly pictures: number
}

/** The facts for the fills behind the effects of a view. */
export function missingnessFacts({ record: { evidence }, fills }: View): readonly MissingnessFact[] {
  return (evidence?.missingness ?? []).slice(0, fills.length).flatMap(({ fill, pictures, odd, alarm }, i) => {
    if (!alarm || odd === null) return []
    const path = `evidence.missingness[${i}]`
    return [{ fill, odd, count: odd.count, pictures, paths: [`${path}.odd.count`, `${path}.pictures`] }]
  })
}

/** How many effects alone vanished on the shifted grid; undefined if there was no shifted grid. */
export function shiftedFact({ record: { evidence } }: View): (Fact & { readonly vanished: number }) | undefined {
  if (evidence?.shifted === undefined) return undefined
  return { vanished: evidence.shifted.vanished.length, paths: ["evidence.shifted.vanished"] }
}

/** What a stopped run left out; undefined if it left out nothing. */
export function notDoneFact({
  record: { evidence },
}: View): (Fact & { readonly stages: readonly EvidenceStage[] }) | undefined {
  const stages = evidence?.missing ?? []
  return stages.length === 0 ? undefined : { stages, paths: ["evidence.missing"] }
}
