import { titleOf } from "../config.ts"
import { unreadable } from "../failures.ts"
import { type LayerCall, type LayerConverter, pictureOf } from "../layer-call.ts"
import { type Tensor, transposed } from "../tensor.ts"
import { activated } from "./activation.ts"
import { placeWindow } from "./window.ts"

/** Conv2D, including grouped ones. Keras stores a kernel as [rows, columns, in, out], ONNX as [out, in, rows, columns]. */
export const conv2d: LayerConverter = (call) => {
  const [, , channels] = pictureOf(call).shape
  const filters = call.config.count("filters")
  const groups = call.config.count("groups", 1)
  if (channels % groups !== 0 || filters % groups !== 0) {
    throw unreadable(`groups of ${titleOf(call.layer)} must divide ${channels} and ${filters}, got ${groups}`)
  }
  const shape = [...call.config.pair("kernel_size"), channels / groups, filters]
  const values = transposed(call.weight("kernel", shape), { shape, order: [3, 2, 0, 1] })
  return activated(call, convolution(call, { kernel: { role: "kernel", values }, filters, groups, bias: true }))
}

/** DepthwiseConv2D: each channel has its own kernels, and their results lie side by side. */
export const depthwiseConv2d: LayerConverter = (call) => activated(call, depthwise(call, { bias: true }))

/** SeparableConv2D: a depthwise convolution, then a 1x1 convolution that mixes the channels. */
export const separableConv2d: LayerConverter = (call) => {
  const middle = depthwise(call, { bias: false })
  const filters = call.config.count("filters")
  const shape = [1, 1, middle.shape[2]!, filters]
  const values = transposed(call.weight("pointwise_kernel", shape), { shape, order: [3, 2, 0, 1] })
  const kernel = call.floats("pointwise_kernel", values, [filters, middle.shape[2]!, 1, 1])
  const name = call.node("Conv", [middle.name, kernel, ...bias(call, filters)])
  return activated(call, { name, shape: [...middle.shape.slice(0, 2), filters] })
}

function depthwise(call: LayerCall, options: { readonly bias: boolean }): Tensor {
  const [, , channels] = pictureOf(call).shape
  const multiplier = call.config.count("depth_multiplier", 1)
  const shape = [...call.config.pair("kernel_size"), channels, multiplier]
  const values = transposed(call.weight("depthwise_kernel", shape), { shape, order: [2, 3, 0, 1] })
  const kernel = { role: "depthwise_kernel", values }
  return convolution(call, { kernel, filters: channels * multiplier, groups: channels, ...options })
}

interface Convolution {
  /** [filters, channels / groups, rows, columns]. */
  readonly kernel: { readonly role: string; readonly values: Float32Array }
  readonly filters: number
  readonly groups: number
  readonly bias: boolean
}

function convolution(call: LayerCall, { kernel, filters, groups, bias: hasBias }: Convolution): Tensor {
  const { name: input, shape } = pictureOf(call)
  const [height, width, channels] = shape
  const size = call.config.pair("kernel_size")
  const strides = call.config.pair("strides", [1, 1])
  const dilation = call.config.pair("dilation_rate", [1, 1])
  const placed = placeWindow(call, [height, width], { kernel: size, strides, dilation })
  const weights = call.floats(kernel.role, kernel.values, [filters, channels / groups, ...size])
  const name = call.node("Conv", [input, weights, ...(hasBias ? bias(call, filters) : [])], {
    ...placed.attributes,
    dilations: { ints: dilation },
    group: { i: groups },
  })
  return { name, shape: [...placed.size, filters] }
}

function bias(call: LayerCall, filters: number): readonly string[] {
  return call.config.flag("use_bias", true) ? [call.floats("bias", call.weight("bias", [filters]), [filters])] : []
}
