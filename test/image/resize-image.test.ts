import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { resizeImage } from "../../src/image/resize-image.ts"
import type { Channels, Image, ResizeFilter } from "../../src/types.ts"
import { describeWithShared } from "../support/describe-with-shared.ts"
import { bytesOf, largestDifference, numbersOf, type PeerArray } from "../support/peers.ts"
import { anyImage, anySize, constant, grey, inBytes, inFloats, matrix, mirrored } from "./matrix.ts"

const filters: readonly ResizeFilter[] = ["nearest", "box", "bilinear", "hamming", "bicubic", "lanczos"]

describe("worked by hand", () => {
  const line = grey([[0, 100, 200, 255]])

  test("box averages the pixels that fall together, halves rounded up", () => {
    expect(matrix(resizeImage(line, { width: 2, height: 1 }, { filter: "box" }))).toEqual([[50, 228]])
  })

  test("bilinear reaches beyond them when it shrinks: weights 3/7 3/7 1/7 at the border", () => {
    expect(matrix(resizeImage(line, { width: 2, height: 1 }))).toEqual([[71, 209]])
    const [[first, second]] = matrix(resizeImage(inFloats(line), { width: 2, height: 1 })) as [[number, number]]
    expect(first).toBeCloseTo((3 * 0 + 3 * 100 + 200) / 7, 12)
    expect(second).toBeCloseTo((100 + 3 * 200 + 3 * 255) / 7, 12)
  })

  test("bilinear takes quarters when it doubles", () => {
    expect(matrix(resizeImage(grey([[0, 100]]), { width: 4, height: 1 }))).toEqual([[0, 25, 75, 100]])
  })

  test("bicubic overshoots at an edge and is clipped, but only in bytes", () => {
    const doubled = { width: 8, height: 1 }
    const edge = grey([[0, 0, 255, 255]])
    expect(matrix(resizeImage(edge, doubled, { filter: "bicubic" }))).toEqual([[0, 0, 0, 52, 203, 255, 255, 255]])
    // A quarter to the right of the second pixel its taps weigh 29, 111 and -9; the fourth, -3, lies outside.
    expect(resizeImage(inFloats(edge), doubled, { filter: "bicubic" }).data[2]).toBeCloseTo((-9 * 255) / 131, 10)
  })

  test("nearest takes the pixel under the middle", () => {
    expect(matrix(resizeImage(line, { width: 2, height: 1 }, { filter: "nearest" }))).toEqual([[100, 255]])
    expect(matrix(resizeImage(grey([[1], [2]]), { width: 2, height: 4 }, { filter: "nearest" }))).toEqual([
      [1, 1],
      [1, 1],
      [2, 2],
      [2, 2],
    ])
  })

  test("both sides at once", () => {
    const square = grey([
      [0, 2, 10, 12],
      [4, 6, 14, 16],
    ])
    expect(matrix(resizeImage(square, { width: 2, height: 1 }, { filter: "box" }))).toEqual([[3, 13]])
  })
})

describe("each side is rounded on its own, so their order shows", () => {
  const one = { width: 1, height: 1 }

  test("columns come first: the rows are 0, 0 and 1, their mean a third", () => {
    const image = grey([
      [0, 0],
      [0, 0],
      [2, 0],
    ])
    expect(matrix(resizeImage(image, one, { filter: "box" }))).toEqual([[0]])
  })

  test("rows come first where more than twice as many of them are lost: the columns are 1 and 0, their mean a half", () => {
    const image = grey([
      [0, 0],
      [0, 0],
      [0, 0],
      [2, 0],
    ])
    expect(matrix(resizeImage(image, one, { filter: "box" }))).toEqual([[1]])
  })
})

describe("alpha", () => {
  test("a colour that cannot be seen does not bleed into its neighbour", () => {
    const image: Image = { width: 2, height: 1, channels: 4, data: Uint8Array.of(200, 100, 0, 255, 0, 0, 255, 0) }
    const floats: Image = { ...image, data: Float64Array.from(image.data) }
    const one = { width: 1, height: 1 }
    // Half of alpha rounds up to 128; the colours' halves, 100 and 50, are divided by it and cut.
    expect(matrix(resizeImage(image, one, { filter: "box" }))).toEqual([[199, 99, 0, 128]])
    expect(matrix(resizeImage(floats, one, { filter: "box" }))).toEqual([[200, 100, 0, 127.5]])
  })

  test("where nothing can be seen, floats stay finite", () => {
    const image: Image = { width: 2, height: 1, channels: 4, data: Float32Array.of(200, 100, 0, 0, 7, 7, 7, 0) }
    expect(matrix(resizeImage(image, { width: 1, height: 1 }))).toEqual([[0, 0, 0, 0]])
  })
})

