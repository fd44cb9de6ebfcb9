/** Numbers on a lattice: `at(column, row)` for columns and rows from 0. */
export interface Lattice {
  readonly columns: number
  readonly rows: number
  readonly at: (column: number, row: number) => number
}

/** A place on a lattice, between its columns and rows. */
export type Point = readonly [column: number, row: number]

/**
 * The borders of all places where the lattice is at least `level`, as closed rings; values between the lattice's points are linear along its lines.
 * Areas that reach the lattice's edge are closed along that edge. Filled with the even-odd rule, the rings cover exactly those places.
 *
 * Marching squares (Lorensen and Cline 1987, in two dimensions).
 */
export function contour(lattice: Lattice, level: number): readonly (readonly Point[])[] {
  const next = new Map<number, number>()
  const places = new Map<number, Point>()
  // One more row and column on each side lies outside, which closes the rings.
  for (let row = -1; row < lattice.rows; row++)
    for (let column = -1; column < lattice.columns; column++) {
      for (const [from, to] of segments[cornersOf(lattice, level, [column, row])]!) {
        const [a, b] = [from, to].map((side) => {
          const key = keyOf(lattice, side, [column, row])
          if (!places.has(key)) places.set(key, crossing(lattice, level, endsOf(side, [column, row])))
          return key
        }) as [number, number]
        next.set(a, b)
      }
    }
  return ringsOf(next).map((keys) => keys.map((key) => places.get(key)!))
}

type Side = "top" | "right" | "bottom" | "left"

/** Which sides of a cell the border crosses, from where to where, by its corners inside: 1 upper left, 2 upper right, 4 lower right, 8 lower left. */
const segments: readonly (readonly (readonly [Side, Side])[])[] = [
  [],
  [["left", "top"]],
  [["top", "right"]],
  [["left", "right"]],
  [["right", "bottom"]],
  [
    ["left", "top"],
    ["right", "bottom"],
  ],
  [["top", "bottom"]],
  [["left", "bottom"]],
  [["bottom", "left"]],
  [["bottom", "top"]],
  [
    ["top", "right"],
    ["bottom", "left"],
  ],
  [["bottom", "right"]],
  [["right", "left"]],
  [["right", "top"]],
  [["top", "left"]],
  [],
]

function valueAt({ columns, rows, at }: Lattice, [column, row]: Point): number {
  const inside = column >= 0 && row >= 0 && column < columns && row < rows
  const value = inside ? at(column, row) : Number.NaN
  return Number.isFinite(value) ? value : Number.NEGATIVE_INFINITY
}

function cornersOf(lattice: Lattice, level: number, [column, row]: Point): number {
  const corner = (x: number, y: number, bit: number): number => (valueAt(lattice, [x, y]) >= level ? bit : 0)
  return (
    corner(column, row, 1) + corner(column + 1, row, 2) + corner(column + 1, row + 1, 4) + corner(column, row + 1, 8)
  )
}

function endsOf(side: Side, [column, row]: Point): readonly [Point, Point] {
  switch (side) {
    case "top":
      return [
        [column, row],
        [column + 1, row],
      ]
    case "bottom":
      return [
        [column, row + 1],
        [column + 1, row + 1],
      ]
    case "left":
      return [
        [column, row],
        [column, row + 1],
      ]
    case "right":
      return [
        [column + 1, row],
        [column + 1, row + 1],
      ]
  }
}

/** A key that is the same for a side and for the matching side of the neighbour. */
function keyOf({ columns }: Lattice, side: Side, cell: Point): number {
  const [[column, row]] = endsOf(side, cell)
  const point = (row + 1) * (columns + 2) + column + 1
  return 2 * point + (side === "top" || side === "bottom" ? 0 : 1)
}

/** Where a side crosses the level; at the inner end if the other end is outside the lattice. */
function crossing(lattice: Lattice, level: number, [from, to]: readonly [Point, Point]): Point {
  const [a, b] = [valueAt(lattice, from), valueAt(lattice, to)]
  const share = a === Number.NEGATIVE_INFINITY ? 1 : b === Number.NEGATIVE_INFINITY ? 0 : (level - a) / (b - a)
  return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
}

function ringsOf(next: Map<number, number>): readonly (readonly number[])[] {
  const rings: number[][] = []
  for (const first of next.keys()) {
    const ring: number[] = []
    for (let key: number | undefined = first; key !== undefined && next.has(key); ) {
      ring.push(key)
      const after: number = next.get(key)!
      next.delete(key)
      key = after
    }
    if (ring.length > 0) rings.push(ring)
  }
  return rings
}
