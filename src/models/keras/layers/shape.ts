import { titleOf } from "../config.ts"
import { shown, unreadable, unsupported } from "../failures.ts"
import { type LayerCall, type LayerConverter, pictureOf } from "../layer-call.ts"
import { isInKerasOrder, productOf, storedAxis, storedShape, type Tensor } from "../tensor.ts"

/** Layers that do nothing once a model is trained: Dropout, noise, RandomFlip and the like. */
export const identity: LayerConverter = ({ inputs: [input] }) => input

/** Flatten: all numbers in a row, in Keras's order. */
export const flatten: LayerConverter = (call) => reshaped(call, call.inputs[0], [productOf(call.inputs[0].shape)])

/** Reshape; a size of -1 follows from the others. */
export const reshape: LayerConverter = (call) => {
  const [input] = call.inputs
  const target = call.config.sizes("target_shape")
  const known = productOf(target.filter((size) => size !== -1))
  const shape = target.map((size) => (size === -1 ? productOf(input.shape) / known : size))
  const fits = productOf(shape) === productOf(input.shape) && shape.every((size) => Number.isInteger(size) && size > 0)
  if (!fits) {
    throw unreadable(`target_shape of ${titleOf(call.layer)} must hold ${shown(input.shape)}, got ${shown(target)}`)
  }
  return reshaped(call, input, shape)
}

/** Permute: `dims` count the axes from 1, as Keras sees them. */
export const permute: LayerConverter = (call) => {
  const [input] = call.inputs
  const dims = call.config.sizes("dims")
  const sorted = dims.toSorted((a, b) => a - b)
  if (dims.length !== input.shape.length || sorted.some((axis, i) => axis !== i + 1)) {
    throw unreadable(`dims of ${titleOf(call.layer)} must name each axis of ${shown(input.shape)}, got ${shown(dims)}`)
  }
  const shape = dims.map((axis) => input.shape[axis - 1]!)
  const stored = storedShape(dims).map((axis) => storedAxis(input, axis)!)
  return { name: call.node("Transpose", [input.name], { perm: { ints: [0, ...stored] } }), shape }
}

/** ZeroPadding2D. */
export const zeroPadding2d: LayerConverter = (call) => {
  const { name, shape } = pictureOf(call)
  const [height, width, channels] = shape
  const [[top, bottom], [left, right]] = call.config.margins("padding")
  const pads = call.integers("pads", [0, 0, top, left, 0, 0, bottom, right])
  return { name: call.node("Pad", [name, pads]), shape: [height + top + bottom, width + left + right, channels] }
}

/** Cropping2D. */
export const cropping2d: LayerConverter = (call) => {
  const { name, shape } = pictureOf(call)
  const [height, width, channels] = shape
  const [[top, bottom], [left, right]] = call.config.margins("cropping")
  if (top + bottom >= height || left + right >= width) {
    throw unreadable(`cropping of ${titleOf(call.layer)} must leave some of ${shown(shape)}`)
  }
  const starts = call.integers("starts", [top, left])
  const ends = call.integers("ends", [height - bottom, width - right])
  const cut = call.node("Slice", [name, starts, ends, call.integers("axes", [2, 3])])
  return { name: cut, shape: [height - top - bottom, width - left - right, channels] }
}

/** UpSampling2D, nearest only: each pixel becomes a block. */
export const upSampling2d: LayerConverter = (call) => {
  const { name, shape } = pictureOf(call)
  const [height, width, channels] = shape
  const [rows, columns] = call.config.pair("size", [2, 2])
  const interpolation = call.config.name("interpolation", "nearest")
  if (interpolation !== "nearest") {
    throw unsupported(`${titleOf(call.layer)} interpolates ${interpolation}`, "Only nearest works")
  }
  const enlarged = call.node("Resize", [name, "", call.floats("scales", [1, 1, rows, columns], [4])], {
    mode: { s: "nearest" },
    coordinate_transformation_mode: { s: "asymmetric" },
    nearest_mode: { s: "floor" },
  })
  return { name: enlarged, shape: [height * rows, width * columns, channels] }
}

/** The numbers of a tensor, taken in Keras's order, under another shape. */
export function reshaped(call: LayerCall, input: Tensor, shape: readonly number[]): Tensor {
  if (input.shape.join() === shape.join()) return input
  const flat = isInKerasOrder(input.shape)
    ? input.name
    : call.node("Transpose", [input.name], { perm: { ints: [0, 2, 3, 1] } })
  // In a Reshape, 0 stands for the size that the axis has: the batch.
  const fill = (sizes: readonly number[]): string => call.node("Reshape", [flat, call.integers("shape", [0, ...sizes])])
  if (isInKerasOrder(shape)) return { name: fill(storedShape(shape)), shape }
  return { name: call.node("Transpose", [fill(shape)], { perm: { ints: [0, 3, 1, 2] } }), shape }
}
