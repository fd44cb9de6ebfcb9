import type { Explanation, FunctionScale } from "../explanation.ts"
import { isMeasurable } from "./region-verdict.ts"
import { scaleOf } from "./scale-of.ts"
import { type View, viewOf } from "./view.ts"

/**
 * The index of the largest effect, whatever its sign; if the view says which effects are measurable and there are any, the largest of those. The first of
 * equals, and 0 if none has a value.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid, strongestRegion } from "gridexplainer"
 * const image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(0, 255) } as const
 * const model = functionModel((images) => images.map(({ data }) => [data[1]! / 255])) // looks at the right half
 * const explanation = await explain(model, image, { regions: grid({ rows: 1, columns: 2 }), fill: 0, evidence: "none" })
 * strongestRegion(explanation) // => 1
 * ```
 */
export function strongestRegion(of: Explanation | View): number {
  const { effects, judged, regions } = viewOf(of)
  const counts = (index: number): boolean => !judged || isMeasurable(regions[index]!.verdict)
  return largest(effects, counts) ?? largest(effects, () => true) ?? 0
}

function largest(effects: readonly number[], counts: (index: number) => boolean): number | undefined {
  let strongest: number | undefined
  let most = -1
  effects.forEach((effect, index) => {
    if (!Number.isFinite(effect) || Math.abs(effect) <= most || !counts(index)) return
    strongest = index
    most = Math.abs(effect)
  })
  return strongest
}

/** Whether any effect is measurable; if no noise was measured, whether any reaches 1 point (0.04 logits, which is 1 point at 50 %). */
export function movesTheAnswer(view: View): boolean {
  if (view.judged) return view.regions.some(({ verdict }) => isMeasurable(verdict))
  const strongest = view.effects[strongestRegion(view)]!
  return Number.isFinite(strongest) && Math.abs(strongest) >= leastMove[scaleOf(view.record)]
}

const leastMove: Readonly<Record<FunctionScale, number>> = { probability: 0.01, logit: 0.04, number: 0.01 }
