import { isMeasurable } from "../../reading/region-verdict.ts"
import { placeBox } from "../../render/draw/geometry.ts"
import type { ReportWords } from "../english.ts"
import type { Context } from "./sentence.ts"

/** Where support lies: a ninth of what the model was given, or a half of it; `spread` where neither holds clearly more than the rest. */
export type Zone = keyof ReportWords["zones"] | "spread"

/** A half must hold so much; what is spread evenly gives it one half. */
const HALF = 0.65

/**
 * Where more than half of the measured support lies: the sum of the plus effects of regions whose middle lies there. Undefined where no region supports.
 */
export function whereSupportLies({ view, explanation, shown }: Context): Zone | undefined {
  if (shown === undefined) return undefined
  const { regions, seen } = explanation
  const { effects } = view
  const given = placeBox({ left: 0, top: 0, ...seen.size }, explanation, {
    left: 0,
    top: 0,
    ...explanation.picture.size,
  })
  const middles = regions.boxes.flatMap((box, region) => {
    const effect = effects[region]!
    if (!isMeasurable(shown[region]!.verdict) || !(effect > 0)) return []
    const { left, top, width, height } = placeBox(box, explanation, { left: 0, top: 0, ...explanation.picture.size })
    return [
      { effect, x: (left + width / 2 - given.left) / given.width, y: (top + height / 2 - given.top) / given.height },
    ]
  })
  const all = middles.reduce((sum, { effect }) => sum + effect, 0)
  if (all === 0) return undefined
  const share = (holds: (x: number, y: number) => boolean): number =>
    middles.reduce((sum, { effect, x, y }) => sum + (holds(x, y) ? effect : 0), 0) / all
  const third = (at: number): number => Math.min(2, Math.floor(at * 3))
  const ninth = ninths.find((_, i) => share((x, y) => third(y) * 3 + third(x) === i) > 0.5)
  if (ninth !== undefined) return ninth
  const half = halves
    .map(({ zone, holds }) => ({ zone, part: share(holds) }))
    .reduce((best, one) => (one.part > best.part ? one : best))
  return half.part > HALF ? half.zone : "spread"
}

const ninths = [
  "top-left",
  "top",
  "top-right",
  "left",
  "middle",
  "right",
  "bottom-left",
  "bottom",
  "bottom-right",
] as const

const halves = [
  { zone: "upper-half", holds: (_x: number, y: number) => y < 0.5 },
  { zone: "lower-half", holds: (_x: number, y: number) => y >= 0.5 },
  { zone: "left-half", holds: (x: number) => x < 0.5 },
  { zone: "right-half", holds: (x: number) => x >= 0.5 },
] as const
