import { describe, expect, it } from "vitest"
import { kerasToOnnx } from "../../../src/models/keras/keras-to-onnx.ts"
import { type LayerSource, sequentialFiles } from "./keras-files.ts"
import { scoresByOnnx } from "./tfjs.ts"

/** What layers make of one picture, in Keras's order; for settings that TensorFlow.js 4.22 lacks or gets wrong. */
async function answer(
  picture: { readonly shape: readonly number[]; readonly data: readonly number[] },
  layers: readonly LayerSource[],
  options: { readonly kerasVersion?: string } = {},
): Promise<number[]> {
  const onnx = await kerasToOnnx(sequentialFiles(picture.shape, layers, options))
  const scores = await scoresByOnnx(onnx, { shape: [1, ...picture.shape], data: Float32Array.from(picture.data) })
  return [...scores].map((score) => Math.round(score * 1e4) / 1e4 + 0)
}

/** Two rows, two columns, one channel. */
const gray = (...data: readonly number[]) => ({ shape: [2, 2, 1], data })
/** A picture of one pixel. */
const pixel = (...data: readonly number[]) => ({ shape: [1, 1, 3], data })

describe("Normalization", () => {
  it("subtracts the mean and divides by the root of the variance of each channel", async () => {
    const layer = { className: "Normalization", config: { axis: [-1], mean: [1, 2, 3], variance: [4, 1, 0.25] } }
    expect(await answer(pixel(3, 3, 3), [layer])).toEqual([1, 1, 0])
  })

  it("takes what it was adapted to from its weights", async () => {
    const weights = {
      mean: { shape: [3], values: [1, 2, 3] },
      variance: { shape: [3], values: [4, 1, 0.25] },
      count: { shape: [], values: [10] },
    }
    const layer = { className: "Normalization", config: { axis: 3, mean: null, variance: null }, weights }
    expect(await answer(pixel(5, 5, 5), [layer])).toEqual([2, 3, 4])
  })

  it("uses one mean for all where it has no axis", async () => {
    const layer = { className: "Normalization", config: { axis: null, mean: 2, variance: 16 } }
    expect(await answer(pixel(2, 6, 10), [layer])).toEqual([0, 1, 2])
  })

  it("never divides by zero", async () => {
    const layer = { className: "Normalization", config: { axis: -1, mean: [1, 1, 1], variance: [0, 0, 0] } }
    expect(await answer(pixel(1, 1, 1), [layer])).toEqual([0, 0, 0])
  })
})

describe("Rescaling", () => {
  it("takes a scale and an offset for each channel", async () => {
    const layer = { className: "Rescaling", config: { scale: [1, 2, 3], offset: [0, 0, -1] } }
    expect(await answer(pixel(1, 1, 1), [layer])).toEqual([1, 2, 2])
  })
})

describe("BatchNormalization", () => {
  it("normalizes rows where its axis is 1", async () => {
    // Row 1: (x - 1) / 2; row 2: 3 x + 5.
    const weights = {
      gamma: { shape: [2], values: [1, 3] },
      beta: { shape: [2], values: [0, 5] },
      moving_mean: { shape: [2], values: [1, 0] },
      moving_variance: { shape: [2], values: [3, 0] },
    }
    const layer = { className: "BatchNormalization", config: { axis: [1], epsilon: 1 }, weights }
    expect(await answer(gray(1, 3, 1, 2), [layer])).toEqual([0, 1, 8, 11])
  })
})

describe("ReLU", () => {
  const relu = (config: object) => answer(gray(-2, -0.5, 1, 5), [{ className: "ReLU", config }])

  it("slopes below zero", async () => expect(await relu({ negative_slope: 0.5 })).toEqual([-1, -0.25, 1, 5]))
  it("slopes below zero and is cut off", async () =>
    expect(await relu({ negative_slope: 0.5, max_value: 2 })).toEqual([-1, -0.25, 1, 2]))
  it("is 0 up to its threshold", async () => expect(await relu({ threshold: 2 })).toEqual([0, 0, 0, 5]))
  it("slopes below its threshold", async () =>
    expect(await relu({ threshold: 2, negative_slope: 0.5 })).toEqual([-2, -1.25, -0.5, 5]))
  it("has a threshold and is cut off", async () =>
    expect(await relu({ threshold: 0.5, max_value: 4 })).toEqual([0, 0, 1, 4]))
  it("lets numbers above a negative threshold through", async () =>
    expect(await relu({ threshold: -1 })).toEqual([0, -0.5, 1, 5]))
})

