import type { Evidence, IntervalEffects } from "../../evidence-record.ts"
import type { Explanation } from "../../explanation.ts"
import type { Difference } from "../../reading/comparison.ts"
import type { DifferenceContext } from "../../words/difference-sentence.ts"

/**
 * The differences of a comparison as a record that can be drawn like any other: its effects are `b - a`. A difference within the noise has an interval that holds
 * zero, so that it is drawn as no measurable effect; one beyond it has none, since it was held against the noise already. Where nothing tells how sure the effects
 * are, the record has no evidence, and all differences are drawn.
 */
export function differenceRecord({ a, b, comparison: { regions } }: DifferenceContext): Explanation {
  const { evidence, topPerRegion: _, ...rest } = b
  const effects = regions.map(({ difference, limit, verdict }) =>
    verdict === "within-noise" && limit === undefined ? 0 : difference,
  )
  if (evidence === undefined || regions.every(({ limit }) => limit === undefined)) return { ...rest, effects }
  const floor = Math.max(...[a, b].map(floorOf))
  return {
    ...rest,
    design: "random-masks",
    effects,
    evidence: { ...evidenceOf(regions, floor), level: evidence.level },
  }
}

/** What the digits of a record's effects end at. */
function floorOf({ design, evidence }: Explanation): number {
  return (design === "random-masks" ? evidence?.noise.average : evidence?.noise.alone) ?? 0
}

function evidenceOf(regions: readonly Difference[], floor: number): Omit<Evidence, "level"> {
  const effects = regions.map(({ difference }) => difference)
  const ends = regions.map(({ difference, limit = 0, verdict }) =>
    verdict === "within-noise" ? ([-limit, limit] as const) : ([difference, difference] as const),
  )
  const interval: IntervalEffects = { effects, low: ends.map(([low]) => low), high: ends.map(([, high]) => high) }
  const none = { order: [], masks: 0, random: 0, length: 0, spread: 0 }
  return {
    fills: [],
    noise: { checks: [], repeat: 0, alone: floor, average: floor },
    average: { ...interval, ...none, design: "smooth-masks", perFill: [interval] },
    missingness: [],
    calls: {},
    missing: [],
  }
}
