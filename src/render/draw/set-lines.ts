import type { RegionPlaces } from "../../reading/as-seen.ts"
import type { RegionId } from "../../types.ts"
import { edgesOf } from "./edges-of.ts"
import { overlap, placeBox, type Rect } from "./geometry.ts"
import { ownerOf, pixelLines } from "./region-lines.ts"
import { number } from "./xml.ts"

interface Place {
  readonly explanation: RegionPlaces
  readonly panel: Rect
  /** How far lines of a grid stay inside the picture, so that their whole width is visible. @default no inset */
  readonly inset?: number
}

/** The line around the regions of a set, as path data; "" if there are none, or if the pixels are in too many pieces. */
export function setLines(belongs: (region: RegionId) => boolean, { explanation, panel, inset }: Place): string {
  const { layout, boxes } = explanation.regions
  if (layout.kind === "grid")
    return gridLines(belongs, { explanation, panel, ...(inset === undefined ? {} : { inset }) })
  const { width, height } = explanation.seen.size
  const owner = ownerOf(explanation)
  if (owner !== undefined) return pixelLines((x, y) => belongs(owner[y * width + x]!), { explanation, panel })
  const covered = new Uint8Array(width * height)
  boxes.forEach((box, region) => {
    if (!belongs(region)) return
    for (let y = box.top; y < box.top + box.height; y++)
      covered.fill(1, y * width + box.left, y * width + box.left + box.width)
  })
  return pixelLines((x, y) => covered[y * width + x] === 1, { explanation, panel })
}

/** Along the edges of squares. */
function gridLines(belongs: (region: RegionId) => boolean, { explanation, panel, inset }: Place): string {
  const { layout, boxes } = explanation.regions
  if (layout.kind !== "grid") return ""
  const { rows, columns } = layout
  const lines = edgesOf((column, row) => belongs(row * columns + column), { width: columns, height: rows })
  const cell = (column: number, row: number): Rect => placeBox(boxes[row * columns + column]!, explanation, panel)
  const x = (line: number): number =>
    line < columns ? cell(line, 0).left : cell(columns - 1, 0).left + cell(columns - 1, 0).width
  const y = (line: number): number =>
    line < rows ? cell(0, line).top : cell(0, rows - 1).top + cell(0, rows - 1).height
  const inside = (at: number, from: number, length: number): string =>
    number(inset === undefined ? at : Math.min(from + length - inset, Math.max(from + inset, at)))
  const point = (column: number, row: number): string =>
    `${inside(x(column), panel.left, panel.width)} ${inside(y(row), panel.top, panel.height)}`
  return lines.map(([x1, y1, x2, y2]) => `M${point(x1, y1)}L${point(x2, y2)}`).join("")
}

/** The pixels of regions, as rectangles in path data. */
export function setArea(belongs: (region: RegionId) => boolean, { explanation, panel }: Place): string {
  const { boxes, runs } = explanation.regions
  const { width } = explanation.seen.size
  const rect = ({ left, top, width, height }: Rect): string => {
    const x = number(left)
    return width < 0.01 || height < 0.01
      ? ""
      : `M${x} ${number(top)}H${number(left + width)}V${number(top + height)}H${x}z`
  }
  const place = (box: Rect): string => rect(overlap(placeBox(box, explanation, panel), panel))
  if (runs === undefined) return boxes.map((box, region) => (belongs(region) ? place(box) : "")).join("")
  const parts: string[] = []
  for (let i = 0, pixel = 0; i + 1 < runs.length; pixel += runs[i + 1]!, i += 2) {
    if (!belongs(runs[i]!)) continue
    // A run may go on over the ends of rows.
    for (let from = pixel; from < pixel + runs[i + 1]!; ) {
      const [left, top] = [from % width, Math.floor(from / width)]
      const length = Math.min(width - left, pixel + runs[i + 1]! - from)
      parts.push(place({ left, top, width: length, height: 1 }))
      from += length
    }
  }
  return parts.join("")
}