describe("activations", () => {
  const activation = (name: unknown, kerasVersion?: string) =>
    answer(gray(-4, -1, 1, 4), [{ className: "Activation", config: { activation: name } }], {
      ...(kerasVersion === undefined ? {} : { kerasVersion }),
    })

  it("hard_sigmoid has the slope of Keras 2", async () =>
    expect(await activation("hard_sigmoid", "2.2.4-tf")).toEqual([0, 0.3, 0.7, 1]))
  it("hard_sigmoid has the slope of Keras 3", async () =>
    expect(await activation("hard_sigmoid", "3.4.1")).toEqual([0, 0.3333, 0.6667, 1]))
  it("hard_silu", async () => expect(await activation("hard_silu")).toEqual([0, -0.3333, 0.6667, 4]))
  it("exponential", async () => {
    const layer = { className: "Activation", config: { activation: "exponential" } }
    expect(await answer(gray(0, Math.log(2), Math.log(3), -Math.log(4)), [layer])).toEqual([1, 2, 3, 0.25])
  })
  it("silu is swish", async () => expect(await activation("silu")).toEqual(await activation("swish")))
  it("written as an object of Keras 3", async () =>
    expect(await activation({ class_name: "function", config: "relu", registered_name: "function" })).toEqual([
      0, 0, 1, 4,
    ]))
  it("written as an object of TensorFlow.js", async () =>
    expect(await activation({ class_name: "relu", config: {} })).toEqual([0, 0, 1, 4]))
  it("LeakyReLU has a negative_slope in Keras 3", async () => {
    const layer = { className: "LeakyReLU", config: { negative_slope: 0.25 } }
    expect(await answer(gray(-4, -1, 1, 4), [layer])).toEqual([-1, -0.25, 1, 4])
  })
  it("ELU has an alpha", async () => {
    const layer = { className: "ELU", config: { alpha: 2 } }
    expect(await answer(gray(-1, 0, 1, 4), [layer])).toEqual([-1.2642, 0, 1, 4])
  })
  it("Softmax over rows", async () => {
    const layer = { className: "Softmax", config: { axis: 1 } }
    expect(await answer(gray(0, Math.log(3), 0, 0), [layer])).toEqual([0.5, 0.75, 0.5, 0.25])
  })
  it("Softmax over columns, its axis in a list", async () => {
    const layer = { className: "Softmax", config: { axis: [2] } }
    expect(await answer(gray(0, Math.log(3), 0, 0), [layer])).toEqual([0.25, 0.75, 0.5, 0.5])
  })
})

describe("convolutions", () => {
  it("Conv2D in groups keeps the groups apart", async () => {
    // Filter 1 sees channel 1, filter 2 channel 2, filter 3 channel 3.
    const weights = { kernel: { shape: [1, 1, 1, 3], values: [1, 10, 100] } }
    const config = { filters: 3, kernel_size: [1, 1], groups: 3, use_bias: false }
    expect(await answer(pixel(1, 2, 3), [{ className: "Conv2D", config, weights }])).toEqual([1, 20, 300])
  })

  it("DepthwiseConv2D is dilated", async () => {
    // A 2x2 kernel of ones with a hole of one pixel sees the four corners.
    const weights = { depthwise_kernel: { shape: [2, 2, 1, 1], values: [1, 1, 1, 1] } }
    const config = { kernel_size: [2, 2], dilation_rate: [2, 2], use_bias: false }
    const picture = { shape: [3, 3, 1], data: [1, 0, 2, 0, 9, 0, 3, 0, 4] }
    expect(await answer(picture, [{ className: "DepthwiseConv2D", config, weights }])).toEqual([10])
  })

  it("SeparableConv2D has several kernels a channel", async () => {
    // Channel 1 is taken once and 2 times, channel 2 is taken 3 and 4 times; the pointwise kernel weighs these four.
    const weights = {
      depthwise_kernel: { shape: [1, 1, 2, 2], values: [1, 2, 3, 4] },
      pointwise_kernel: { shape: [1, 1, 4, 1], values: [1, 10, 100, 1000] },
      bias: { shape: [1], values: [0.5] },
    }
    const toTwo = { kernel: { shape: [1, 1, 3, 2], values: [1, 0, 0, 1, 0, 0] } }
    const two = { className: "Conv2D", config: { filters: 2, kernel_size: 1, use_bias: false }, weights: toTwo }
    const config = { filters: 1, kernel_size: 1, depth_multiplier: 2 }
    const layers = [two, { className: "SeparableConv2D", config, weights }]
    expect(await answer(pixel(1, 1, 0), layers)).toEqual([4321.5])
  })
})

describe("other layers", () => {
  it("global pooling keeps its axes where it is asked to", async () => {
    const pool = { className: "GlobalAveragePooling2D", config: { keepdims: true } }
    const padding = {
      className: "ZeroPadding2D",
      config: {
        padding: [
          [0, 1],
          [0, 0],
        ],
      },
    }
    expect(await answer(gray(1, 2, 3, 6), [pool, padding])).toEqual([3, 0])
  })

  it.each(["RandomFlip", "RandomRotation", "RandomZoom", "RandomTranslation", "RandomContrast", "RandomBrightness"])(
    "%s changes nothing once a model is trained",
    async (className) => expect(await answer(gray(1, 2, 3, 4), [{ className }])).toEqual([1, 2, 3, 4]),
  )

  it("SpatialDropout2D and ActivityRegularization change nothing", async () => {
    const layers = [{ className: "SpatialDropout2D" }, { className: "ActivityRegularization" }]
    expect(await answer(gray(1, 2, 3, 4), layers)).toEqual([1, 2, 3, 4])
  })
})
