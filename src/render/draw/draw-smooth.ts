import type { Size } from "../../types.ts"
import { contour, type Lattice } from "./contour.ts"
import { drawEnough } from "./draw-evidence.ts"
import { placeBox, type Rect } from "./geometry.ts"
import { tint } from "./marks.ts"
import type { Sketch } from "./sketch.ts"
import { number, tag } from "./xml.ts"

/** Bands of colour on each side of zero. */
const bands = 12
/** Points along the longer side of the lattice on which bands are traced. */
const points = 97

/** A map without steps: bands of equal effect, and a line around what alone keeps the answer. */
export function drawSmooth(sketch: Sketch, panel: Rect): string {
  return colorSmooth(sketch, panel) + drawEnough(sketch, panel)
}

/** Only the bands of colour. */
export function colorSmooth(sketch: Sketch, panel: Rect): string {
  const { explanation, values, end } = sketch
  const { size } = explanation.seen
  const seen = placeBox({ left: 0, top: 0, ...size }, explanation, panel)
  const lattice = latticeOf(values, size)
  const trace = (level: number, sign: 1 | -1): string =>
    ringsIn(seen, { lattice: { ...lattice, at: (x, y) => sign * lattice.at(x, y) }, level })
  const band = (sign: 1 | -1) => (k: number) => {
    const inner = trace((k / bands) * end, sign)
    if (inner === "") return ""
    const d = inner + trace(((k + 1) / bands) * end, sign)
    return tag("path", { d, "fill-rule": "evenodd", ...tint((sign * (k + 0.5)) / bands, sketch) })
  }
  // The first half band on each side counts as no change.
  const steps = Array.from({ length: bands }, (_, k) => k + 0.5)
  return [...steps.map(band(1)), ...steps.map(band(-1))].join("")
}

/** The map at points from edge to edge. */
function latticeOf(values: ArrayLike<number>, { width, height }: Size): Lattice {
  const longer = Math.max(width, height)
  const count = (side: number): number => Math.max(2, Math.round((points - 1) * (side / longer)) + 1)
  const [columns, rows] = [count(width), count(height)]
  const at = (column: number, row: number): number => {
    const x = Math.min(width - 1, Math.floor((column / (columns - 1)) * width))
    const y = Math.min(height - 1, Math.floor((row / (rows - 1)) * height))
    return values[y * width + x]!
  }
  return { columns, rows, at }
}

function ringsIn(
  { left, top, width, height }: Rect,
  { lattice, level }: { readonly lattice: Lattice; readonly level: number },
): string {
  const { columns, rows } = lattice
  const rings = contour(lattice, level).map((ring) => {
    const places = ring.map(
      ([column, row]) =>
        `${number(left + (column / (columns - 1)) * width)} ${number(top + (row / (rows - 1)) * height)}`,
    )
    return `M${places.join("L")}z`
  })
  return rings.join("")
}
