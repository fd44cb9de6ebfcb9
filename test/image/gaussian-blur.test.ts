import fc from "fast-check"
import { describe, expect, test } from "vitest"
import type { Edge, GaussianBlurOptions } from "../../src/image/blur-boxes.ts"
import { gaussianBlur } from "../../src/image/gaussian-blur.ts"
import type { Channels, Image } from "../../src/types.ts"
import { describeWithShared } from "../support/describe-with-shared.ts"
import { largestDifference, numbersOf, type PeerArray } from "../support/peers.ts"
import { anyImage, anySize, constant, grey, inFloats, matrix } from "./matrix.ts"

/** The sigma for which a kernel of three is exactly [1, 2, 1] / 4. */
const quarters = 1 / Math.sqrt(2 * Math.log(2))

function rounded(image: Image): number[][] {
  return matrix(image).map((row) => row.map((value) => Math.round(value * 1e9) / 1e9))
}

describe("worked by hand", () => {
  test("with [1, 2, 1] / 4 a dot spreads as the outer product of the kernel with itself", () => {
    const dot = grey([
      [0, 0, 0, 0],
      [0, 160, 0, 0],
      [0, 0, 0, 0],
      [0, 0, 0, 0],
    ])
    expect(rounded(gaussianBlur(dot, { sigma: quarters, radius: 1 }))).toEqual([
      [10, 20, 10, 0],
      [20, 40, 20, 0],
      [10, 20, 10, 0],
      [0, 0, 0, 0],
    ])
  })

  test.each<[Edge, number[]]>([
    ["nearest", [44, 68, 92]], // aa|abc|cc: (1 + 8 + 16 + 8 * 2 + 3) = 44
    ["reflect", [45, 68, 91]], // ba|abc|cb: (2 + 8 + 16 + 8 * 2 + 3) = 45
    ["mirror", [54, 68, 82]], //  cb|abc|ba: (3 + 8 * 2 + 16 + 8 * 2 + 3) = 54
  ])("with [1, 8, 16, 8, 1] / 34 the line 34, 68, 102 goes on %s at its ends", (edge, expected) => {
    const line = grey([[34, 68, 102]])
    expect(rounded(gaussianBlur(line, { sigma: quarters, radius: 2, edge }))).toEqual([expected])
  })
})

describe("whatever the picture", () => {
  const edges = fc.constantFrom<Edge>("nearest", "reflect", "mirror")
  const sigmas = fc.double({ min: 0.2, max: 6, noNaN: true })

  test("a constant picture stays constant", () => {
    fc.assert(
      fc.property(anySize, sigmas, edges, (size, sigma, edge) => {
        const image = constant(size, [200, 0.5, -7])
        const blurred = gaussianBlur(image, { sigma, edge })
        expect(largestDifference(blurred.data, image.data)).toBeLessThan(1e-11)
      }),
    )
  })

  test("with the edge reflected the mean stays, as nothing is lost or counted twice", () => {
    const mean = (image: Image): number => Float64Array.from(image.data).reduce((a, b) => a + b) / image.data.length
    fc.assert(
      fc.property(anyImage(fc.constantFrom(1, 3, 4)), sigmas, (any, sigma) => {
        const image = inFloats(any)
        expect(mean(gaussianBlur(image, { sigma, edge: "reflect" }))).toBeCloseTo(mean(image), 9)
      }),
    )
  })

  test("the result is in 64-bit floats and the picture stays as it was", () => {
    const image = grey([[0, 255]])
    expect(gaussianBlur(image, { sigma: 1 }).data).toBeInstanceOf(Float64Array)
    expect(matrix(image)).toEqual([[0, 255]])
  })

  test("the kernel is cut at truncate sigmas, to the nearest pixel", () => {
    const dot = grey([[0, 0, 0, 0, 0, 255, 0, 0, 0, 0, 0]])
    for (const [sigma, radius] of [
      [0.8, 3], // 4 * 0.8 = 3.2
      [0.9, 4], // 4 * 0.9 = 3.6
    ] as const) {
      expect(gaussianBlur(dot, { sigma })).toEqual(gaussianBlur(dot, { sigma, radius }))
      expect(gaussianBlur(dot, { sigma }).data.filter((value) => value > 0)).toHaveLength(2 * radius + 1)
    }
    expect(gaussianBlur(dot, { sigma: 1, truncate: 2 })).toEqual(gaussianBlur(dot, { sigma: 1, radius: 2 }))
  })

  test("a radius of 0 changes nothing", () => {
    expect(matrix(gaussianBlur(grey([[3, 9]]), { sigma: 5, radius: 0 }))).toEqual([[3, 9]])
    expect(matrix(gaussianBlur(grey([[3, 9]]), { sigma: 5, truncate: 0 }))).toEqual([[3, 9]])
  })
})

