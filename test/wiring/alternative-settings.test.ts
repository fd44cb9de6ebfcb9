import { describe, expect, it } from "vitest"
import type { Preprocessing } from "../../src/types.ts"
import { alternativeSettings, sameLevels } from "../../src/wiring/alternative-settings.ts"
import { settingFlag } from "../../src/wiring/setting-flag.ts"

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
  it("tries both orders with the levels of each preset, and the other layout", () =>
    expect(alternativeSettings(raw).map((setting) => settingFlag(setting, raw))).toEqual([
      "--preprocessing zero-one",
      "--preprocessing keras-tf",
      "--preprocessing keras-torch",
      `--preprocessing '{"order":"RGB","range":[0,255],"mean":[123.68,116.779,103.939],"std":[1]}'`,
      `--preprocessing '{"order":"BGR","range":[0,255]}'`,
      `--preprocessing '{"order":"BGR","range":[0,1]}'`,
      `--preprocessing '{"order":"BGR","range":[-1,1]}'`,
      `--preprocessing '{"order":"BGR","range":[0,1],"mean":[0.406,0.456,0.485],"std":[0.225,0.224,0.229]}'`,
      "--preprocessing keras-caffe",
      `--preprocessing '{"order":"RGB","range":[0,255],"layout":"NHWC"}'`,
    ]))

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

describe("settingFlag", () => {
  it("names a preset where one says the same, fit included", () => {
    const mean = [0.485, 0.456, 0.406]
    const std = [0.229, 0.224, 0.225]
    const torch: Preprocessing = { ...raw, range: [0, 1], mean, std }
    expect(settingFlag(torch, raw)).toBe("--preprocessing keras-torch")
    expect(settingFlag({ ...torch, fit: "crop" }, raw)).toBe("--preprocessing torchvision")
    expect(settingFlag({ ...torch, fit: "pad", filter: "bicubic" }, raw)).toBe(
      `--preprocessing '{"order":"RGB","range":[0,1],"mean":[0.485,0.456,0.406],"std":[0.229,0.224,0.225],"fit":"pad","filter":"bicubic"}'`,
    )
  })
})
