import { describe, expect, it } from "vitest"
import { remedyFlag } from "../../src/cli/check/remedy-flag.ts"
import type { Preprocessing } from "../../src/types.ts"
import { alternativeSettings } from "../../src/wiring/alternative-settings.ts"
import type { WiringRemedy } from "../../src/wiring/wiring-record.ts"

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

const flagOf = (preprocessing: Preprocessing, declared: Preprocessing): string =>
  remedyFlag({ preprocessing }, declared)

describe("the option that sets right what a check found", () => {
  it.each<[WiringRemedy, string]>([
    [{ scale: "logit" }, "--scale logit"],
    [{ fit: "crop" }, "--fit crop"],
    [{ batch: 1 }, "--batch 1"],
    [{ labels: "one-a-class", classes: 2 }, "--labels <a list of 2 names>"],
    [{ labels: "as-trained", classes: 2 }, "--labels <the list that the model was trained with>"],
    [{ labels: "one-more-in-front", classes: 2 }, "--labels <the list with one more name in front>"],
    [{ labels: "without-first", classes: 2 }, "--labels <the list without its first line>"],
  ])("%j: %s", (remedy, option) => expect(remedyFlag(remedy, raw)).toBe(option))

  it("is short for each setting that is tried", () =>
    expect(alternativeSettings(raw).map((setting) => flagOf(setting, raw))).toEqual([
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
})

describe("the option that sets a preprocessing", () => {
  it("names a preset where one says the same, fit included", () => {
    const mean = [0.485, 0.456, 0.406]
    const std = [0.229, 0.224, 0.225]
    const torch: Preprocessing = { ...raw, range: [0, 1], mean, std }
    expect(flagOf(torch, raw)).toBe("--preprocessing keras-torch")
    expect(flagOf({ ...torch, fit: "crop" }, raw)).toBe("--preprocessing torchvision")
    expect(flagOf({ ...torch, fit: "pad", filter: "bicubic" }, raw)).toBe(
      `--preprocessing '{"order":"RGB","range":[0,1],"mean":[0.485,0.456,0.406],"std":[0.229,0.224,0.225],"fit":"pad","filter":"bicubic"}'`,
    )
  })
})
