import { layers, sequential } from "@tensorflow/tfjs-layers"
import fc from "fast-check"
import { InferenceSession } from "onnxruntime-node"
import { describe, expect, it } from "vitest"
import { GridExplainerError } from "../../../src/errors.ts"
import { kerasToOnnx } from "../../../src/models/keras/keras-to-onnx.ts"
import { type LayerSource, sequentialFiles } from "./keras-files.ts"
import { savedByTfjs, scoresByOnnx } from "./tfjs.ts"

describe("what cannot be converted", () => {
  const problem = (picture: readonly number[], layer: LayerSource) => kerasToOnnx(sequentialFiles(picture, [layer]))

  it("an unknown layer is named, with the layers that work", async () => {
    const refused = problem([2, 2, 1], { className: "Lambda", name: "swap_channels" })
    await expect(refused).rejects.toMatchObject({ code: "MODEL_UNSUPPORTED" })
    await expect(refused).rejects.toThrow(
      "layer swap_channels (Lambda) cannot be converted. These layers work: Activation, ",
    )
    await expect(refused).rejects.toThrow(/Conv2D.*DepthwiseConv2D.*Rescaling.*ZeroPadding2D/)
  })

  it.each(["toString", "constructor", "__proto__"])("the layer %s is unknown too", async (className) => {
    await expect(problem([2, 2, 1], { className })).rejects.toThrow("cannot be converted")
  })

  it("an unknown activation is named, with those that work", async () => {
    const layer = { className: "Activation", name: "last", config: { activation: "sparsemax" } }
    await expect(problem([2, 2, 1], layer)).rejects.toThrow(
      /layer last \(Activation\) has the activation sparsemax, which cannot be converted\. These activations work: linear, relu, /,
    )
  })

  it.each<[string, LayerSource, string]>([
    [
      "channels first",
      { className: "Conv2D", config: { data_format: "channels_first" } },
      "layer_1 (Conv2D) is channels_first",
    ],
    [
      "a window that does not fit",
      { className: "MaxPooling2D", config: { pool_size: 3 } },
      "the window [3,3] of layer layer_1 (MaxPooling2D) must fit in its input [2,2]",
    ],
    [
      "a missing setting",
      { className: "Dense" },
      "units of layer layer_1 (Dense) must be a whole number from 1, got undefined",
    ],
    [
      "a number that is none in 32 bits",
      { className: "LeakyReLU", config: { alpha: 1e39 } },
      "alpha of layer layer_1 (LeakyReLU) must be a number, got 1e+39",
    ],
    [
      "an epsilon below zero",
      { className: "BatchNormalization", config: { epsilon: -1 } },
      "epsilon of layer layer_1 (BatchNormalization) must be at least 0, got -1",
    ],
    [
      "a setting of the wrong kind",
      { className: "MaxPooling2D", config: { strides: [1, 1, 1] } },
      "strides of layer layer_1 (MaxPooling2D) must be one or two whole numbers from 1, got [1,1,1]",
    ],
    [
      "an unknown padding",
      { className: "MaxPooling2D", config: { padding: "causal" } },
      "padding of layer layer_1 (MaxPooling2D) must be same or valid, got causal",
    ],
    [
      "a target shape that does not hold the picture",
      { className: "Reshape", config: { target_shape: [3] } },
      "target_shape of layer layer_1 (Reshape) must hold [2,2,1], got [3]",
    ],
    [
      "cropping that leaves nothing",
      { className: "Cropping2D", config: { cropping: 1 } },
      "cropping of layer layer_1 (Cropping2D) must leave some of [2,2,1]",
    ],
    [
      "a permutation that is none",
      { className: "Permute", config: { dims: [1, 1, 2] } },
      "dims of layer layer_1 (Permute) must name each axis",
    ],
    [
      "bilinear upsampling",
      { className: "UpSampling2D", config: { interpolation: "bilinear" } },
      "layer layer_1 (UpSampling2D) interpolates bilinear",
    ],
    [
      "an axis that is not there",
      { className: "Softmax", config: { axis: 4 } },
      "axis of layer layer_1 (Softmax) must be",
    ],
    [
      "softmax over several axes",
      { className: "Softmax", config: { axis: [1, 2] } },
      "layer layer_1 (Softmax) has the axes [1,2]",
    ],
    [
      "the batch as axis",
      { className: "Concatenate", config: { axis: 0 } },
      "layer layer_1 (Concatenate) must take equal shapes but for axis 0",
    ],
    [
      "groups that do not divide",
      { className: "Conv2D", config: { filters: 3, groups: 2, kernel_size: 1 } },
      "groups of layer layer_1 (Conv2D) must divide 1 and 3, got 2",
    ],
  ])("%s", async (_, layer, message) => {
    await expect(problem([2, 2, 1], layer)).rejects.toBeInstanceOf(GridExplainerError)
    await expect(problem([2, 2, 1], layer)).rejects.toThrow(message)
  })

  it("a convolution of what is no picture", async () => {
    const chain = [{ className: "Flatten" }, { className: "MaxPooling2D", name: "pool" }]
    await expect(kerasToOnnx(sequentialFiles([2, 2, 1], chain))).rejects.toThrow(
      "layer pool (MaxPooling2D) must take [height, width, channels], got [4]",
    )
  })

  it("pictures of two or five channels", async () => {
    await expect(problem([2, 2, 2], { className: "Flatten" })).rejects.toThrow(
      "must take [batch, height, width, 1 or 3]",
    )
  })
})