describe("Pillow's own ways, each seen in Pillow 13.0.0", () => {
  test("hamming's two constants are 32-bit floats, which decides this level: 173 with 64", () => {
    const line = new Array<number>(30).fill(0)
    line.splice(15, 4, 95, 217, 103, 11)
    const { data } = resizeImage(grey([line]), { width: 17, height: 1 }, { filter: "hamming" })
    expect(Array.from(data.subarray(7, 12))).toEqual([0, 49, 172, 23, 0])
  })

  test("where overshoot clips alpha to 0, the colour stays multiplied", () => {
    const pixels = [
      [0, 0, 0, 255],
      [0, 0, 0, 0],
      [255, 255, 255, 40],
      [0, 0, 0, 0],
    ]
    const image: Image = { width: 4, height: 1, channels: 4, data: Uint8Array.from(pixels.flat()) }
    // Bicubic weighs -9, 111, 29, -3 of 128: alpha (-9 * 255 + 29 * 40) / 128 is below 0, the colour 29 * 40 / 128 is 9.
    const { data } = resizeImage(image, { width: 8, height: 1 }, { filter: "bicubic" })
    expect(Array.from(data.subarray(12, 16))).toEqual([9, 9, 9, 0])
  })
})

describe("whatever the picture", () => {
  test("a picture that has the size already is returned as it is", () => {
    const image = grey([[1, 2]])
    for (const filter of filters) expect(resizeImage(image, { width: 2, height: 1 }, { filter })).toBe(image)
  })

  test("resizing a constant picture gives that constant", () => {
    const colour = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255))
    fc.assert(
      fc.property(anySize, anySize, colour, fc.constantFrom(...filters), (from, to, pixel, filter) => {
        const image = constant(from, pixel)
        expect(resizeImage(inBytes(image), to, { filter })).toEqual(inBytes(constant(to, pixel)))
        const floats = resizeImage(image, to, { filter })
        expect(largestDifference(floats.data, constant(to, pixel).data)).toBeLessThan(1e-11)
      }),
    )
  })

  test("a mirrored picture resizes to the mirrored result", () => {
    const smooth = fc.constantFrom<ResizeFilter>("bilinear", "hamming", "bicubic", "lanczos")
    fc.assert(
      fc.property(anyImage(fc.constantFrom(1, 3)), anySize, smooth, (any, size, filter) => {
        const image = inFloats(any)
        const one = mirrored(resizeImage(image, size, { filter }))
        const other = resizeImage(mirrored(image), size, { filter })
        expect(largestDifference(one.data, other.data)).toBeLessThan(1e-10)
      }),
    )
  })

  test("the kind of array and the channels stay, and values come from within the picture", () => {
    const averaging = fc.constantFrom<ResizeFilter>("nearest", "box", "bilinear", "hamming")
    fc.assert(
      fc.property(anyImage(fc.constantFrom(1, 3)), anySize, averaging, (image, size, filter) => {
        const resized = resizeImage(image, size, { filter })
        expect(resized).toMatchObject({ ...size, channels: image.channels })
        expect(resized.data[Symbol.toStringTag]).toBe(image.data[Symbol.toStringTag])
        expect(Math.max(...resized.data)).toBeLessThanOrEqual(Math.max(...image.data) + 1e-4)
        expect(Math.min(...resized.data)).toBeGreaterThanOrEqual(Math.min(...image.data) - 1e-4)
      }),
    )
  })
})

test("sizes and filters that do not exist are errors", () => {
  const image = grey([[1, 2]])
  expect(() => resizeImage(image, { width: 0, height: 1 })).toThrow(
    new RangeError("size width must be an integer of at least 1, got 0"),
  )
  for (const filter of ["cubic", "toString"]) {
    expect(() => resizeImage(image, { width: 2, height: 1 }, { filter: filter as ResizeFilter })).toThrow(
      new RangeError(`filter must be nearest, box, bilinear, hamming, bicubic, lanczos, got ${filter}`),
    )
  }
})

interface PillowCase {
  readonly name: string
  readonly mode: "RGB" | "RGBA" | "F"
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
  readonly input: PeerArray
  readonly results: Readonly<Record<ResizeFilter, PeerArray>>
}

const channelsOf: Readonly<Record<PillowCase["mode"], Channels>> = { RGB: 3, RGBA: 4, F: 1 }

await describeWithShared("Pillow 13.0.0 (numbers in ../shared)", ["data/peers/pillow-resize.json"], ([file]) => {
  const peer = file as { readonly cases: readonly PillowCase[] }
  for (const { name, mode, from, to, input, results } of peer.cases) {
    test.each(filters)(`${name}, %s`, (filter) => {
      const floats = mode === "F"
      const data = floats ? Float32Array.from(numbersOf(input)) : Uint8Array.from(bytesOf(input))
      const image: Image = { width: from[0], height: from[1], channels: channelsOf[mode], data }
      const resized = resizeImage(image, { width: to[0], height: to[1] }, { filter })
      const expected = Float32Array.from(numbersOf(results[filter]))
      expect(largestDifference(resized.data, expected)).toBeLessThanOrEqual(floats ? 1e-6 : 0)
    })
  }
})
