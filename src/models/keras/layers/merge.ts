import { titleOf } from "../config.ts"
import { shown, unreadable } from "../failures.ts"
import type { LayerCall, LayerConverter } from "../layer-call.ts"
import { storedAxis, type Tensor } from "../tensor.ts"
import { reshaped } from "./shape.ts"

/** Add. */
export const add: LayerConverter = (call) => merged(call, pairwise("Add"))

/** Subtract. */
export const subtract: LayerConverter = (call) => merged(call, pairwise("Sub"))

/** Multiply. */
export const multiply: LayerConverter = (call) => merged(call, pairwise("Mul"))

/** Average. */
export const average: LayerConverter = (call) => merged(call, (names) => call.node("Mean", names))

/** Maximum. */
export const maximum: LayerConverter = (call) => merged(call, (names) => call.node("Max", names))

/** Minimum. */
export const minimum: LayerConverter = (call) => merged(call, (names) => call.node("Min", names))

/** Concatenate along one axis, by default the last. */
export const concatenate: LayerConverter = (call) => {
  const [first, ...rest] = call.inputs
  const axis = call.config.number("axis", -1)
  const stored = storedAxis(first, axis)
  const at = axis < 0 ? first.shape.length + axis : axis - 1
  const others = (shape: readonly number[]): string => shape.toSpliced(at, 1).join()
  if (stored === undefined || rest.some(({ shape }) => others(shape) !== others(first.shape))) {
    throw unreadable(`${titleOf(call.layer)} must take equal shapes but for axis ${axis}, got ${shapesOf(call)}`)
  }
  const size = call.inputs.reduce((sum, { shape }) => sum + shape[at]!, 0)
  const names = call.inputs.map(({ name }) => name)
  return { name: call.node("Concat", names, { axis: { i: stored } }), shape: first.shape.with(at, size) }
}

function pairwise(op: string) {
  return (names: readonly string[], call: LayerCall): string => names.reduce((a, b) => call.node(op, [a, b]))
}

/** Joins tensors element by element; sizes of 1 are repeated, and axes that a tensor lacks are added in front. */
function merged(call: LayerCall, join: (names: readonly string[], call: LayerCall) => string): Tensor {
  const rank = Math.max(...call.inputs.map(({ shape }) => shape.length))
  const inputs = call.inputs.map((input) => {
    const missing = Array<number>(rank - input.shape.length).fill(1)
    return reshaped(call, input, [...missing, ...input.shape])
  })
  const shape = Array.from({ length: rank }, (_, axis) => {
    const sizes = new Set(inputs.map((input) => input.shape[axis]!).filter((size) => size !== 1))
    if (sizes.size > 1) throw unreadable(`${titleOf(call.layer)} must take shapes that fit, got ${shapesOf(call)}`)
    const [size = 1] = sizes
    return size
  })
  return {
    name: join(
      inputs.map(({ name }) => name),
      call,
    ),
    shape,
  }
}

function shapesOf(call: LayerCall): string {
  return shown(call.inputs.map(({ shape }) => shape))
}