test.each<[Partial<GaussianBlurOptions>, string]>([
  [{ sigma: 0 }, "sigma must be a number above 0, got 0"],
  [{ sigma: -1 }, "sigma must be a number above 0, got -1"],
  [{ sigma: Number.NaN }, "sigma must be a number above 0, got NaN"],
  [{ sigma: 1e9 }, "the kernel's radius must be an integer from 0 to 10000, got 4000000000"],
  [{ truncate: -1 }, "truncate must be a number of at least 0, got -1"],
  [{ radius: 1.5 }, "the kernel's radius must be an integer from 0 to 10000, got 1.5"],
  [{ edge: "wrap" as Edge }, "edge must be nearest, reflect or mirror, got wrap"],
])("%j is an error", (options, message) => {
  expect(() => gaussianBlur(grey([[1, 2]]), { sigma: 1, ...options })).toThrow(new RangeError(message))
})

interface Blurred {
  readonly by: string
  readonly sigma: number
  readonly mode?: Edge
  readonly ksize?: readonly [number, number]
  readonly border?: "reflect101" | "replicate"
  readonly result: PeerArray
}

interface BlurCase {
  readonly name: string
  readonly input: PeerArray
  readonly results: readonly Blurred[]
}

await describeWithShared(
  "SciPy 1.17.1, scikit-image 0.26.0 and OpenCV 5.0.0 (numbers in ../shared)",
  ["data/peers/blur.json"],
  ([file]) => {
    const peer = file as { readonly cases: readonly BlurCase[] }
    for (const { name, input, results } of peer.cases) {
      const [height, width, channels] = input.shape as [number, number, Channels]
      const image: Image = { width, height, channels, data: numbersOf(input) }

      test.each(results.filter(({ by }) => by.startsWith("scipy")))(
        `${name}, SciPy, sigma $sigma, $mode`,
        ({ sigma, mode, result }) => {
          const blurred = gaussianBlur(image, { sigma, edge: mode! })
          expect(largestDifference(blurred.data, numbersOf(result))).toBeLessThan(1e-12)
        },
      )

      test.each(results.filter(({ by }) => by === "cv2.GaussianBlur"))(
        `${name}, OpenCV, $ksize, sigma $sigma, $border`,
        ({ sigma, ksize, border, result }) => {
          const edge = border === "replicate" ? "nearest" : "mirror"
          // OpenCV's sigma 0 with a kernel of three stands for [1, 2, 1] / 4.
          const blurred = blurOblong(image, ksize!, { sigma: sigma === 0 ? quarters : sigma, edge })
          expect(largestDifference(blurred.data, numbersOf(result))).toBeLessThan(1e-12)
        },
      )
    }
  },
)

/** OpenCV's kernel may be wider than high: then every row is blurred as a picture of its own, and every column. */
function blurOblong(image: Image, [wide, high]: readonly [number, number], options: GaussianBlurOptions): Image {
  if (wide === high) return gaussianBlur(image, { ...options, radius: (wide - 1) / 2 })
  const { width, height, channels } = image
  const data = Float64Array.from(image.data)
  const blurLine = (places: readonly number[], size: number): void => {
    for (let c = 0; c < channels; c++) {
      const line: Image = {
        width: places.length,
        height: 1,
        channels: 1,
        data: Float64Array.from(places, (place) => data[place * channels + c]!),
      }
      const blurred = gaussianBlur(line, { ...options, radius: (size - 1) / 2 })
      for (const [i, place] of places.entries()) data[place * channels + c] = blurred.data[i]!
    }
  }
  const count = (length: number): number[] => Array.from({ length }, (_, i) => i)
  for (const y of count(height))
    blurLine(
      count(width).map((x) => y * width + x),
      wide,
    )
  for (const x of count(width))
    blurLine(
      count(height).map((y) => y * width + x),
      high,
    )
  return { ...image, data }
}
