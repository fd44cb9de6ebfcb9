import type { EffectMeaning, Explanation } from "../explanation.ts"
import type { Box } from "../types.ts"
import { scaleOf } from "./scale-of.ts"
import type { View } from "./view.ts"

/** By what share of a region's side its edges may differ: models with other input sizes round the same grid differently. */
const ELSEWHERE = 0.25

/**
 * Refuses two explanations whose effects cannot be subtracted: of different pictures, kinds, units or regions.
 *
 * @throws RangeError that says what should be the same, and what each record has.
 */
export function checkComparable({ record: a, means }: View, { record: b, means: otherMeans }: View): void {
  checkPictures(a, b)
  const [one, other] = [kinds[means], kinds[otherMeans]]
  if (one !== other) throw new RangeError(`both explanations must show effects of one kind, got ${one} and ${other}`)
  if (scaleOf(a) !== scaleOf(b))
    throw new RangeError(`scores must be of one scale, got ${scaleOf(a)} and ${scaleOf(b)}`)
  checkRegions(a, b)
}

function checkPictures({ picture: a }: Explanation, { picture: b }: Explanation): void {
  const [one, other] = [a.pixelsSha256, b.pixelsSha256]
  if (one !== undefined && other !== undefined) {
    if (one === other) return
    throw new RangeError(
      `both explanations must be of one picture, got pixels ${one.slice(0, 12)} and ${other.slice(0, 12)}`,
    )
  }
  const size = ({ size: { width, height } }: Explanation["picture"]): string => `${width} x ${height}`
  if (size(a) !== size(b))
    throw new RangeError(`both explanations must be of one picture, got ${size(a)} and ${size(b)} pixels`)
}

const kinds: Readonly<Record<EffectMeaning, string>> = {
  alone: "regions hidden alone",
  "shown-alone": "regions shown alone",
  around: "regions hidden with those around them",
  average: "effects on average",
}

function checkRegions(a: Explanation, b: Explanation): void {
  const [one, other] = [layoutOf(a), layoutOf(b)]
  if (one !== other) throw new RangeError(`both explanations must have the same regions, got ${one} and ${other}`)
  const [runs, otherRuns] = [a, b].map(({ regions, seen }) => JSON.stringify([seen.size, regions.runs]))
  const elsewhere = a.regions.boxes.findIndex((box, i) => !isSamePlace([box, a], [b.regions.boxes[i]!, b]))
  if (elsewhere >= 0 || (a.regions.layout.kind === "mask" && isSameSize(a, b) && runs !== otherRuns))
    throw new RangeError(
      `regions must lie at the same places of the picture, got other places for region ${Math.max(0, elsewhere)}: were both pictures cut to the same part?`,
    )
}

function layoutOf({ regions: { layout, boxes } }: Explanation): string {
  if (layout.kind === "mask") return `${boxes.length} regions of a mask`
  return `${layout.rows} x ${layout.columns} ${layout.kind === "grid" ? "squares" : "windows"}`
}

function isSameSize({ seen: { size: a } }: Explanation, { seen: { size: b } }: Explanation): boolean {
  return a.width === b.width && a.height === b.height
}

type Placed = readonly [box: Box, explanation: Explanation]

/** Whether two boxes are the same part of the picture, whatever the size at which the model saw it. */
function isSamePlace(a: Placed, b: Placed): boolean {
  const [one, other] = [inPicture(a), inPicture(b)]
  return (["x", "y"] as const).every((axis) => {
    const [from, to] = one[axis]
    const most = ELSEWHERE * (to - from)
    return Math.abs(from - other[axis][0]) <= most && Math.abs(to - other[axis][1]) <= most
  })
}

/** Where a box begins and ends, in pixels of the picture. */
function inPicture([{ left, top, width, height }, { seen }]: Placed): Record<"x" | "y", readonly [number, number]> {
  const { size, source } = seen
  const [perX, perY] = [source.width / size.width, source.height / size.height]
  return {
    x: [source.left + left * perX, source.left + (left + width) * perX],
    y: [source.top + top * perY, source.top + (top + height) * perY],
  }
}
