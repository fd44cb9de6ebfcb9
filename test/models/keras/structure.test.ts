import { input, layers, model, type SymbolicTensor, sequential } from "@tensorflow/tfjs-layers"
import { describe, expect, it } from "vitest"
import { kerasToOnnx } from "../../../src/models/keras/keras-to-onnx.ts"
import { largestDifference } from "../../support/peers.ts"
import {
  largestGap,
  loadedByTfjs,
  pixelsFor,
  randomize,
  type SavedModel,
  savedByTfjs,
  scoresByOnnx,
  scoresByTfjs,
} from "./tfjs.ts"

const tolerance = 1e-5
const inputShape = [6, 5, 3]
const conv = { filters: 3, kernelSize: 3, padding: "same", activation: "relu" } as const

function apply(layer: { apply(inputs: SymbolicTensor | SymbolicTensor[]): unknown }, ...inputs: SymbolicTensor[]) {
  return layer.apply(inputs.length === 1 ? inputs[0]! : inputs) as SymbolicTensor
}

function functional(build: (picture: SymbolicTensor) => SymbolicTensor, shape = inputShape) {
  const picture = input({ shape })
  return model({ inputs: picture, outputs: build(picture) })
}

const head = (features: SymbolicTensor): SymbolicTensor =>
  apply(layers.dense({ units: 4, activation: "softmax" }), apply(layers.globalAveragePooling2d({}), features))

describe("models inside models give the numbers of TensorFlow.js", () => {
  it("a Sequential model without an InputLayer", async () => {
    const chain = sequential({
      layers: [
        layers.conv2d({ ...conv, inputShape }),
        layers.flatten(),
        layers.dense({ units: 4, activation: "softmax" }),
      ],
    })
    expect(await largestGap(randomize(chain))).toBeLessThan(tolerance)
  })

  it("a backbone in a Sequential model, as transfer learning makes it", async () => {
    const backbone = functional((picture) => apply(layers.conv2d(conv), picture))
    const chain = sequential({
      layers: [backbone, layers.globalAveragePooling2d({}), layers.dense({ units: 4, activation: "softmax" })],
    })
    expect(await largestGap(randomize(chain))).toBeLessThan(tolerance)
  })

  it("a model that is called twice shares its weights", async () => {
    const block = functional((picture) => apply(layers.conv2d(conv), picture))
    const whole = functional((picture) => head(apply(block, apply(block, picture))))
    const saved = await savedByTfjs(randomize(whole))
    const onnx = await kerasToOnnx(saved)
    const pixels = pixelsFor(whole)
    expect(largestDifference(await scoresByOnnx(onnx, pixels), scoresByTfjs(whole, pixels))).toBeLessThan(tolerance)
    expect(onnx.length).toBeLessThan(saved.weights.length + 2000)
  })

  it("a model in a model in a model", async () => {
    const inner = functional((picture) => apply(layers.conv2d(conv), picture))
    const middle = sequential({ layers: [inner, layers.batchNormalization({})] })
    const whole = functional((picture) => head(apply(layers.add(), picture, apply(middle, picture))))
    expect(await largestGap(randomize(whole))).toBeLessThan(tolerance)
  })

  it("a model inside with two inputs and two outputs", async () => {
    const [a, b] = [input({ shape: inputShape }), input({ shape: inputShape })]
    const crossed = model({
      inputs: [a, b],
      outputs: [apply(layers.maximum(), a, b), apply(layers.multiply(), a, b)],
    })
    const whole = functional((picture) => {
      const [x, y] = crossed.apply([picture, apply(layers.conv2d(conv), picture)]) as SymbolicTensor[]
      return head(apply(layers.concatenate(), y!, x!))
    })
    expect(await largestGap(randomize(whole))).toBeLessThan(tolerance)
  })

  it("layers that are called on pictures of two sizes", async () => {
    const shared = layers.conv2d(conv)
    const flatten = layers.flatten()
    const small = layers.maxPooling2d({ poolSize: 2, strides: 2 })
    const whole = functional((picture) => {
      const wide = apply(flatten, apply(shared, picture))
      const narrow = apply(flatten, apply(shared, apply(small, picture)))
      return apply(layers.concatenate(), wide, narrow)
    })
    expect(await largestGap(randomize(whole))).toBeLessThan(tolerance)
  })

  it("a layer whose name has a slash and starts like another's", async () => {
    const whole = functional((picture) => {
      const first = apply(layers.conv2d({ ...conv, name: "conv1" }), picture)
      const second = apply(layers.conv2d({ ...conv, name: "block/conv1" }), first)
      return head(apply(layers.batchNormalization({ name: "conv1/bn" }), second))
    })
    expect(await largestGap(randomize(whole))).toBeLessThan(tolerance)
  })
})

