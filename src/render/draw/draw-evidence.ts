import type { RegionId } from "../../types.ts"
import { enoughLine, footBar, hatched, quietDot } from "./evidence-marks.ts"
import { overlap, placeBox, type Rect } from "./geometry.ts"
import { setArea, setLines } from "./set-lines.ts"
import type { Sketch } from "./sketch.ts"

/** The hatch over regions whose effect depends on the fill; nothing for windows, which overlap. */
export function drawHatch(sketch: Sketch, panel: Rect): string {
  const { explanation, shown } = sketch
  if (shown === undefined || explanation.regions.layout.kind === "window") return ""
  const d = setArea((region) => shown[region]!.verdict === "depends", { explanation, panel })
  return d === "" ? "" : hatched(d, sketch)
}

/** A quiet dot in each square without a measurable effect. */
export function drawDots({ explanation, shown }: Sketch, panel: Rect): string {
  const quiet = explanation.regions.boxes.filter((_, region) => shown?.[region]?.verdict === "none")
  return quietDot(
    quiet
      .map((box) => overlap(placeBox(box, explanation, panel), panel))
      .filter(({ width, height }) => Math.min(width, height) > 8),
  )
}

/** The line round the regions that alone keep the answer, and bars in those whose hiding changes it. */
export function drawSets(sketch: Sketch, panel: Rect): string {
  const { explanation, sets } = sketch
  const enough = new Set(sets?.enough?.regions ?? [])
  const line =
    enough.size === 0 ? "" : enoughLine(setLines((region) => enough.has(region), { explanation, panel, inset: 4.2 }))
  const bars = (sets?.needed?.regions ?? []).map((region) => overlap(barPlace(sketch, { region, panel }), panel))
  return line + footBar(bars.filter(({ width, height }) => width > 1 && height > 1))
}

/** The rectangle at whose foot a region's bar stands: its box, or for a mask what lies over the end of its longest row. */
function barPlace(
  { explanation }: Sketch,
  { region, panel }: { readonly region: RegionId; readonly panel: Rect },
): Rect {
  const box = explanation.regions.boxes[region]!
  const row = longestRow(explanation, region)
  if (row === undefined) return placeBox(box, explanation, panel)
  const height = Math.max(1, row.top - box.top + 1)
  return placeBox({ ...row, top: row.top + 1 - height, height }, explanation, panel)
}

/** The longest run of a region's pixels in one row; undefined where regions are boxes. */
function longestRow(
  { regions: { runs }, seen: { size } }: Sketch["explanation"],
  region: RegionId,
): { readonly left: number; readonly top: number; readonly width: number } | undefined {
  if (runs === undefined) return undefined
  let longest = { left: 0, top: 0, width: 0 }
  for (let i = 0, pixel = 0; i + 1 < runs.length; pixel += runs[i + 1]!, i += 2) {
    const left = pixel % size.width
    const width = Math.min(size.width - left, runs[i + 1]!)
    if (runs[i] === region && width > longest.width) longest = { left, top: Math.floor(pixel / size.width), width }
  }
  return longest
}