describe("files that are something else", () => {
  const convert = (model: unknown) => kerasToOnnx({ model, weights: [] })

  it.each([
    ["text", "model", 'model.json must be an object, got "model"'],
    ["nothing", null, "model.json must be an object, got null"],
    ["a list", [], "model.json must be an object, got []"],
    ["an object without a model", {}, "modelTopology of model.json must be an object, got undefined"],
    ["a model without weights", { modelTopology: {} }, "weightsManifest of model.json must be a list, got undefined"],
    [
      "a plain layer",
      { modelTopology: { class_name: "Dense" }, weightsManifest: [] },
      'must be one of Model, Functional, Sequential, got "Dense"',
    ],
    [
      "a model without layers",
      { modelTopology: { class_name: "Sequential", config: [] }, weightsManifest: [] },
      "a Sequential needs layers, got []",
    ],
  ])("%s", async (_, model, message) => {
    await expect(convert(model)).rejects.toBeInstanceOf(GridExplainerError)
    await expect(convert(model)).rejects.toThrow(message)
  })

  it.each([
    { format: "graph-model", modelTopology: {}, weightsManifest: [] },
    { modelTopology: { node: [], library: {}, versions: {} }, weightsManifest: [] },
  ])("a graph model, whose layers are gone", async (model) => {
    await expect(convert(model)).rejects.toMatchObject({ code: "MODEL_UNSUPPORTED" })
    await expect(convert(model)).rejects.toThrow('must be in the "layers-model" format, got a "graph-model"')
  })
})

describe("graphs that do not hold together", () => {
  const picture = {
    class_name: "InputLayer",
    name: "picture",
    config: { batch_input_shape: [null, 2, 2, 1] },
    inbound_nodes: [],
  }
  const flatten = (name: string, from: string, call = 0, tensor = 0) => ({
    class_name: "Flatten",
    name,
    config: { name },
    inbound_nodes: [[[from, call, tensor, {}]]],
  })
  const convert = (made: readonly object[], outputs: readonly unknown[] = [["out", 0, 0]]) =>
    kerasToOnnx({
      model: {
        modelTopology: {
          class_name: "Model",
          config: { layers: [picture, ...made], input_layers: [["picture", 0, 0]], output_layers: outputs },
        },
        weightsManifest: [],
      },
      weights: [],
    })

  it.each<[string, () => Promise<Uint8Array>, string]>([
    ["a circle", () => convert([flatten("out", "back"), flatten("back", "out")]), "feeds itself in a circle"],
    [
      "a layer that is not there",
      () => convert([flatten("out", "ghost")]),
      "takes the output of ghost, which the model does not have",
    ],
    [
      "two layers of one name",
      () => convert([flatten("out", "picture"), flatten("out", "picture")]),
      "layers must have names of their own, got two of out",
    ],
    [
      "a call that is not made",
      () => convert([flatten("out", "picture", 1)]),
      "layer picture (InputLayer) is called 0 times, not 2",
    ],
    [
      "an output that is not there",
      () => convert([flatten("out", "picture", 0, 1)]),
      "layer picture has 1 outputs, none has the index 1",
    ],
    [
      "a layer that takes nothing",
      () => convert([{ ...flatten("out", ""), inbound_nodes: [[]] }]),
      "layer out (Flatten) must take a tensor, got none",
    ],
    ["no output", () => convert([], []), "must have one input and one output, got 1 and 0"],
    [
      "two outputs",
      () =>
        convert(
          [flatten("out", "picture")],
          [
            ["out", 0, 0],
            ["picture", 0, 0],
          ],
        ),
      "must have one input and one output, got 1 and 2",
    ],
    [
      "features instead of scores",
      () => convert([], [["picture", 0, 0]]),
      "the model must answer one score for each class, got the shape [2,2,1]",
    ],
  ])("%s", async (_, converted, message) => {
    await expect(converted()).rejects.toBeInstanceOf(GridExplainerError)
    await expect(converted()).rejects.toThrow(message)
  })
})

