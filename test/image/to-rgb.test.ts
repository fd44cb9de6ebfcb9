import { describe, expect, test } from "vitest"
import { toRgb } from "../../src/image/to-rgb.ts"
import type { Image } from "../../src/types.ts"
import { grey, matrix, wrong } from "./matrix.ts"

function rgba(...levels: number[]): Image {
  return { width: levels.length / 4, height: 1, channels: 4, data: Uint8Array.from(levels) }
}

test("grey is repeated", () => {
  expect(
    matrix(
      toRgb(
        grey([
          [1, 2],
          [3, 4],
        ]),
      ),
    ),
  ).toEqual([
    [1, 1, 1, 2, 2, 2],
    [3, 3, 3, 4, 4, 4],
  ])
})

test("an RGB picture is returned as it is", () => {
  const image: Image = { width: 1, height: 1, channels: 3, data: Uint8Array.of(1, 2, 3) }
  expect(toRgb(image)).toBe(image)
})

describe("alpha", () => {
  test("opaque pixels keep their colour, transparent ones show the background, white unless said otherwise", () => {
    const image = rgba(10, 20, 30, 255, 10, 20, 30, 0)
    expect(matrix(toRgb(image))).toEqual([[10, 20, 30, 255, 255, 255]])
    expect(matrix(toRgb(image, { background: [1, 2, 3] }))).toEqual([[10, 20, 30, 1, 2, 3]])
  })

  test("every mixture of bytes is rounded to the nearest level", () => {
    const misses: object[] = []
    for (const background of [0, 7, 255]) {
      for (let alpha = 0; alpha < 256; alpha++) {
        const colours = Array.from({ length: 256 }, (_, colour) => [colour, colour, colour, alpha]).flat()
        const mixed = toRgb(rgba(...colours), { background: [background, background, background] })
        for (let colour = 0; colour < 256; colour++) {
          const sum = colour * alpha + background * (255 - alpha)
          const nearest = (sum + 127 - ((sum + 127) % 255)) / 255
          if (mixed.data[3 * colour] !== nearest) misses.push({ colour, alpha, background })
        }
      }
    }
    expect(misses).toEqual([])
  })

  test("floats are not rounded: half of 1 over black is a half", () => {
    const image: Image = { width: 1, height: 1, channels: 4, data: Float64Array.of(1, 1, 0, 127.5) }
    expect(matrix(toRgb(image, { background: [0, 0, 255] }))).toEqual([[0.5, 0.5, 127.5]])
  })

  test("the kind of array stays", () => {
    expect(toRgb({ ...rgba(1, 2, 3, 4), data: new Float32Array(4) }).data).toBeInstanceOf(Float32Array)
    expect(toRgb({ ...rgba(1, 2, 3, 4), data: new Uint8ClampedArray(4) }).data).toBeInstanceOf(Uint8ClampedArray)
  })
})

test("a background that is no colour is an error", () => {
  expect(() => toRgb(rgba(1, 2, 3, 4), { background: wrong([255, 255]) })).toThrow(
    new RangeError("background must be three numbers from 0 to 255, got [255,255]"),
  )
  expect(() => toRgb(rgba(1, 2, 3, 4), { background: [0, 256, 0] })).toThrow("got [0,256,0]")
  expect(() => toRgb(rgba(1, 2, 3, 4), { background: [0, Number.NaN, 0] })).toThrow("got [0,null,0]")
})
