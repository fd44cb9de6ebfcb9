import { input, layers, model, type SymbolicTensor } from "@tensorflow/tfjs-layers"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { largestGap, randomize } from "./tfjs.ts"

type Build = (picture: SymbolicTensor) => SymbolicTensor
type Step = { apply(inputs: SymbolicTensor | SymbolicTensor[]): unknown }

const tolerance = 1e-5
/** An odd height and an even width, so that swapped axes and one-sided padding show. */
const sides = [7, 6, 3]

/** Calls layers one after the other. */
function through(...steps: readonly Step[]): Build {
  return (start) => steps.reduce((value, step) => call(step, value), start)
}

function call(step: Step, ...inputs: SymbolicTensor[]): SymbolicTensor {
  return step.apply(inputs.length === 1 ? inputs[0]! : inputs) as SymbolicTensor
}

/** A model with seeded weights that gives every number that `build` makes of a picture. */
function modelOf(build: Build, shape: readonly number[] = sides) {
  const start = input({ shape: [...shape] })
  const made = build(start)
  const outputs = made.shape.length > 2 ? call(layers.flatten(), made) : made
  return randomize(model({ inputs: start, outputs }))
}

/** Layers that must give the numbers of TensorFlow.js. */
function agree(cases: Readonly<Record<string, Build>>, shape: readonly number[] = sides): void {
  it.each(Object.entries(cases))("%s", async (_, build) => {
    expect(await largestGap(modelOf(build, shape))).toBeLessThan(tolerance)
  })
}

const conv = { filters: 4, kernelSize: 3 } as const
const same = { padding: "same" } as const

describe("convolutions", () => {
  agree({
    "valid, stride 1": through(layers.conv2d(conv)),
    "same, stride 1": through(layers.conv2d({ ...conv, ...same })),
    "same, stride 2 on an odd height and an even width": through(layers.conv2d({ ...conv, ...same, strides: 2 })),
    "same with an even kernel": through(layers.conv2d({ ...conv, ...same, kernelSize: [2, 4] })),
    "same with a kernel that is larger than the picture": through(layers.conv2d({ ...conv, ...same, kernelSize: 9 })),
    "valid, a stride for each side": through(layers.conv2d({ ...conv, strides: [1, 3] })),
    "a stride that is larger than the kernel": through(layers.conv2d({ ...conv, ...same, kernelSize: 1, strides: 3 })),
    "dilated, valid": through(layers.conv2d({ ...conv, dilationRate: 2 })),
    "dilated, same, one rate a side": through(layers.conv2d({ ...conv, ...same, dilationRate: [2, 1] })),
    "without bias": through(layers.conv2d({ ...conv, useBias: false })),
    "with an activation": through(layers.conv2d({ ...conv, activation: "relu6" })),
    "depthwise, valid": through(layers.depthwiseConv2d({ kernelSize: 3 })),
    "depthwise, same, stride 2": through(layers.depthwiseConv2d({ kernelSize: [3, 2], ...same, strides: 2 })),
    "depthwise, two kernels a channel": through(
      layers.depthwiseConv2d({ kernelSize: 3, depthMultiplier: 2, activation: "tanh" }),
    ),
    "depthwise without bias": through(layers.depthwiseConv2d({ kernelSize: 3, useBias: false })),
    "separable, valid": through(layers.separableConv2d({ ...conv, kernelSize: [3, 2] })),
    "separable, same, stride 2": through(layers.separableConv2d({ ...conv, ...same, strides: 2 })),
    "separable, dilated, with an activation": through(
      layers.separableConv2d({ ...conv, ...same, dilationRate: 2, activation: "sigmoid" }),
    ),
    "separable without bias": through(layers.separableConv2d({ ...conv, useBias: false })),
  })
})

describe("a picture of one channel", () => {
  agree({ "runs through a convolution": through(layers.conv2d({ ...conv, ...same })) }, [5, 4, 1])
})

describe("pooling", () => {
  agree({
    "max, as Keras sets it": through(layers.maxPooling2d({})),
    "max, valid, 3 by 2": through(layers.maxPooling2d({ poolSize: [3, 2], strides: [2, 1] })),
    "max, same": through(layers.maxPooling2d({ poolSize: 3, strides: 2, ...same })),
    "max of negative numbers, same: the padding never wins": through(
      layers.conv2d({ filters: 2, kernelSize: 1, activation: "sigmoid" }),
      layers.batchNormalization({}),
      layers.maxPooling2d({ poolSize: 3, strides: 1, ...same }),
    ),
    "average, valid": through(layers.averagePooling2d({ poolSize: 2, strides: 1 })),
    "average, same: the padding does not count": through(layers.averagePooling2d({ poolSize: 3, strides: 2, ...same })),
    "average, same, even window": through(layers.averagePooling2d({ poolSize: [2, 4], strides: 1, ...same })),
    "global average": through(layers.globalAveragePooling2d({})),
    "global maximum": through(layers.globalMaxPooling2d({})),
  })
})

