import type { Explanation } from "../../explanation.ts"
import { scaleOf } from "../../reading/scale-of.ts"
import { measurableEffects, type View, viewOf } from "../../reading/view.ts"
import { scaleEnd, sureScaleEnd } from "./color.ts"

/**
 * The effect that full colour stands for in drawings of a grid: the largest effect, but at least 5 points (0.2 logits). If evidence tells effects from noise,
 * the largest measurable effect, but at least 1 point (0.04 logits).
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid } from "gridexplainer"
 * import { colorEnd } from "gridexplainer/render"
 * const image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(204, 51) } as const
 * const model = functionModel((images) => images.map(({ data }) => [data[0]! / 255]))
 * colorEnd(await explain(model, image, { regions: grid({ rows: 1, columns: 2 }), fill: 0, evidence: "none" })) // => 0.8
 * ```
 */
export function colorEnd(of: Explanation | View): number {
  const view = viewOf(of)
  const scale = scaleOf(view.record)
  return view.judged ? sureScaleEnd(measurableEffects(view), scale) : scaleEnd(view.effects, scale)
}
