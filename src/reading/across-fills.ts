import type { Explanation } from "../explanation.ts"
import type { RegionId } from "../types.ts"
import { measuredSign } from "./region-verdict.ts"
import { type View, viewOf } from "./view.ts"

/** One region's effects, fill by fill, in points of the score. */
export interface AcrossFills {
  readonly lowest: number
  readonly highest: number
  /** With how many fills the effect is measurable and has the sign of the effect in front. */
  readonly agree: number
  /** How many fills there are. */
  readonly of: number
}

/**
 * How far the fills agree on the effect of a region; undefined if only one fill was used.
 *
 * @example
 * ```ts
 * import { explain, functionModel, grid, acrossFills } from "gridexplainer"
 * const image = { width: 4, height: 4, channels: 1, data: Uint8Array.from({ length: 16 }, (_, i) => (i === 5 ? 255 : 0)) } as const
 * const dot = functionModel((images) => images.map(({ data }) => [data[5]! / 255, 1 - data[5]! / 255]))
 * const explanation = await explain(dot, image, { regions: grid(4), fills: [0, 40, 80], evidence: { alone: { most: 16, fills: "all" } } })
 * acrossFills(explanation, 5)!.agree // => 3
 * ```
 */
export function acrossFills(of: Explanation | View, region: RegionId): AcrossFills | undefined {
  const { attribution, effects: all, floor } = viewOf(of)
  const { perFill = [] } = attribution
  if (perFill.length < 2) return undefined
  const effects = perFill.flatMap((fill) => fill.effects[region] ?? [])
  const sign = all[region]! > 0 ? "supports" : "opposes"
  const agreeing = perFill.filter((fill) => measuredSign(fill, { region, floor }) === sign)
  return { lowest: Math.min(...effects), highest: Math.max(...effects), agree: agreeing.length, of: perFill.length }
}
