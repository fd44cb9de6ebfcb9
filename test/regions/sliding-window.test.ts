import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { slidingWindow } from "../../src/regions/sliding-window.ts"
import { coverage } from "./coverage.ts"

const picture = (width: number, height: number) =>
  ({ width, height, channels: 1, data: new Uint8Array(width * height) }) as const

describe("slidingWindow", () => {
  test("cuts the last window at the border, as Captum does: 224 pixels, window 60, stride 50", () => {
    const { list } = slidingWindow({ size: { width: 60, height: 1 }, stride: { width: 50, height: 1 } })(
      picture(224, 1),
    )
    expect(list.map(({ box }) => [box.left, box.width])).toEqual([
      [0, 60],
      [50, 60],
      [100, 60],
      [150, 60],
      [200, 24],
    ])
  })

  test("steps by half a window unless told otherwise", () => {
    const { layout } = slidingWindow({ size: 5 })(picture(10, 10))
    expect(layout).toMatchObject({ kind: "window", stride: { width: 2, height: 2 } })
    expect(slidingWindow({ size: 1 })(picture(3, 3)).list).toHaveLength(9)
  })

  test("covers every pixel, whatever the window", () => {
    const cases = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 })).chain(([width, height]) =>
      fc.tuple(fc.integer({ min: 1, max: width }), fc.integer({ min: 1, max: height })).chain(([across, down]) =>
        fc.record({
          image: fc.constant(picture(width, height)),
          size: fc.constant({ width: across, height: down }),
          stride: fc.record({
            width: fc.integer({ min: 1, max: across }),
            height: fc.integer({ min: 1, max: down }),
          }),
        }),
      ),
    )
    fc.assert(
      fc.property(cases, ({ image, size, stride }) => {
        const regions = slidingWindow({ size, stride })(image)
        expect(coverage(regions).every((times) => times >= 1)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test.each([
    [{ size: 0 }, "window width must be an integer of at least 1, got 0"],
    [{ size: 3, stride: 0 }, "window stride across must be an integer from 1 to 3, got 0"],
    [{ size: { width: 4, height: 3 }, stride: 4 }, "window stride down must be an integer from 1 to 3, got 4"],
  ])("refuses %j", (options, message) => {
    expect(() => slidingWindow(options)).toThrow(new RangeError(message))
  })

  test("refuses a window larger than the picture", () => {
    expect(() => slidingWindow({ size: 6 })(picture(8, 5))).toThrow(
      new RangeError("window height must be an integer from 1 to 5, got 6"),
    )
  })
})