describe("normalization", () => {
  agree({
    "batch normalization of channels": through(layers.batchNormalization({ epsilon: 0.01 })),
    "batch normalization without gamma": through(layers.batchNormalization({ scale: false })),
    "batch normalization without beta": through(layers.batchNormalization({ center: false })),
    "batch normalization without both": through(layers.batchNormalization({ scale: false, center: false })),
    "batch normalization of features": through(layers.flatten(), layers.batchNormalization({})),
    "batch normalization of a sequence": through(
      layers.reshape({ targetShape: [6, 21] }),
      layers.batchNormalization({}),
    ),
    rescaling: through(layers.rescaling({ scale: 1 / 127.5, offset: -1 })),
    "rescaling that does nothing": through(layers.rescaling({ scale: 1, offset: 0 })),
  })
})

describe("activations", () => {
  const names = ["linear", "relu", "relu6", "elu", "selu", "sigmoid", "hardSigmoid", "softmax", "softplus"] as const
  const more = ["softsign", "tanh", "swish", "mish", "gelu"] as const
  const named = (activation: (typeof names)[number] | (typeof more)[number]): Build =>
    through(layers.rescaling({ scale: 8, offset: 0 }), layers.activation({ activation }))
  agree(Object.fromEntries([...names, ...more].map((name) => [name, named(name)])))

  const wide = layers.rescaling({ scale: 8, offset: 0 })
  agree({
    "log softmax": through(layers.activation({ activation: "logSoftmax" as "softmax" })),
    "softmax of features": through(layers.flatten(), layers.activation({ activation: "softmax" })),
    "the ReLU layer": through(layers.reLU()),
    "the ReLU layer, cut off": through(wide, layers.reLU({ maxValue: 6 })),
    "the LeakyReLU layer": through(layers.leakyReLU({ alpha: 0.2 })),
    "the PReLU layer": through(layers.prelu()),
    "the PReLU layer, shared by rows and columns": through(layers.prelu({ sharedAxes: [1, 2] })),
    "the PReLU layer on features": through(layers.flatten(), layers.prelu()),
    "the ELU layer": through(layers.elu()),
    "the ThresholdedReLU layer": through(layers.thresholdedReLU({ theta: 0.4 })),
    "the Softmax layer over channels": through(layers.softmax({ axis: -1 })),
  })
})

describe("layers that change the shape", () => {
  agree({
    "flatten puts channels last": through(layers.flatten()),
    "flatten of one channel": through(layers.conv2d({ filters: 1, kernelSize: 3 }), layers.flatten()),
    "reshape to a sequence": through(layers.reshape({ targetShape: [14, 9] }), layers.dense({ units: 2 })),
    "reshape to what is left": through(
      layers.reshape({ targetShape: [-1, 9] }),
      layers.activation({ activation: "softmax" }),
      layers.reshape({ targetShape: [126] }),
    ),
    "reshape to another picture": through(
      layers.reshape({ targetShape: [3, 7, 6] }),
      layers.conv2d({ ...conv, ...same }),
    ),
    "reshape to the same picture": through(layers.reshape({ targetShape: sides }), layers.conv2d(conv)),
    "reshape to four axes and back": through(
      layers.reshape({ targetShape: [7, 3, 2, 3] }),
      layers.activation({ activation: "softmax" }),
    ),
    "reshape of features to a 1x1 picture and back": through(
      layers.globalAveragePooling2d({}),
      layers.reshape({ targetShape: [1, 1, 3] }),
      layers.conv2d({ filters: 5, kernelSize: 1 }),
      layers.reshape({ targetShape: [5] }),
    ),
    "permute a picture": through(layers.permute({ dims: [3, 1, 2] }), layers.conv2d(conv)),
    "permute a sequence": through(
      layers.reshape({ targetShape: [6, 21] }),
      layers.permute({ dims: [2, 1] }),
      layers.dense({ units: 2 }),
    ),
    "zero padding on all sides": through(layers.zeroPadding2d({ padding: 2 })),
    "zero padding of rows and columns": through(layers.zeroPadding2d({ padding: [1, 2] })),
    "zero padding of each side": through(
      layers.zeroPadding2d({
        padding: [
          [0, 1],
          [2, 3],
        ],
      }),
    ),
    "cropping of each side": through(
      layers.cropping2D({
        cropping: [
          [0, 1],
          [2, 1],
        ],
      }),
    ),
    "cropping of rows and columns": through(layers.cropping2D({ cropping: [2, 1] as never })),
    "upsampling, nearest": through(layers.upSampling2d({ size: [2, 3] })),
    "dropout and noise do nothing": through(
      layers.dropout({ rate: 0.5 }),
      layers.gaussianNoise({ stddev: 1 }),
      layers.gaussianDropout({ rate: 0.5 }),
      layers.alphaDropout({ rate: 0.5 }),
    ),
  })
})

