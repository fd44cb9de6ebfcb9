import type { EffectMeaning } from "../explanation.ts"
import { type View, viewMeaning } from "./view.ts"

/** How far harmless changes moved the effects of one kind. */
export interface MovedEffects {
  readonly means: EffectMeaning
  /** The largest move, in points of the score. */
  readonly size: number
  readonly paths: readonly string[]
}

/**
 * How far effects moved when they were measured again in pictures with harmless changes: effects of regions hidden with their neighbours if these stand in
 * front, otherwise of regions hidden alone. Undefined if none was measured again.
 */
export function movedEffects({ record, means }: View): MovedEffects | undefined {
  const { noise } = record.evidence ?? {}
  const isAround = means === "around"
  const view = viewMeaning(record, isAround ? "around" : "alone")
  const moves = ((isAround ? noise?.againAround : noise?.again) ?? [])
    .map(({ region, effect }) => Math.abs(effect - (view?.effects[region] ?? Number.NaN)))
    .filter(Number.isFinite)
  if (view === undefined || moves.length === 0) return undefined
  const again = isAround ? "evidence.noise.againAround" : "evidence.noise.again"
  return { means: view.means, size: Math.max(...moves), paths: [again, `${view.path}.effects`] }
}
