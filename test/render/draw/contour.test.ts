import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { contour, type Lattice, type Point } from "../../../src/render/draw/contour.ts"

/** A lattice of rows of numbers. */
const latticeOf = (...rows: readonly (readonly number[])[]): Lattice => ({
  columns: rows[0]!.length,
  rows: rows.length,
  at: (column, row) => rows[row]![column]!,
})

/** The area of a ring, with a sign: minus for a ring round a hill, plus for one round a valley, which runs the other way. */
const areaOf = (ring: readonly Point[]): number =>
  ring.reduce((sum, [x, y], i) => {
    const [nextX, nextY] = ring[(i + 1) % ring.length]!
    return sum + x * nextY - nextX * y
  }, 0) / 2

/** What the rings cover: filled with the even-odd rule, valleys are holes. */
const covered = (rings: readonly (readonly Point[])[]): number =>
  Math.abs(rings.reduce((sum, ring) => sum + areaOf(ring), 0))

describe("contour", () => {
  it("goes round a single high point, half-way to its neighbours", () => {
    const [ring, ...others] = contour(latticeOf([0, 0, 0], [0, 1, 0], [0, 0, 0]), 0.5)
    expect(others).toEqual([])
    expect([...ring!].sort((a, b) => a[0] - b[0] || a[1] - b[1])).toEqual([
      [0.5, 1],
      [1, 0.5],
      [1, 1.5],
      [1.5, 1],
    ])
    expect(covered([ring!])).toBe(0.5)
  })

  it("lies nearer to the neighbour, the lower the level", () => {
    // Level 0.25 between 0 and 1: a quarter of the way from the zero. The diamond's half diagonal is 0.75.
    expect(covered(contour(latticeOf([0, 0, 0], [0, 1, 0], [0, 0, 0]), 0.25))).toBeCloseTo(2 * 0.75 ** 2, 12)
  })

  it("cuts a slope where it has the level, and closes along the edge of the lattice", () => {
    // From 0 at the left to 2 at the right over 2 columns: at least 1.5 from column 1.5 on.
    const rings = contour(latticeOf([0, 1, 2], [0, 1, 2], [0, 1, 2]), 1.5)
    expect(rings).toHaveLength(1)
    expect(covered(rings)).toBeCloseTo(0.5 * 2, 12)
    for (const [x] of rings[0]!) expect(x).toBeGreaterThanOrEqual(1.5)
  })

  it("takes the whole lattice where all of it is high enough, and nothing where none is", () => {
    expect(covered(contour(latticeOf([3, 3, 3], [3, 3, 3]), 3))).toBe(2)
    expect(contour(latticeOf([3, 3], [3, 3]), 3.001)).toEqual([])
  })

  it("leaves a hole where a valley lies in a plain", () => {
    const valley = Array.from({ length: 5 }, (_, y) =>
      Array.from({ length: 5 }, (_, x) => (x === 2 && y === 2 ? 0 : 1)),
    )
    const rings = contour(latticeOf(...valley), 0.5)
    expect(rings).toHaveLength(2)
    expect(rings.map(areaOf).sort((a, b) => a - b)).toEqual([-16, 0.5])
  })

  it("keeps the two high corners of a saddle apart", () => {
    const rings = contour(latticeOf([1, 0], [0, 1]), 0.5)
    expect(rings).toHaveLength(2)
    // A triangle in each corner, with sides of half a step.
    expect(rings.map((ring) => Math.abs(areaOf(ring)))).toEqual([0.125, 0.125])
    expect(contour(latticeOf([0, 1], [1, 0]), 0.5).map((ring) => Math.abs(areaOf(ring)))).toEqual([0.125, 0.125])
  })

  it("ends at the last number before one that is none", () => {
    const rings = contour(latticeOf([1, 1, Number.NaN], [1, 1, Number.NaN]), 0.5)
    expect(covered(rings)).toBe(1)
    for (const [x] of rings[0]!) expect(x).toBeLessThanOrEqual(1)
    expect(contour(latticeOf([Number.NaN, Number.NaN], [Number.NaN, Number.NaN]), 0.5)).toEqual([])
    expect(covered(contour(latticeOf([0, 0, Number.POSITIVE_INFINITY], [0, 0, 0]), 0.5))).toBe(0)
  })

  it("has rings that never leave the lattice, and covers less, the higher the level", () => {
    const level = fc.double({ min: -1, max: 1, noNaN: true })
    const lattice = fc
      .tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 }))
      .chain(([columns, rows]) =>
        fc.array(fc.array(level, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
      )
    fc.assert(
      fc.property(lattice, level, level, (rows, a, b) => {
        const [low, high] = [contour(latticeOf(...rows), Math.min(a, b)), contour(latticeOf(...rows), Math.max(a, b))]
        for (const [x, y] of [...low, ...high].flat()) {
          expect(x >= 0 && x <= rows[0]!.length - 1).toBe(true)
          expect(y >= 0 && y <= rows.length - 1).toBe(true)
        }
        expect(covered(high)).toBeLessThanOrEqual(covered(low) + 1e-9)
      }),
      { numRuns: 300 },
    )
  })

  it("divides the lattice between a field and its opposite", () => {
    const field = latticeOf([0.3, -0.7, 0.2], [-0.4, 0.9, -0.1], [0.8, -0.6, 0.5])
    const opposite = { ...field, at: (column: number, row: number) => -field.at(column, row) }
    const gap = 4 - covered(contour(field, 0)) - covered(contour(opposite, 0))
    // What is left lies in the middle of the saddles, which both leave to the other: here all four cells.
    expect(gap).toBeGreaterThan(0)
    const slope = latticeOf([-1, 0.5], [-0.2, 3])
    const down = { ...slope, at: (column: number, row: number) => -slope.at(column, row) }
    expect(covered(contour(slope, 0)) + covered(contour(down, 0))).toBeCloseTo(1, 12)
  })
})
