import { describe, expect, it } from "vitest"
import { kerasToOnnx } from "../../src/models/keras/keras-to-onnx.ts"
import { sha256Of } from "../../src/node/files/sha256-of.ts"

type Layer = readonly [className: string, config: Readonly<Record<string, unknown>>, inputs?: readonly string[]]

const conv = { kernel_size: [3, 3], strides: [2, 2], padding: "valid", use_bias: true, data_format: "channels_last" }

/** Every kind of layer that the two models of the catalog have. */
const layers: Readonly<Record<string, Layer>> = {
  image: ["InputLayer", { batch_input_shape: [null, 16, 16, 3] }],
  pad: [
    "ZeroPadding2D",
    {
      padding: [
        [0, 1],
        [1, 0],
      ],
    },
    ["image"],
  ],
  conv: ["Conv2D", { ...conv, filters: 4, activation: "linear" }, ["pad"]],
  norm: ["BatchNormalization", { axis: [3], epsilon: 0.001, center: true, scale: true }, ["conv"]],
  relu: ["Activation", { activation: "relu" }, ["norm"]],
  pool: ["MaxPooling2D", { pool_size: [2, 2], strides: [1, 1], padding: "same" }, ["relu"]],
  depthwise: ["DepthwiseConv2D", { ...conv, strides: [1, 1], padding: "same", depth_multiplier: 1 }, ["pool"]],
  relu6: ["ReLU", { max_value: 6 }, ["depthwise"]],
  add: ["Add", {}, ["relu6", "pool"]],
  mean: ["GlobalAveragePooling2D", {}, ["add"]],
  dropout: ["Dropout", { rate: 0.25 }, ["mean"]],
  answer: ["Dense", { units: 7, activation: "softmax", use_bias: true }, ["dropout"]],
}

const weights: Readonly<Record<string, readonly number[]>> = {
  "conv/kernel": [3, 3, 3, 4],
  "conv/bias": [4],
  "norm/gamma": [4],
  "norm/beta": [4],
  "norm/moving_mean": [4],
  "norm/moving_variance": [4],
  "depthwise/depthwise_kernel": [3, 3, 4, 1],
  "depthwise/bias": [4],
  "answer/kernel": [4, 7],
  "answer/bias": [7],
}

function modelJson(): unknown {
  const list = Object.entries(layers).map(([name, [className, config, inputs = []]]) => ({
    name,
    class_name: className,
    config: { name, ...config },
    inbound_nodes: inputs.length === 0 ? [] : [inputs.map((input) => [input, 0, 0, {}])],
  }))
  const config = { name: "all", layers: list, input_layers: [["image", 0, 0]], output_layers: [["answer", 0, 0]] }
  return {
    format: "layers-model",
    modelTopology: { keras_version: "2.2.4-tf", model_config: { class_name: "Model", config } },
    weightsManifest: [
      {
        paths: ["all.bin"],
        weights: Object.entries(weights).map(([name, shape]) => ({ name, shape, dtype: "float32" })),
      },
    ],
  }
}

describe("the catalog's pins", () => {
  it("were measured with a converter that writes these very bytes", async () => {
    const count = Object.values(weights).reduce((sum, shape) => sum + shape.reduce((a, b) => a * b), 0)
    const numbers = Float32Array.from({ length: count }, (_, i) => 0.5 + ((i * 37) % 101) / 128)
    const onnx = await kerasToOnnx(
      { model: modelJson(), weights: new Uint8Array(numbers.buffer) },
      { batchNormEpsilon: 1.001e-5 },
    )
    // A tripwire, not a truth: where the converter now writes other bytes, each sha256 and bytes of src/models/catalog.ts must be measured anew,
    // with GRIDEXPLAINER_NETWORK=1 npx vitest run test/node/models/load-model.test.ts, or nobody can fetch those models any more.
    expect(sha256Of(onnx)).toBe("6f5bde0ecfea6d76192c39ffcf41cbb2ad5bd8ad1950f053e5f4fdf83659ea3e")
  })
})
