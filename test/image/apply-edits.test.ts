import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { applyEdits } from "../../src/image/apply-edits.ts"
import { cropImage } from "../../src/image/crop-image.ts"
import type { Edit, Image } from "../../src/types.ts"
import { anyEdit, anyImage, grey, matrix, wrong } from "./matrix.ts"

const nines = grey([
  [9, 9, 9],
  [9, 9, 9],
  [9, 9, 9],
])

describe("painting", () => {
  test("an edit fills its box and nothing else", () => {
    const edit: Edit = { box: { left: 1, top: 0, width: 2, height: 2 }, pixels: Uint8Array.of(1, 2, 3, 4) }
    expect(matrix(applyEdits(nines, [edit]))).toEqual([
      [9, 1, 2],
      [9, 3, 4],
      [9, 9, 9],
    ])
  })

  test("a mask leaves out the pixels where it is 0", () => {
    const box = { left: 0, top: 1, width: 2, height: 2 }
    const edit: Edit = { box, mask: Uint8Array.of(1, 0, 0, 1), pixels: Uint8Array.of(1, 2, 3, 4) }
    expect(matrix(applyEdits(nines, [edit]))).toEqual([
      [9, 9, 9],
      [1, 9, 9],
      [9, 4, 9],
    ])
  })

  test("all channels of a pixel are painted", () => {
    const image: Image = { width: 2, height: 1, channels: 3, data: Uint8Array.of(1, 2, 3, 4, 5, 6) }
    const box = { left: 0, top: 0, width: 2, height: 1 }
    const edit: Edit = { box, mask: Uint8Array.of(0, 1), pixels: Uint8Array.of(10, 20, 30, 40, 50, 60) }
    expect(matrix(applyEdits(image, [edit]))).toEqual([[1, 2, 3, 40, 50, 60]])
  })

  test("a later edit covers an earlier one", () => {
    const at = (left: number, level: number): Edit => ({
      box: { left, top: 0, width: 2, height: 1 },
      pixels: Uint8Array.of(level, level),
    })
    expect(matrix(applyEdits(grey([[0, 0, 0]]), [at(0, 1), at(1, 2)]))).toEqual([[1, 2, 2]])
  })

  test("no edits give an equal picture with memory of its own", () => {
    const copy = applyEdits(nines, [])
    expect(copy).toEqual(nines)
    expect(copy.data).not.toBe(nines.data)
  })
})

describe("the array of the result", () => {
  const box = { left: 0, top: 0, width: 1, height: 1 }
  const image = (data: Image["data"]): Image => ({ width: 1, height: 1, channels: 1, data })
  const u8 = Uint8Array.of(1)
  const clamped = Uint8ClampedArray.of(1)
  const f32 = Float32Array.of(0.1)
  const f64 = Float64Array.of(0.1)

  test.each([
    ["bytes on bytes stay bytes", u8, [u8, clamped], "Uint8Array"],
    ["clamped bytes stay clamped", clamped, [u8], "Uint8ClampedArray"],
    ["32-bit floats widen bytes", u8, [u8, f32], "Float32Array"],
    ["64-bit floats widen bytes", u8, [f64], "Float64Array"],
    ["the widest float wins, whatever the order", u8, [f64, f32, u8], "Float64Array"],
    ["a 32-bit picture keeps its kind under bytes", f32, [u8], "Float32Array"],
    ["a 32-bit picture widens under 64 bits", f32, [f64], "Float64Array"],
    ["a 64-bit picture keeps its kind", f64, [f32], "Float64Array"],
  ])("%s", (_, data, painted, kind) => {
    const edits = painted.map((pixels) => ({ box, pixels }))
    expect(applyEdits(image(data), edits).data[Symbol.toStringTag]).toBe(kind)
  })

  test("fractions are never rounded", () => {
    expect(applyEdits(image(u8), [{ box, pixels: f64 }]).data[0]).toBe(0.1)
  })
})

test("the given picture is never written to, not even where its slice() shares memory as Node's Buffer does", () => {
  class SharingBytes extends Uint8Array {
    override slice(): Uint8Array<ArrayBuffer> {
      return new Uint8Array(this.buffer)
    }
  }
  const image: Image = { width: 2, height: 1, channels: 1, data: SharingBytes.of(5, 6) }
  applyEdits(image, [{ box: { left: 0, top: 0, width: 2, height: 1 }, pixels: Uint8Array.of(1, 2) }])
  expect(Array.from(image.data)).toEqual([5, 6])
})

test("errors name the edit", () => {
  const good: Edit = { box: { left: 0, top: 0, width: 1, height: 1 }, pixels: Uint8Array.of(1) }
  const bad: Edit = { ...good, pixels: Uint8Array.of(1, 2, 3) }
  expect(() => applyEdits(nines, [good, bad])).toThrow(
    new RangeError("edits[1] pixels must be 1 values (width x height x channels), got 3"),
  )
  expect(() => applyEdits(nines, wrong<Edit[]>(good))).toThrow(new TypeError("edits must be an array, got object"))
  expect(() => applyEdits({ ...nines, width: 4 }, [])).toThrow(RangeError)
})

test("after the last edit its box holds its pixels, and pixels outside every box are the picture's", () => {
  const scenes = anyImage(fc.constantFrom(1, 3, 4)).chain((image) =>
    fc.tuple(fc.constant(image), anyEdit(image), anyEdit(image)),
  )
  fc.assert(
    fc.property(scenes, ([image, first, last]) => {
      const unmasked: Edit = { box: last.box, pixels: last.pixels }
      const edited = applyEdits(image, [first, unmasked])
      expect(Array.from(cropImage(edited, last.box).data)).toEqual(Array.from(last.pixels))
      for (let i = 0; i < image.data.length; i++) {
        const [x, y] = [Math.floor(i / image.channels) % image.width, Math.floor(i / image.channels / image.width)]
        const outside = [first, last].every(
          ({ box }) => x < box.left || x >= box.left + box.width || y < box.top || y >= box.top + box.height,
        )
        if (outside) expect(edited.data[i]).toBe(image.data[i])
      }
    }),
  )
})