describe("files made to exhaust", () => {
  const convert = (layer: object, weightsManifest: readonly unknown[] = []) =>
    kerasToOnnx({ model: { modelTopology: layer, weightsManifest }, weights: [] })
  const flatten = { class_name: "Flatten", name: "flatten", config: {} }

  it("brackets without end", async () => {
    let deep: unknown = 0
    for (let i = 0; i < 100_000; i++) deep = [deep]
    await expect(convert({ class_name: "Sequential", config: [{ ...flatten, config: { deep } }] })).rejects.toThrow(
      "model.json must be nested at most 200 levels deep",
    )
  })

  it("models that call the model inside them twice", async () => {
    const picture = { class_name: "InputLayer", name: "picture", config: {}, inbound_nodes: [] }
    let inner: object = { class_name: "Dropout" }
    for (let i = 0; i < 30; i++) {
      const twice = { ...inner, name: "twice", inbound_nodes: [[["picture", 0, 0, {}]], [["twice", 0, 0, {}]]] }
      const config = { layers: [picture, twice], input_layers: [["picture", 0, 0]], output_layers: [["twice", 1, 0]] }
      inner = { class_name: "Model", config }
    }
    await expect(convert(inner)).rejects.toThrow("the model has 1073741824 links between layers, at most 10000 work")
  })

  it("a chain that is as long as may be is converted", async () => {
    const dropouts = Array.from({ length: 9_000 }, () => ({ className: "Dropout" }))
    const onnx = await kerasToOnnx(sequentialFiles([2, 1, 1], dropouts))
    expect([...(await scoresByOnnx(onnx, { shape: [1, 2, 1, 1], data: Float32Array.of(3, 4) }))]).toEqual([3, 4])
  })
})

describe("a damaged model.json", async () => {
  const { model, weights } = await savedByTfjs(
    sequential({
      layers: [
        layers.conv2d({ filters: 2, kernelSize: 3, padding: "same", inputShape: [6, 5, 3] }),
        layers.batchNormalization({}),
        layers.maxPooling2d({ poolSize: 2 }),
        layers.flatten(),
        layers.dense({ units: 3, activation: "softmax" }),
      ],
    }),
  )
  /** Every place in the JSON, as the keys that lead there. */
  const places = (value: unknown, path: readonly string[] = []): (readonly string[])[] => [
    path,
    ...(typeof value === "object" && value !== null
      ? Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]))
      : []),
  ]
  const replaced = (value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown => {
    if (key === undefined) return by
    const entries = Object.entries(value as Readonly<Record<string, unknown>>).map(([k, inner]): [string, unknown] => [
      k,
      k === key ? replaced(inner, rest, by) : inner,
    ])
    return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries)
  }

  it("is converted to what ONNX Runtime takes or refused in words of ours, wherever the damage is", async () => {
    const damage = fc.oneof(fc.jsonValue(), fc.constantFrom(0, -1, 1e9, 1.5, "", "same", [], {}, [1, 2], null))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places(model)), damage, async (path, by) => {
        const outcome = await kerasToOnnx({ model: replaced(model, path, by), weights }).catch(
          (error: unknown) => error,
        )
        if (outcome instanceof Uint8Array) await (await InferenceSession.create(outcome)).release()
        else expect(outcome).toBeInstanceOf(GridExplainerError)
      }),
      { numRuns: 1000, seed: 11 },
    )
  })
})
