import type { Estimate, EstimatorContext, Observation } from "../method.ts"

/**
 * Estimator for masks that hide one region each: by how much the score falls when only this region is hidden, with the first fill and with each.
 * Regions that were not asked about have null.
 *
 * @throws RangeError for a mask that does not hide exactly one region.
 *
 * @example
 * ```ts
 * import { fallAlone } from "gridexplainer"
 * const best = { index: 0, label: "cat", score: 0.25 }
 * const context = { count: 2, positions: [[0, 0], [1, 0]], fills: 1, seed: 0, untouched: 0.75, scale: "probability" } as const
 * fallAlone([{ mask: { hidden: [1] }, score: 0.25, best }], context).effects // => [null, 0.5]
 * ```
 */
export function fallAlone(observations: readonly Observation[], { count, untouched }: EstimatorContext): Estimate {
  const fills = 1 + observations.reduce((most, { mask }) => Math.max(most, mask.fill ?? 0), 0)
  const perFill = Array.from({ length: fills }, () => ({ effects: empty<number>(count) }))
  const answers: (Observation["best"] | null)[] = empty(count)
  for (const { mask, score, best } of observations) {
    const [id, ...others] = mask.hidden
    if (id === undefined || others.length > 0)
      throw new RangeError(`fallAlone takes masks that hide one region each, got one of ${mask.hidden.length}`)
    perFill[mask.fill ?? 0]!.effects[id] = untouched - score
    if ((mask.fill ?? 0) === 0) answers[id] = best
  }
  return { effects: perFill[0]!.effects, answers, ...(fills > 1 ? { perFill } : {}) }
}

function empty<Value>(length: number): (Value | null)[] {
  return Array.from({ length }, () => null)
}
