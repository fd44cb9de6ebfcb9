import { overlap, placeBox, type Rect } from "./geometry.ts"
import type { Sketch } from "./sketch.ts"
import { tag } from "./xml.ts"

/** Room that the numbers of rows and columns take beside a map. */
export const edgeRoom = 26

/** The numbers of rows and columns along a grid, from 1; every second, third, ... where squares are small. */
export function drawEdges({ explanation, theme }: Sketch, panel: Rect): string {
  const { layout, boxes } = explanation.regions
  if (layout.kind !== "grid") return ""
  const cells = boxes.map((box) => overlap(placeBox(box, explanation, panel), panel))
  const columns = cells.slice(0, layout.columns)
  const rows = Array.from({ length: layout.rows }, (_, i) => cells[i * layout.columns]!)
  const everyColumn = spacing(
    columns.map(({ width }) => width),
    20,
  )
  const everyRow = spacing(
    rows.map(({ height }) => height),
    15,
  )
  const texts = [
    ...columns.flatMap(({ left, width }, i) =>
      i % everyColumn === 0 && width > 6
        ? [tag("text", { x: left + width / 2, y: panel.top - 8, "text-anchor": "middle" }, `${i + 1}`)]
        : [],
    ),
    ...rows.flatMap(({ top, height }, i) =>
      i % everyRow === 0 && height > 6
        ? [tag("text", { x: panel.left - 8, y: top + height / 2 + 4, "text-anchor": "end" }, `${i + 1}`)]
        : [],
    ),
  ]
  return tag("g", { class: "edges", "font-size": 11.5, fill: theme.quiet }, texts.join(""))
}

/** How many squares lie between two numbers that need `room`. */
function spacing(sides: readonly number[], room: number): number {
  const side = Math.max(1, ...sides)
  return Math.max(1, Math.ceil(room / side))
}
