import type { Explanation } from "../explanation.ts"

/** The two kinds of effect that evidence holds. */
export type ShownEffects = "alone" | "average"

/**
 * The same record with the other kind of effect in front: `alone`, the fall of the score when only this region is hidden, or `average`, the expected fall when
 * it is hidden while others are hidden at random. What is drawn, printed and said then follows it.
 *
 * @throws RangeError where the record does not hold it for every region.
 *
 * @example
 * ```ts
 * import { explainWithEvidence, functionModel, grid, showEffects } from "gridexplainer"
 * const image = { width: 4, height: 4, channels: 1, data: Uint8Array.from({ length: 16 }, (_, i) => (i === 5 ? 255 : 0)) } as const
 * const dot = functionModel((images) => images.map(({ data }) => [data[5]! / 255, 1 - data[5]! / 255]))
 * const explanation = await explainWithEvidence(dot, image, { regions: grid(4), fills: [0] })
 * showEffects(explanation, "alone").effects[5] // => 1
 * ```
 */
export function showEffects(explanation: Explanation, shown: ShownEffects): Explanation {
  const { evidence, topPerRegion: _top, ...rest } = explanation
  if (shown === "average") {
    if (evidence === undefined) throw new RangeError("effects on average need evidence, and this record has none")
    return { ...rest, evidence, design: "random-masks", fill: evidence.fills[0]!, effects: evidence.average.effects }
  }
  if (explanation.design === "one-at-a-time") return explanation
  const alone = evidence?.alone
  const effects = alone?.effects.filter((effect) => effect !== null) ?? []
  const top = alone?.top.filter((one) => one !== null) ?? []
  if (evidence === undefined || effects.length !== explanation.effects.length)
    throw new RangeError(
      `effects alone need every region to have been hidden alone, got ${effects.length} of ${explanation.effects.length}`,
    )
  return { ...rest, evidence, design: "one-at-a-time", fill: evidence.fills[0]!, effects, topPerRegion: top }
}
