import { describe, expect, it } from "vitest"
import { tensorWriter } from "../../src/image/tensor-writer.ts"
import type { Image, Preprocessing } from "../../src/types.ts"
import { rewire } from "../../src/wiring/rewire.ts"

/** Two pixels, red-ish and blue-ish. */
const image: Image = { width: 2, height: 1, channels: 3, data: Uint8Array.of(200, 100, 0, 10, 20, 255) }
const raw: Preprocessing = {
  size: { width: 2, height: 1 },
  fit: "squash",
  filter: "bilinear",
  layout: "NCHW",
  order: "RGB",
  range: [0, 255],
  mean: [0],
  std: [1],
}
const torch: Preprocessing = { ...raw, range: [0, 1], mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] }

/** What a model wired as `setting` would be given. */
function tensor(picture: Image, setting: Preprocessing): number[] {
  const writer = tensorWriter(setting, picture.channels)
  const numbers = new Float32Array(writer.length)
  writer.writeImage(numbers, 0, picture)
  return [...numbers]
}

describe("rewire", () => {
  it("swaps red and blue for the other order", () =>
    expect(rewire(image, { from: raw, to: { ...raw, order: "BGR" } }).data).toEqual(
      Float64Array.of(0, 100, 200, 255, 20, 10),
    ))

  it("turns levels of 0 to 255 into those of 0 to 1", () =>
    expect(
      [...rewire(image, { from: raw, to: { ...raw, range: [0, 1] } }).data].map((x) => Math.round(x * 255)),
    ).toEqual([200, 100, 0, 10, 20, 255]))

  it("reads NCHW numbers where NHWC ones were written", () =>
    // Written R G B R G B; read as R R G G B B.
    expect([...rewire(image, { from: raw, to: { ...raw, layout: "NHWC" } }).data]).toEqual([200, 0, 20, 100, 10, 255]))

  it.each([
    ["order", { ...torch, order: "BGR" }],
    ["levels", { ...raw, range: [-1, 1] }],
    ["layout", { ...torch, layout: "NHWC" }],
    ["all", { ...raw, order: "BGR", range: [0, 255], mean: [104, 117, 124], layout: "NHWC" }],
  ] as const)("gives a model the numbers of another setting: %s", (_, to) => {
    const numbers = tensor(rewire(image, { from: torch, to }), torch)
    for (const [i, wanted] of tensor(image, to).entries()) expect(numbers[i]).toBeCloseTo(wanted, 4)
  })

  it("makes a colour picture of a grey one where the model takes colour", () => {
    const grey: Image = { width: 2, height: 1, channels: 1, data: Uint8Array.of(9, 60) }
    expect(rewire(grey, { from: raw, to: raw })).toEqual({
      width: 2,
      height: 1,
      channels: 3,
      data: Float64Array.of(9, 9, 9, 60, 60, 60),
    })
  })

  it("refuses settings with another number of channels", () =>
    expect(() => rewire(image, { from: raw, to: { ...raw, order: "gray" } })).toThrow(
      new RangeError("settings must have the same number of channels, got RGB and gray"),
    ))
})
