import { describe, expect, it } from "vitest"
import { layerStatistics } from "../../../src/models/onnx/layer-statistics.ts"
import { onnxModel } from "../../../src/models/onnx/onnx-model.ts"
import type { Image } from "../../../src/types.ts"
import { buildModel, tensor } from "./build-model.ts"

/** Two grey pixels per channel: channel 0 holds 10 and 30, channel 1 and 2 the same. */
const image: Image = { width: 2, height: 1, channels: 3, data: Uint8Array.of(10, 10, 10, 30, 30, 30) }

/** A batch normalization whose training had the means 20, 10, 0 and the variances 100, 400, 1; then a mean over the picture. */
const model = buildModel({
  input: ["N", 3, 1, 2],
  output: ["N", 3],
  nodes: [
    { opType: "BatchNormalization", input: ["x", "scale", "shift", "mean", "variance"], output: ["normal"] },
    { opType: "Relu", input: ["normal"], output: ["after"] },
    { opType: "GlobalAveragePool", input: ["after"], output: ["pooled"] },
    { opType: "Flatten", input: ["pooled"], output: ["y"] },
  ],
  weights: [
    tensor("scale", [3], [5, 5, 5]),
    tensor("shift", [3], [7, 7, 7]),
    tensor("mean", [3], [20, 10, 0]),
    tensor("variance", [3], [100, 400, 1]),
  ],
})

describe("layerStatistics", () => {
  it("answers the mean and the mean square of each channel, normalised as in training and without scale and shift", async () => {
    const statistics = await layerStatistics(model)
    expect(statistics?.channels).toEqual([3])
    const classifier = await onnxModel(statistics!.bytes, { name: "toy", preprocessing: "raw", scale: "logit" })
    const { data, columns } = await classifier.score(image, [{ hidden: [], edits: [] }])
    await classifier.dispose?.()
    expect(columns).toBe(6)
    // Channel 0: -1 and 1. Channel 1: 0 and 1. Channel 2: 10 and 30.
    for (const [i, wanted] of [0, 0.5, 20, 1, 0.5, 500].entries())
      expect(data[i]! / (wanted || 1)).toBeCloseTo(wanted === 0 ? 0 : 1, 3)
  })

  it("is undefined for a model without batch normalization", async () => {
    const plain = buildModel({
      nodes: [
        { opType: "GlobalAveragePool", input: ["x"], output: ["pooled"] },
        { opType: "Flatten", input: ["pooled"], output: ["y"] },
      ],
      output: ["N", 3],
    })
    expect(await layerStatistics(plain)).toBeUndefined()
  })
})