describe("dense layers", () => {
  agree({
    "on features": through(layers.flatten(), layers.dense({ units: 5, activation: "softmax" })),
    "without bias": through(layers.flatten(), layers.dense({ units: 5, useBias: false })),
    "on the channels of a picture": through(layers.dense({ units: 4, activation: "relu" })),
    "on the last axis of a sequence": through(layers.reshape({ targetShape: [6, 21] }), layers.dense({ units: 4 })),
    "on the last axis of a sequence, without bias": through(
      layers.reshape({ targetShape: [6, 21] }),
      layers.dense({ units: 4, useBias: false }),
    ),
  })
})

describe("layers that take several tensors", () => {
  const branches = (picture: SymbolicTensor, count = 3): SymbolicTensor[] =>
    Array.from({ length: count }, () => call(layers.conv2d({ filters: 3, kernelSize: 3, ...same }), picture))
  const joined =
    (layer: Step, count?: number): Build =>
    (picture) =>
      call(layer, ...branches(picture, count))
  agree({
    "add two": joined(layers.add(), 2),
    "add three": joined(layers.add()),
    multiply: joined(layers.multiply()),
    average: joined(layers.average()),
    maximum: joined(layers.maximum()),
    minimum: joined(layers.minimum()),
    "concatenate channels": joined(layers.concatenate()),
    "concatenate rows": joined(layers.concatenate({ axis: 1 })),
    "concatenate columns": joined(layers.concatenate({ axis: 2 })),
    "concatenate features": (picture) =>
      call(layers.concatenate(), ...branches(picture, 2).map((branch) => call(layers.globalMaxPooling2d({}), branch))),
    "concatenate different widths": (picture) =>
      call(layers.concatenate({ axis: 2 }), picture, call(layers.maxPooling2d({ poolSize: [1, 2] }), picture)),
    "weigh channels, as squeeze and excitation does": (picture) => {
      const squeezed = call(
        layers.reshape({ targetShape: [1, 1, 3] }),
        call(layers.globalAveragePooling2d({}), picture),
      )
      return call(layers.multiply(), picture, call(layers.dense({ units: 3, activation: "sigmoid" }), squeezed))
    },
    "weigh channels by plain features": (picture) =>
      call(layers.multiply(), picture, call(layers.globalAveragePooling2d({}), picture)),
    "add a column of features to each row": (picture) =>
      call(
        layers.add(),
        picture,
        through(layers.flatten(), layers.dense({ units: 18 }), layers.reshape({ targetShape: [6, 3] }))(picture),
      ),
    "the same tensor twice": (picture) => call(layers.add(), picture, picture),
  })
})

describe("any window", () => {
  const side = fc.integer({ min: 1, max: 3 })
  const setting = fc.record({
    height: fc.integer({ min: 1, max: 11 }),
    width: fc.integer({ min: 1, max: 11 }),
    kernel: fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })),
    strides: fc.tuple(side, side),
    padding: fc.constantFrom("same" as const, "valid" as const),
    kind: fc.constantFrom("conv", "dilated", "depthwise", "separable", "max", "average"),
  })

  it("gives the numbers of TensorFlow.js, at any size, stride and padding", async () => {
    await fc.assert(
      fc.asyncProperty(setting, async ({ height, width, kernel, strides, padding, kind }) => {
        const rate = kind === "dilated" ? 2 : 1
        const reach = kernel.map((size) => (size - 1) * rate + 1)
        fc.pre(padding === "same" || (reach[0]! <= height && reach[1]! <= width))
        const window = { kernelSize: kernel, strides, padding }
        const layer: Step = {
          conv: () => layers.conv2d({ ...window, filters: 2 }),
          // TensorFlow has no dilation together with strides.
          dilated: () => layers.conv2d({ ...window, filters: 2, strides: 1, dilationRate: rate }),
          // TensorFlow.js and TensorFlow have no depthwise convolution with two strides.
          depthwise: () => layers.depthwiseConv2d({ ...window, strides: strides[0] }),
          separable: () => layers.separableConv2d({ ...window, strides: strides[0], filters: 2 }),
          max: () => layers.maxPooling2d({ poolSize: kernel, strides, padding }),
          average: () => layers.averagePooling2d({ poolSize: kernel, strides, padding }),
        }[kind]()
        expect(await largestGap(modelOf(through(layer), [height, width, 1]))).toBeLessThan(tolerance)
      }),
      { numRuns: 60, seed: 7 },
    )
  })
})
