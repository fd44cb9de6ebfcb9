import { describe, expect, it } from "vitest"
import type { Preprocessing } from "../../src/types.ts"
import { alternativeSettings, sameLevels } from "../../src/wiring/alternative-settings.ts"

const raw: Preprocessing = {
  size: { width: 8, height: 8 },
  fit: "squash",
  filter: "bilinear",
  layout: "NCHW",
  order: "RGB",
  range: [0, 255],
  mean: [0],
  std: [1],
}

describe("alternativeSettings", () => {
  it("tries black for white where there is one channel", () =>
    expect(alternativeSettings({ ...raw, order: "gray" }).map(({ range, layout }) => [...range, layout])).toEqual([
      [255, 0, "NCHW"],
      [0, 1, "NCHW"],
      [1, 0, "NCHW"],
      [-1, 1, "NCHW"],
      [1, -1, "NCHW"],
      [0, 255, "NHWC"],
    ]))

  it("takes (p - 127) / 128 for -1 to 1, and so does not try that", () => {
    const lite: Preprocessing = { ...raw, mean: [127], std: [128] }
    expect(sameLevels(lite, { ...raw, range: [-1, 1] })).toBe(true)
    expect(
      alternativeSettings(lite)
        .filter((setting) => sameLevels(setting, lite))
        .map(({ order, layout }) => order + layout),
    ).toEqual(["BGRNCHW", "RGBNHWC"])
  })

  it("keeps each colour's mean when the order turns", () => {
    const caffe: Preprocessing = { ...raw, order: "BGR", mean: [103.939, 116.779, 123.68] }
    const turned = alternativeSettings(caffe).find(({ order, mean }) => order === "RGB" && mean.length === 3)
    expect(turned?.mean).toEqual([123.68, 116.779, 103.939])
    expect(sameLevels(caffe, turned!)).toBe(true)
    expect(sameLevels(caffe, { ...caffe, order: "RGB" })).toBe(false)
  })
})
