import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { resizeLikeTensorflow, type TensorflowFilter } from "../../src/image/resize-like-tensorflow.ts"
import type { Image } from "../../src/types.ts"
import { describeWithShared } from "../support/describe-with-shared.ts"
import { largestDifference, numbersOf, type PeerArray } from "../support/peers.ts"
import { anySize, constant, grey, matrix } from "./matrix.ts"

const filters: readonly TensorflowFilter[] = ["nearest", "bilinear", "bicubic", "area", "lanczos3"]

describe("worked by hand", () => {
  const line = grey([[0, 100, 200, 255]])
  const two = { width: 2, height: 1 }

  test("bilinear looks at two neighbours only, however much it shrinks", () => {
    expect(matrix(resizeLikeTensorflow(line, two))).toEqual([[50, 227.5]])
    expect(matrix(resizeLikeTensorflow(grey([[0, 9, 9, 9, 9, 30, 9, 9, 9]]), { width: 1, height: 1 }))).toEqual([[9]])
  })

  test("antialias widens it to what Pillow does", () => {
    const { data } = resizeLikeTensorflow(line, two, { antialias: true })
    expect(data[0]).toBeCloseTo((3 * 0 + 3 * 100 + 200) / 7, 4)
    expect(data[1]).toBeCloseTo((100 + 3 * 200 + 3 * 255) / 7, 4)
  })

  test("area is the mean over the area, with shares of pixels", () => {
    expect(matrix(resizeLikeTensorflow(grey([[30, 60, 90]]), two, { filter: "area" }))).toEqual([[40, 80]])
  })

  test("bicubic drops the taps outside: at a quarter, of the weights -9, 111, 29 and -3 only the two in the middle", () => {
    const { data } = resizeLikeTensorflow(grey([[0, 100]]), { width: 4, height: 1 }, { filter: "bicubic" })
    expect(data[1]).toBeCloseTo((100 * 29) / (111 + 29), 4)
    expect(data[2]).toBeCloseTo((100 * 111) / (111 + 29), 4)
  })

  test("bicubic rounds to a 1024th, halves to even: both sides of the middle count as the middle", () => {
    const { data } = resizeLikeTensorflow(grey([[0, 1]]), { width: 2048, height: 1 }, { filter: "bicubic" })
    // Positions 511.5/1024 and 512.5/1024, seen as 512/1024 in TensorFlow 2.20.0.
    expect(Array.from(data.subarray(1023, 1025))).toEqual([0.5, 0.5])
    expect(data[1022]).toBeLessThan(0.498)
    expect(data[1025]).toBeGreaterThan(0.502)
  })

  test.each<[TensorflowFilter, number, number]>([
    ["bilinear", 282, 70.7781219],
    ["bicubic", 277, 105.822311],
    ["lanczos3", 277, 107.704399],
  ])(
    "antialiased %s computes positions in 32 bits, seen in TensorFlow 2.20.0: in 64 this is 0.004 off",
    (filter, at, level) => {
      const line = grey([Array.from({ length: 451 }, (_, i) => (i * 97) % 256)])
      const { data } = resizeLikeTensorflow(line, { width: 299, height: 1 }, { filter, antialias: true })
      expect(Math.abs(data[at]! - level)).toBeLessThan(1e-3)
    },
  )

  test("so does bilinear: on a ramp each value is its own position, a 32-bit number", () => {
    const ramp: Image = { width: 451, height: 1, channels: 1, data: Float64Array.from({ length: 451 }, (_, i) => i) }
    const { data } = resizeLikeTensorflow(ramp, { width: 299, height: 1 })
    expect(data[100]).toBeCloseTo((100.5 * 451) / 299 - 0.5, 4)
    expect(data).toEqual(data.map(Math.fround))
  })

  test("nearest finds its place in 32-bit floats: 47.5 * 36 / 114 is 15, but TensorFlow 2.20.0 takes pixel 14", () => {
    const ramp: Image = { width: 36, height: 1, channels: 1, data: Uint8Array.from({ length: 36 }, (_, i) => i) }
    const { data } = resizeLikeTensorflow(ramp, { width: 114, height: 1 }, { filter: "nearest" })
    expect(Array.from(data.subarray(45, 50))).toEqual([14, 14, 14, 15, 15])
  })
})

test("nearest keeps the kind of array, the others give 32-bit floats but for a picture in 64", () => {
  const bytes = grey([[1, 2, 3]])
  const size = { width: 2, height: 2 }
  for (const filter of filters) {
    const kinds = [bytes.data, Float32Array.of(1, 2, 3), Float64Array.of(1, 2, 3)].map(
      (data) => resizeLikeTensorflow({ ...bytes, data }, size, { filter }).data[Symbol.toStringTag],
    )
    expect(kinds).toEqual([filter === "nearest" ? "Uint8Array" : "Float32Array", "Float32Array", "Float64Array"])
  }
})

test("resizing a constant picture gives that constant", () => {
  fc.assert(
    fc.property(anySize, anySize, fc.constantFrom(...filters), fc.boolean(), (from, to, filter, antialias) => {
      const resized = resizeLikeTensorflow(constant(from, [200, 0.5, 7]), to, { filter, antialias })
      expect(largestDifference(resized.data, constant(to, [200, 0.5, 7]).data)).toBeLessThan(1e-11)
    }),
  )
})

test("sizes and filters that do not exist are errors", () => {
  const image = grey([[1, 2]])
  expect(() => resizeLikeTensorflow(image, { width: 1, height: 1.5 })).toThrow(
    new RangeError("size height must be an integer of at least 1, got 1.5"),
  )
  expect(() => resizeLikeTensorflow(image, { width: 1, height: 1 }, { filter: "cubic" as TensorflowFilter })).toThrow(
    new RangeError("filter must be nearest, bilinear, bicubic, area or lanczos3, got cubic"),
  )
})

interface TensorflowCase {
  readonly name: string
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
  readonly input: PeerArray
  readonly results: readonly {
    readonly resize: TensorflowFilter
    readonly antialias: boolean
    readonly result: PeerArray
  }[]
}

await describeWithShared("TensorFlow 2.20.0 (numbers in ../shared)", ["data/peers/tf-resize.json"], ([file]) => {
  const peer = file as { readonly cases: readonly TensorflowCase[] }
  for (const { name, from, to, input, results } of peer.cases) {
    test.each(results)(`${name}, $resize, antialias $antialias`, ({ resize: filter, antialias, result }) => {
      const data = Float32Array.from(numbersOf(input))
      const image: Image = { width: from[0], height: from[1], channels: 1, data }
      const resized = resizeLikeTensorflow(image, { width: to[0], height: to[1] }, { filter, antialias })
      const expected = Float32Array.from(numbersOf(result))
      expect(largestDifference(resized.data, expected)).toBeLessThanOrEqual(filter === "nearest" ? 0 : 1e-6)
    })
  }
})
