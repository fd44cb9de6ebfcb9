import { describe, expect, test } from "vitest"
import { type FillOption, resolveFill } from "../../src/fills/resolve-fill.ts"
import { gaussianBlur } from "../../src/image/gaussian-blur.ts"
import type { Image, Region } from "../../src/types.ts"

/** Two rows of three RGB pixels. */
const photo: Image = {
  width: 3,
  height: 2,
  channels: 3,
  data: Uint8Array.of(...[10, 20, 30, 11, 22, 33, 0, 0, 0], ...[13, 23, 33, 14, 25, 36, 9, 9, 9]),
}
const leftFour: Region = { id: 0, box: { left: 0, top: 0, width: 2, height: 2 } }
const oneLine: Image = { width: 4, height: 1, channels: 1, data: Uint8Array.of(0, 100, 200, 255) }

function paint(option: FillOption, image: Image, region: Region, seed = 0): number[] {
  return Array.from(resolveFill(option).prepare(image, { seed })(region))
}

describe("fills", () => {
  test("cell-mean is the mean of the region, channel by channel, with its fraction", () => {
    expect(paint("cell-mean", photo, leftFour).slice(0, 3)).toEqual([12, 22.5, 33])
    expect(paint("cell-mean", photo, leftFour)).toHaveLength(2 * 2 * 3)
  })

  test("cell-gray is one mean over pixels and channels, the original notebook's fill", () => {
    expect(new Set(paint("cell-gray", photo, leftFour))).toEqual(new Set([(12 + 22.5 + 33) / 3]))
  })

  test("image-mean is the same for every region", () => {
    const mean = (10 + 11 + 0 + 13 + 14 + 9) / 6
    expect(paint("image-mean", photo, leftFour)[0]).toBeCloseTo(mean, 12)
    expect(paint("image-mean", photo, { id: 1, box: { left: 2, top: 0, width: 1, height: 1 } })[0]).toBeCloseTo(
      mean,
      12,
    )
  })

  test("means of a masked region leave out pixels outside the mask", () => {
    const corners: Region = { id: 0, box: { left: 0, top: 0, width: 4, height: 1 }, mask: Uint8Array.of(1, 0, 1, 0) }
    expect(paint("cell-mean", oneLine, corners)).toEqual([100, 100, 100, 100])
  })

  test.each<[FillOption, number[]]>([
    ["#0a141e", [10, 20, 30]],
    [
      [1.5, 2, 255],
      [1.5, 2, 255],
    ],
    [7, [7, 7, 7]],
  ])("the colour %j is painted as it is", (color, levels) => {
    expect(paint(color, photo, { id: 0, box: { left: 1, top: 1, width: 1, height: 1 } })).toEqual(levels)
  })

  test("blur is the same place of the blurred picture", () => {
    const blurred = gaussianBlur(oneLine, { sigma: (4 * 3) / 64 })
    const region = { id: 0, box: { left: 1, top: 0, width: 2, height: 1 } }
    expect(paint("blur", oneLine, region)).toEqual(Array.from(blurred.data.subarray(1, 3)))
  })

  test("noise depends on the seed alone, stays within the picture's levels and is not whole", () => {
    const whole = { id: 0, box: { left: 0, top: 0, width: 3, height: 2 } }
    const levels = paint("noise", photo, whole, 7)
    expect(paint("noise", photo, whole, 7)).toEqual(levels)
    expect(paint("noise", photo, whole, 8)).not.toEqual(levels)
    expect(Math.min(...levels)).toBeGreaterThanOrEqual(0)
    expect(Math.max(...levels)).toBeLessThanOrEqual(36)
    expect(levels.every(Number.isInteger)).toBe(false)
    const corner = { id: 1, box: { left: 0, top: 0, width: 1, height: 1 } }
    expect(paint("noise", photo, corner, 7)).toEqual(levels.slice(0, 3))
  })

  test("your own function gets the picture and the region", () => {
    const flip = (image: Image, { box }: Region) =>
      image.data.slice(0, box.width * box.height * image.channels).reverse()
    expect(paint(flip, oneLine, { id: 0, box: { left: 0, top: 0, width: 2, height: 1 } })).toEqual([100, 0])
  })

  test("what a fill was made with is told to the record", () => {
    expect(resolveFill("blur")).toMatchObject({ name: "blur", options: { share: 3 / 64 } })
    expect(resolveFill("#808080")).toMatchObject({ name: "color", options: { color: [128, 128, 128] } })
  })

  test.each<[FillOption, string]>([
    [
      "grey" as FillOption,
      "fill must be one of cell-mean, cell-gray, image-mean, blur, noise, a colour such as #808080, or a function, got grey",
    ],
    ["#12345", "fill colour must be written #rrggbb, got #12345"],
    [Number.NaN, "fill colour must be three finite numbers, got [NaN, NaN, NaN]"],
  ])("refuses %j", (option, message) => {
    expect(() => resolveFill(option)).toThrow(new RangeError(message))
  })

  test("refuses a colour on a grey picture", () => {
    expect(() => paint("#ff0000", oneLine, { id: 0, box: { left: 0, top: 0, width: 1, height: 1 } })).toThrow(
      new RangeError("fill colour on a grey picture must be a grey, got [255, 0, 0]"),
    )
    expect(paint("#404040", oneLine, { id: 0, box: { left: 0, top: 0, width: 1, height: 1 } })).toEqual([64])
  })
})