describe("spellings", () => {
  const layer = (className: string, name: string, config: object) => ({
    class_name: className,
    name,
    config: { name, ...config },
  })
  const conv2d = { filters: 2, kernel_size: [3, 3], padding: "same" }
  const shape = [null, 4, 5, 3]
  const weightsManifest = [
    {
      paths: ["group1-shard1of1.bin"],
      weights: [
        { name: "conv/kernel", shape: [3, 3, 3, 2], dtype: "float32" },
        { name: "conv/bias", shape: [2], dtype: "float32" },
      ],
    },
  ] as const
  const weights = new Uint8Array(Float32Array.from({ length: 56 }, (_, i) => (i % 7) / 7 - 0.5).buffer)
  const files = (kerasVersion: string, modelConfig: object): SavedModel => {
    const modelTopology = { keras_version: kerasVersion, backend: "tensorflow", model_config: modelConfig }
    return { model: { format: "layers-model", modelTopology, weightsManifest }, weights }
  }

  const keras2 = files("2.4.0", {
    class_name: "Functional",
    config: {
      name: "model",
      layers: [
        { ...layer("InputLayer", "picture", { batch_input_shape: shape }), inbound_nodes: [] },
        { ...layer("Conv2D", "conv", conv2d), inbound_nodes: [[["picture", 0, 0, {}]]] },
        {
          ...layer("Add", "add", {}),
          inbound_nodes: [
            [
              ["conv", 0, 0, {}],
              ["conv", 0, 0, {}],
            ],
          ],
        },
        { ...layer("GlobalMaxPooling2D", "pool", {}), inbound_nodes: [[["add", 0, 0, {}]]] },
      ],
      input_layers: [["picture", 0, 0]],
      output_layers: [["pool", 0, 0]],
    },
  })

  it("of Keras 2 give the numbers of TensorFlow.js", async () => {
    const loaded = await loadedByTfjs(keras2)
    const pixels = pixelsFor(loaded)
    const got = await scoresByOnnx(await kerasToOnnx(keras2), pixels)
    expect(largestDifference(got, scoresByTfjs(loaded, pixels))).toBeLessThan(tolerance)
  })

  it("of Keras 3 say the same", async () => {
    const tensor = (name: string) => ({
      class_name: "__keras_tensor__",
      config: { shape, dtype: "float32", keras_history: [name, 0, 0] },
    })
    const call = (...args: unknown[]) => [{ args, kwargs: { training: false } }]
    const dtype = { module: "keras", class_name: "DTypePolicy", config: { name: "float32" }, registered_name: null }
    const keras3 = files("3.4.1", {
      module: "keras.src.models.functional",
      class_name: "Functional",
      config: {
        name: "model",
        layers: [
          { ...layer("InputLayer", "picture", { batch_shape: shape, dtype }), inbound_nodes: [] },
          { ...layer("Conv2D", "conv", { ...conv2d, dtype }), inbound_nodes: call(tensor("picture")) },
          { ...layer("Add", "add", { dtype }), inbound_nodes: call([tensor("conv"), tensor("conv")]) },
          { ...layer("GlobalMaxPooling2D", "pool", { dtype }), inbound_nodes: call(tensor("add")) },
        ],
        input_layers: ["picture", 0, 0],
        output_layers: ["pool", 0, 0],
      },
      registered_name: "Functional",
    })
    expect(await kerasToOnnx(keras3)).toEqual(await kerasToOnnx(keras2))
  })

  it("of a Sequential model: a list, an object, a shape beside the layers, an InputLayer", async () => {
    const first = (config: object) => [layer("Conv2D", "conv", { ...conv2d, ...config }), layer("Flatten", "flat", {})]
    const written = [
      files("2.1.0", { class_name: "Sequential", config: first({ batch_input_shape: shape }) }),
      files("2.4.0", { class_name: "Sequential", config: { layers: first({ batch_input_shape: shape }) } }),
      files("2.4.0", { class_name: "Sequential", config: { layers: first({}), build_input_shape: shape } }),
      files("3.4.1", {
        class_name: "Sequential",
        config: { layers: [layer("InputLayer", "picture", { batch_shape: shape }), ...first({})] },
      }),
    ]
    const [one, ...others] = await Promise.all(written.map((each) => kerasToOnnx(each)))
    for (const other of others) expect(other).toEqual(one)
  })
})
