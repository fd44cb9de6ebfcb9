import { describe, expect, it } from "vitest"
import { tensorWriter } from "../../src/image/tensor-writer.ts"
import {
  type PreprocessingOption,
  type PresetName,
  preprocessingPresets,
  presetNames,
  resolvePreprocessing,
} from "../../src/models/preprocessing-presets.ts"

const onePixel = { size: { width: 1, height: 1 }, layout: "NHWC" } as const

/** What a model sees of the pixel R 255, G 51, B 0. */
function numbers(option: PreprocessingOption): number[] {
  const writer = tensorWriter(resolvePreprocessing(option, onePixel), 3)
  const tensor = new Float32Array(3)
  writer.writeImage(tensor, 0, { width: 1, height: 1, channels: 3, data: Uint8Array.of(255, 51, 0) })
  return [...tensor].map((value) => Number(value.toFixed(4)))
}

describe("the presets, on the pixel R 255, G 51, B 0", () => {
  it.each<[PresetName, number[]]>([
    ["keras-caffe", [0 - 103.939, 51 - 116.779, 255 - 123.68]],
    ["keras-tf", [1, -0.6, -1]],
    ["keras-torch", [(1 - 0.485) / 0.229, (0.2 - 0.456) / 0.224, (0 - 0.406) / 0.225]],
    ["torchvision", [(1 - 0.485) / 0.229, (0.2 - 0.456) / 0.224, (0 - 0.406) / 0.225]],
    ["zero-one", [1, 0.2, 0]],
    ["raw", [255, 51, 0]],
  ])("%s gives %j", (name, expected) => {
    expect(numbers(name)).toEqual(expected.map((value) => Number(value.toFixed(4))))
  })

  it("are six, and only torchvision cuts the picture", () => {
    expect(presetNames).toEqual(["keras-caffe", "keras-tf", "keras-torch", "torchvision", "zero-one", "raw"])
    const cutting = presetNames.filter((name) => preprocessingPresets[name].fit !== "squash")
    expect(cutting).toEqual(["torchvision"])
  })
})

describe("resolvePreprocessing", () => {
  const facts = { size: { width: 8, height: 4 }, layout: "NCHW", channels: 3 } as const

  it("takes size and layout from the file", () => {
    expect(resolvePreprocessing("keras-tf", facts)).toEqual({
      size: { width: 8, height: 4 },
      layout: "NCHW",
      fit: "squash",
      filter: "bilinear",
      order: "RGB",
      range: [-1, 1],
      mean: [0],
      std: [1],
    })
  })

  it("lets fields win over their preset", () => {
    const changed = resolvePreprocessing({ preset: "torchvision", fit: "pad" }, facts)
    expect(changed).toMatchObject({ fit: "pad", order: "RGB", range: [0, 1], std: [0.229, 0.224, 0.225] })
    expect(resolvePreprocessing({ preset: "zero-one", order: "BGR" }, facts).order).toBe("BGR")
  })

  it("asks for mean and std in the new order when that changes", () => {
    expect(() => resolvePreprocessing({ preset: "torchvision", order: "BGR" }, facts)).toThrow(
      new RangeError(
        "preprocessing must give mean and std in the new order as well when it changes that of torchvision",
      ),
    )
  })

  it("refuses a field that it does not know, such as a misspelt one", () => {
    const misspelt = { preset: "zero-one", means: [9] } as unknown as PreprocessingOption
    expect(() => resolvePreprocessing(misspelt, facts)).toThrow(
      "preprocessing has the fields preset, size, fit, filter, layout, order, range, mean, std, got means",
    )
  })

  it("fills up a record without a preset", () => {
    const made = resolvePreprocessing({ order: "BGR", range: [0, 255], mean: [127] }, facts)
    expect(made).toMatchObject({
      order: "BGR",
      mean: [127],
      std: [1],
      fit: "squash",
      filter: "bilinear",
      layout: "NCHW",
    })
  })

  it("asks for order and range where there is no preset", () => {
    expect(() => resolvePreprocessing({ order: "RGB" }, facts)).toThrow(/give order and range, got {"order":"RGB"}/)
    expect(() => resolvePreprocessing({}, facts)).toThrow(/keras-caffe, keras-tf, .*raw/)
    expect(() => resolvePreprocessing(JSON.parse("null"), facts)).toThrow(RangeError)
  })

  it("takes the caller's size and layout where the file leaves them open, and asks for them otherwise", () => {
    const size = { width: 6, height: 6 }
    expect(resolvePreprocessing({ preset: "raw", size, layout: "NHWC" }, {})).toMatchObject({ size, layout: "NHWC" })
    expect(() => resolvePreprocessing("raw", { layout: "NCHW" })).toThrow("preprocessing must give a size")
    expect(() => resolvePreprocessing("raw", { size })).toThrow("preprocessing must give a layout")
  })

  it("refuses what contradicts the file", () => {
    expect(() => resolvePreprocessing({ preset: "raw", size: { width: 8, height: 8 } }, facts)).toThrow(
      "preprocessing size must be 8x4, as the model file says, got 8x8",
    )
    expect(() => resolvePreprocessing({ preset: "raw", layout: "NHWC" }, facts)).toThrow(
      "preprocessing layout must be NCHW, as the model file says, got NHWC",
    )
    expect(() => resolvePreprocessing({ preset: "raw", order: "gray" }, facts)).toThrow(
      "preprocessing order must be RGB or BGR, because the model takes 3 channels, got gray",
    )
  })

  it("shows grey pictures to models of one channel, if the preset treats all channels alike", () => {
    const grey = { ...facts, channels: 1 } as const
    expect(resolvePreprocessing("zero-one", grey).order).toBe("gray")
    expect(() => resolvePreprocessing("keras-caffe", grey)).toThrow(/order must be gray, because .* 1 channel, got BGR/)
    expect(resolvePreprocessing({ preset: "torchvision", order: "gray", mean: [0.5], std: [0.2] }, grey).order).toBe(
      "gray",
    )
  })

  it.each([
    ["caffe", "keras-caffe"],
    ["keras_tf", "keras-tf"],
    ["Torchvison", "torchvision"],
    ["zero-on", "zero-one"],
    ["torch", "keras-torch"],
  ])("answers %s with a list and %s", (wrong, right) => {
    const resolve = () => resolvePreprocessing(wrong as PresetName, facts)
    expect(resolve).toThrow(RangeError)
    expect(resolve).toThrow(
      `preprocessing must be one of ${presetNames.join(", ")}, got ${wrong}; did you mean ${right}?`,
    )
  })

  it("does not guess at a name that is like none", () => {
    expect(() => resolvePreprocessing("imagenet" as PresetName, facts)).toThrow(/got imagenet$/)
  })
})
