import type { Estimate, EstimatorContext, Observation } from "../method.ts"

/**
 * Estimator for masks that hide everything, or everything but one region: the score with only this region shown minus the score with everything
 * hidden, with the first fill and with each.
 *
 * @throws RangeError if no mask of a fill hides everything.
 *
 * @example
 * ```ts
 * import { shownAlone } from "gridexplainer"
 * const best = { index: 0, label: "cat", score: 0.5 }
 * const context = { count: 2, positions: [[0, 0], [1, 0]], fills: 1, seed: 0, untouched: 0.75, scale: "probability" } as const
 * const masks = [{ hidden: [0, 1] }, { hidden: [1], shown: [0] }, { hidden: [0], shown: [1] }]
 * const scores = [0.25, 0.5, 0.25]
 * shownAlone(masks.map((mask, i) => ({ mask, score: scores[i]!, best })), context).effects // => [0.25, 0]
 * ```
 */
export function shownAlone(observations: readonly Observation[], { count }: EstimatorContext): Estimate {
  const fills = 1 + observations.reduce((most, { mask }) => Math.max(most, mask.fill ?? 0), 0)
  const answers: (Observation["best"] | null)[] = Array.from({ length: count }, () => null)
  const perFill = Array.from({ length: fills }, (_, fill) => {
    const own = observations.filter(({ mask }) => (mask.fill ?? 0) === fill)
    const nothing = own.find(({ mask }) => mask.hidden.length === count)
    if (nothing === undefined)
      throw new RangeError(`shownAlone needs a mask that hides everything, got none of fill ${fill}`)
    const effects: (number | null)[] = Array.from({ length: count }, () => null)
    for (const { mask, score, best } of own) {
      if (mask.hidden.length !== count - 1) continue
      const hidden = new Set(mask.hidden)
      const id = effects.findIndex((_, region) => !hidden.has(region))
      effects[id] = score - nothing.score
      if (fill === 0) answers[id] = best
    }
    return { effects, hiddenScore: nothing.score }
  })
  const [{ effects, hiddenScore }] = perFill as [(typeof perFill)[number]]
  return {
    effects,
    answers,
    hiddenScore,
    ...(fills > 1 ? { perFill: perFill.map((one) => ({ effects: one.effects })) } : {}),
  }
}
