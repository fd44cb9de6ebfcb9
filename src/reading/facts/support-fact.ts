import type { Box } from "../../types.ts"
import { isMeasurable } from "../region-verdict.ts"
import type { View } from "../view.ts"
import type { Fact } from "./effect-facts.ts"

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

type Half = "upper-half" | "lower-half" | "left-half" | "right-half"

const halves: readonly { readonly zone: Half; readonly holds: (x: number, y: number) => boolean }[] = [
  { zone: "upper-half", holds: (_, y) => y < 0.5 },
  { zone: "lower-half", holds: (_, y) => y >= 0.5 },
  { zone: "left-half", holds: (x) => x < 0.5 },
  { zone: "right-half", holds: (x) => x >= 0.5 },
]

/** A ninth of what the model was given, a half of it, or neither. */
export type Zone = (typeof ninths)[number] | Half | "spread"

/** A half must hold so much; what is spread evenly gives it one half. */
const HALF = 0.65

/** Where more than half of the measured support lies: the sum of the plus effects of regions whose middle lies there. Undefined where no region supports. */
export function supportFact(view: View): (Fact & { readonly zone: Zone }) | undefined {
  const { effects, regions, record } = view
  if (!view.judged) return undefined
  const { width, height } = record.seen.size
  const support = record.regions.boxes.flatMap((box: Box, region) => {
    const effect = effects[region]!
    if (!isMeasurable(regions[region]!.verdict) || !(effect > 0)) return []
    return [{ effect, x: (box.left + box.width / 2) / width, y: (box.top + box.height / 2) / height }]
  })
  const all = support.reduce((sum, { effect }) => sum + effect, 0)
  if (all === 0) return undefined
  const share = (holds: (x: number, y: number) => boolean): number =>
    support.reduce((sum, { effect, x, y }) => sum + (holds(x, y) ? effect : 0), 0) / all
  const third = (at: number): number => Math.min(2, Math.floor(at * 3))
  const ninth = ninths.find((_, i) => share((x, y) => third(y) * 3 + third(x) === i) > 0.5)
  const [half] = halves.map(({ zone, holds }) => ({ zone, part: share(holds) })).sort((a, b) => b.part - a.part)
  const zone = ninth ?? (half!.part > HALF ? half!.zone : "spread")
  return { zone, paths: [`${view.path}.effects`, "regions.boxes"] }
}
