import { isQuiet } from "../../reading/region-verdict.ts"
import { enoughLine, quietDot } from "./evidence-marks.ts"
import { overlap, placeBox, type Rect } from "./geometry.ts"
import { setLines } from "./set-lines.ts"
import type { Sketch } from "./sketch.ts"

/** Squares with a smaller side have no dot: too many dots would hide the photo. */
const leastSide = 15

/** A quiet dot in each square without an effect that is measured beyond noise. */
export function drawDots({ explanation, shown }: Sketch, panel: Rect): string {
  if (!hasDots({ explanation }, panel)) return ""
  const quiet = explanation.regions.boxes.filter((_, region) => isQuiet(shown?.[region]?.verdict ?? "unknown"))
  return quietDot(
    quiet
      .map((box) => overlap(placeBox(box, explanation, panel), panel))
      .filter(({ width, height }) => Math.min(width, height) > 8),
  )
}

/** Whether squares are large enough for dots. */
export function hasDots({ explanation }: Pick<Sketch, "explanation">, panel: Rect): boolean {
  const { layout, boxes } = explanation.regions
  const { width, height } = placeBox(boxes[0]!, explanation, panel)
  return layout.kind === "grid" && Math.min(width, height) >= leastSide
}

/** The line around the regions that alone keep the answer. */
export function drawEnough({ explanation, enough }: Sketch, panel: Rect): string {
  const regions = new Set(enough?.regions)
  return regions.size === 0
    ? ""
    : enoughLine(setLines((region) => regions.has(region), { explanation, panel, inset: 2.5 }))
}
