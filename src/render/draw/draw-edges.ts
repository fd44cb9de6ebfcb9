import { overlap, placeBox, type Rect } from "./geometry.ts"
import type { Sketch } from "./sketch.ts"
import { textWidth } from "./text-metrics.ts"
import { tag } from "./xml.ts"

/** Room that the numbers of rows and columns take beside a map. */
export const edgeRoom = 26

const fontSize = 12.5

/** The numbers of rows and columns along a grid, from 1; only every second, third, ... if squares are small. */
export function drawEdges({ explanation, theme }: Sketch, panel: Rect): string {
  const { layout, boxes } = explanation.regions
  if (layout.kind !== "grid") return ""
  const cells = boxes.map((box) => overlap(placeBox(box, explanation, panel), panel))
  const columns = cells.slice(0, layout.columns).map(({ left, width }) => ({ from: left, length: width }))
  const rows = Array.from({ length: layout.rows }, (_, i) => cells[i * layout.columns]!)
  const across = numbered(columns, { room: textWidth(`${layout.columns}`, fontSize), gap: 5 })
  const down = numbered(
    rows.map(({ top, height }) => ({ from: top, length: height })),
    { room: 9, gap: 6 },
  )
  // Beside the first visible square.
  const first = cells.find(({ width, height }) => width > 0 && height > 0) ?? panel
  const fill = (inside: boolean): string => (inside ? theme.ink : theme.quiet)
  const above = { y: first.top - 8, "text-anchor": "middle", fill: fill(first.top > panel.top + 1) }
  const beside = { x: first.left - 8, "text-anchor": "end", fill: fill(first.left > panel.left + 1) }
  const texts = [
    ...across.map(({ name, middle }) => tag("text", { x: middle, ...above }, name)),
    ...down.map(({ name, middle }) => tag("text", { ...beside, y: middle + 4.5 }, name)),
  ]
  return tag("g", { class: "edges", "font-size": fontSize }, texts.join(""))
}

interface Span {
  readonly from: number
  readonly length: number
}

/** The squares of a line that get a number: none that is mostly cropped, and none whose number would touch the one before. */
function numbered(
  spans: readonly Span[],
  { room, gap }: { readonly room: number; readonly gap: number },
): readonly { readonly name: string; readonly middle: number }[] {
  // Outer squares may be cropped; the others have the same size.
  const side = spans[(spans.length - 1) >> 1]!.length
  const every = Math.max(1, Math.ceil((room + gap) / side))
  const found: { name: string; middle: number }[] = []
  spans.forEach(({ from, length }, i) => {
    const middle = from + length / 2
    const before = found.at(-1)
    if (i % every !== 0 || length < side / 2 || (before !== undefined && middle - before.middle < room)) return
    found.push({ name: `${i + 1}`, middle })
  })
  return found
}
