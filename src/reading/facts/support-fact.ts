import type { Box, Size } from "../../types.ts"
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

/** A ninth of what the model was given, a half of it, or `spread` for neither. */
export type Zone = (typeof ninths)[number] | Half | "spread"

/** The share that a half must contain; if support is spread evenly, it contains one half. */
const HALF = 0.65

/** Where more than half of the measured support lies: the sum of the positive effects of regions whose middle lies there. Undefined if no region supports. */
export function supportFact(view: View): (Fact & { readonly zone: Zone }) | undefined {
  const { effects, regions, record } = view
  if (!view.judged) return undefined
  const support = record.regions.boxes.flatMap((box, region) => {
    const weight = effects[region]!
    return isMeasurable(regions[region]!.verdict) && weight > 0 ? [{ box, weight }] : []
  })
  if (support.length === 0) return undefined
  return { zone: zoneOf(support, record.seen.size).zone, paths: [`${view.path}.effects`, "regions.boxes"] }
}

/** The ninth or the half of the picture that contains more than half, or most, of what lies in these boxes; `isWhole`: it contains all of it. */
export function zoneOf(
  places: readonly { readonly box: Box; readonly weight: number }[],
  { width, height }: Size,
): { readonly zone: Zone; readonly isWhole: boolean } {
  const all = places.reduce((sum, { weight }) => sum + weight, 0)
  const share = (holds: (x: number, y: number) => boolean): number =>
    places.reduce((sum, { box, weight }) => {
      const [x, y] = [(box.left + box.width / 2) / width, (box.top + box.height / 2) / height]
      return sum + (holds(x, y) ? weight : 0)
    }, 0) / all
  const third = (at: number): number => Math.min(2, Math.floor(at * 3))
  const parts = ninths.map((zone, i) => ({ zone, part: share((x, y) => third(y) * 3 + third(x) === i) }))
  const ninth = parts.find(({ part }) => part > 0.5)
  const [half] = halves.map(({ zone, holds }) => ({ zone, part: share(holds) })).sort((a, b) => b.part - a.part)
  const found = ninth ?? (half!.part > HALF ? half! : { zone: "spread" as const, part: 1 })
  return { zone: found.zone, isWhole: found.part === 1 }
}
