import type { Comparison, Difference } from "./comparison.ts"
import type { RegionVerdict } from "./region-verdict.ts"
import type { View } from "./view.ts"

/**
 * The differences of a comparison as a view that can be drawn like any other: its effects are `b - a`. A difference within the noise is drawn as no measurable
 * effect, one beyond it in its full colour. If no noise was measured, all differences are drawn.
 */
export function differenceView([a, b]: readonly [View, View], { regions }: Pick<Comparison, "regions">): View {
  const judged = regions.some(({ limit }) => limit !== undefined)
  const effects = regions.map(({ difference, verdict, limit }) =>
    verdict === "within-noise" && limit === undefined ? 0 : difference,
  )
  return {
    ...b,
    attribution: { method: "difference", means: b.means, effects },
    path: "regions",
    effects,
    ...{ low: undefined, high: undefined, baseline: undefined, judged },
    floor: judged ? Math.max(...[a, b].map(({ floor = 0 }) => floor)) : undefined,
    regions: regions.map((one, region) => ({
      ...{ effect: effects[region]!, verdict: judged ? verdictOf(one) : "unknown", half: one.limit },
      colored: judged && verdictOf(one) === "none" ? 0 : effects[region]!,
      ...{ after: undefined, answer: undefined, turns: false },
    })),
  }
}

function verdictOf({ difference, verdict }: Difference): RegionVerdict {
  if (verdict === "within-noise") return "none"
  if (!Number.isFinite(difference)) return "unknown"
  return difference > 0 ? "supports" : "opposes"
}
