import { movesTheAnswer } from "../../reading/strongest-region.ts"
import type { Size } from "../../types.ts"
import { extent } from "../color/extent.ts"
import { contour, type Lattice } from "./contour.ts"
import { drawHatch, drawSets } from "./draw-evidence.ts"
import { placeBox, type Rect } from "./geometry.ts"
import { crossedOut, isStriped, outline, stripeOpacity, stripesOf, tint } from "./marks.ts"
import { strongestLines } from "./region-lines.ts"
import type { Sketch } from "./sketch.ts"
import { number, tag } from "./xml.ts"

/** Bands of colour on each side of zero. */
const bands = 12
/** Points of the lattice along the longer side that bands are traced on. */
const points = 97

/** A map without steps: bands of equal effect, and the outline of what has at least half of the strongest value. */
export function drawSmooth(sketch: Sketch, panel: Rect): string {
  const { view, explanation, painted, end, shown } = sketch
  const { size } = explanation.seen
  const seen = placeBox({ left: 0, top: 0, ...size }, explanation, panel)
  const lattice = latticeOf(painted, size)
  const trace = (level: number, sign: 1 | -1): string =>
    ringsIn(seen, { lattice: { ...lattice, at: (x, y) => sign * lattice.at(x, y) }, level })
  const band = (sign: 1 | -1) => (k: number) => {
    const at = (sign * (k + 0.5)) / bands
    const inner = trace((k / bands) * end, sign)
    if (inner === "") return ""
    const area = { d: inner + trace(((k + 1) / bands) * end, sign), "fill-rule": "evenodd" }
    const color = tag("path", { ...area, ...tint(at, sketch) })
    return isStriped(at) ? color + tag("path", { ...area, fill: stripesOf(sketch), ...stripeOpacity(at) }) : color
  }
  // The first half band on each side counts as no change.
  const steps = Array.from({ length: bands }, (_, k) => k + 0.5)
  const { least, most } = extent(painted)
  const sign = most >= -least ? 1 : -1
  return [
    shown === undefined ? groundOf(sketch, { seen, lattice }) : withoutValue(sketch, { seen, lattice }),
    ...steps.map(band(1)),
    ...steps.map(band(-1)),
    ...(movesTheAnswer(view)
      ? [
          shown === undefined ? outline(trace(Math.max(most, -least) / 2, sign), { width: 1.2 }) : "",
          strongestLines(sketch, panel),
        ]
      : []),
    drawHatch(sketch, panel),
    drawSets(sketch, panel),
  ].join("")
}

/** Where what has no measurable effect keeps the photo as it is: crosses where there is no value. */
function withoutValue(sketch: Sketch, { seen, lattice }: { readonly seen: Rect; readonly lattice: Lattice }): string {
  if (Array.from(sketch.painted).every(Number.isFinite)) return ""
  const known = (x: number, y: number): number => (Number.isFinite(lattice.at(x, y)) ? 1 : 0)
  return crossedOut(rectPath(seen) + ringsIn(seen, { lattice: { ...lattice, at: known }, level: 1 }), sketch)
}

/** Where no band lies: the colour of no change where there is a value, and crosses where there is none. */
function groundOf(sketch: Sketch, { seen, lattice }: { readonly seen: Rect; readonly lattice: Lattice }): string {
  const rings = (at: Lattice["at"], level: number): string => ringsIn(seen, { lattice: { ...lattice, at }, level })
  const all = rectPath(seen)
  const complete = Array.from(sketch.painted).every(Number.isFinite)
  const known = complete ? all : rings((x, y) => (Number.isFinite(lattice.at(x, y)) ? 1 : 0), 1)
  const least = (0.5 / bands) * sketch.end
  const banded = rings(lattice.at, least) + rings((x, y) => -lattice.at(x, y), least)
  const ground = known === "" ? "" : tag("path", { d: known + banded, "fill-rule": "evenodd", ...tint(0, sketch) })
  return complete ? ground : ground + crossedOut(all + known, sketch)
}

function rectPath({ left, top, width, height }: Rect): string {
  return `M${number(left)} ${number(top)}h${number(width)}v${number(height)}h${number(-width)}z`
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
