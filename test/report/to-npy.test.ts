import { describe, expect, it } from "vitest"
import { toNpy } from "../../src/report/index.ts"
import { makeExplanation } from "../render/make-explanation.ts"

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

/** The numbers behind a header of 128 bytes. */
function numbersOf(bytes: Uint8Array<ArrayBuffer>): readonly number[] {
  const view = new DataView(bytes.buffer, 128)
  return Array.from({ length: view.byteLength / 8 }, (_, i) => view.getFloat64(8 * i, true))
}

/** The text behind magic, version and length. */
function dictionaryOf(bytes: Uint8Array): string {
  return latin1(bytes.subarray(10, 128)).trimEnd()
}

describe("toNpy", () => {
  const explanation = makeExplanation({ effects: [0.5, -0.25], seen: { width: 2, height: 2 } })

  it("writes version 1.0, byte for byte", () => {
    const bytes = toNpy(explanation, { of: "effects" })
    expect([...bytes.subarray(0, 10)]).toEqual([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, 118, 0])
    const dictionary = "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 2), }"
    expect(latin1(bytes.subarray(10, 128))).toBe(`${dictionary}${" ".repeat(58)}\n`)
    expect([...bytes.subarray(128)]).toEqual([0, 0, 0, 0, 0, 0, 0xe0, 0x3f, 0, 0, 0, 0, 0, 0, 0xd0, 0xbf])
  })

  it("writes the saliency map as rows of pixels", () => {
    const bytes = toNpy(makeExplanation({ effects: [0.5, -0.25, 0], seen: { width: 3, height: 2 } }), { of: "map" })
    expect(dictionaryOf(bytes)).toContain("'shape': (2, 3), }")
    expect(numbersOf(bytes)).toEqual([0.5, -0.25, 0, 0.5, -0.25, 0])
  })

  it("writes effects as rows and columns of a grid or of windows, and in one row for masks", () => {
    const grid = toNpy(makeExplanation({ effects: [1, 2, 3, 4, 5, 6], rows: 2 }), { of: "effects" })
    expect(dictionaryOf(grid)).toContain("'shape': (2, 3), }")
    expect(numbersOf(grid)).toEqual([1, 2, 3, 4, 5, 6])
    const box = { left: 0, top: 0, width: 1, height: 1 }
    const side = { width: 1, height: 1 }
    const boxes = [box, box]
    const window = { layout: { kind: "window", rows: 2, columns: 1, window: side, stride: side }, boxes } as const
    const mask = { layout: { kind: "mask" }, boxes, runs: [0, 1, 1, 1] } as const
    const seen = { width: 2, height: 1 }
    const shapeOf = (regions: typeof window | typeof mask): string =>
      dictionaryOf(toNpy(makeExplanation({ effects: [1, 2], regions, seen }), { of: "effects" }))
    expect(shapeOf(window)).toContain("'shape': (2, 1), }")
    expect(shapeOf(mask)).toContain("'shape': (2,), }")
  })

  it("keeps what has no value as NaN", () => {
    expect(numbersOf(toNpy(makeExplanation({ effects: [Number.NaN, 1] }), { of: "effects" }))).toEqual([Number.NaN, 1])
  })

  it("begins its numbers at a multiple of 64 bytes, however large the shape is", () => {
    for (const columns of [1, 10, 1000, 100_000]) {
      const bytes = toNpy(makeExplanation({ effects: Array(columns).fill(0), seen: { width: 1, height: 1 } }), {
        of: "effects",
      })
      expect((bytes.length - 8 * columns) % 64).toBe(0)
    }
  })
})
