import { titleOf } from "../config.ts"
import { shown, unreadable, unsupported } from "../failures.ts"
import type { LayerCall, LayerConverter } from "../layer-call.ts"
import { storedAxis } from "../tensor.ts"

/** Keras's smallest divisor: `keras.backend.epsilon()`. */
const smallest = 1e-7

/** BatchNormalization with the mean and variance from training; `gamma` and `beta` may be absent. */
export const batchNormalization: LayerConverter = (call) => {
  const [input] = call.inputs
  const axis = axisOf(call)
  const { size } = axis
  const epsilon = call.conversion.batchNormEpsilon ?? call.config.number("epsilon", 1e-3)
  if (epsilon < 0) throw unreadable(`epsilon of ${titleOf(call.layer)} must be at least 0, got ${epsilon}`)
  const gamma = call.config.flag("scale", true) ? call.weight("gamma", [size]) : new Float32Array(size).fill(1)
  const beta = call.config.flag("center", true) ? call.weight("beta", [size]) : new Float32Array(size)
  const mean = call.weight("moving_mean", [size])
  const variance = call.weight("moving_variance", [size])
  if (axis.stored === 1) {
    const parts = Object.entries({ gamma, beta, mean, variance })
    const constants = parts.map(([role, values]) => call.floats(role, values, [size]))
    const name = call.node("BatchNormalization", [input.name, ...constants], { epsilon: { f: epsilon } })
    return { name, shape: input.shape }
  }
  // ONNX's operator knows only the axis right behind the batch.
  const scale = [...gamma].map((value, i) => value / Math.sqrt(variance[i]! + epsilon))
  const shift = scale.map((factor, i) => beta[i]! - mean[i]! * factor)
  return { name: affine(call, axis, { scale, shift }), shape: input.shape }
}

/** Rescaling: `x * scale + offset`, with one number for all or one for each channel. */
export const rescaling: LayerConverter = (call) => {
  const scale = call.config.numbers("scale")
  const shift = call.config.numbers("offset", [0])
  return { name: affine(call, axisOf(call, [-1]), { scale, shift }), shape: call.inputs[0].shape }
}

/** Normalization: `(x - mean) / sqrt(variance)`, from its settings or, if it was adapted to data, from its weights. */
export const normalization: LayerConverter = (call) => {
  const [input] = call.inputs
  if (call.config.flag("invert", false)) throw unsupported(`${titleOf(call.layer)} inverts`, "Only invert=False works")
  const whole = call.layer.config.axis === null
  const axis = axisOf(call)
  const read = (key: "mean" | "variance"): readonly number[] => {
    const isSet = (call.layer.config[key] ?? null) !== null
    return isSet ? call.config.numbers(key) : [...call.weight(key, whole ? [] : [axis.size])]
  }
  const divisors = read("variance").map((variance) => Math.max(Math.sqrt(variance), smallest))
  const centred = call.node("Sub", [input.name, alongAxis(call, axis, { role: "mean", values: read("mean") })])
  const divisor = alongAxis(call, axis, { role: "divisor", values: divisors })
  return { name: call.node("Div", [centred, divisor]), shape: input.shape }
}

/** An axis of the input as it is stored, and its size. */
interface Axis {
  readonly stored: number
  readonly size: number
}

function axisOf(call: LayerCall, axes: readonly number[] = call.config.numbers("axis", [-1])): Axis {
  const [{ shape }] = call.inputs
  const [axis = 0, ...more] = axes
  if (more.length > 0) throw unsupported(`${titleOf(call.layer)} has the axes ${shown(axes)}`, "Only one axis works")
  const stored = storedAxis(call.inputs[0], axis)
  if (stored === undefined) throw unreadable(`axis of ${titleOf(call.layer)} must be in ${shown(shape)}, got ${axis}`)
  return { stored, size: shape.at(axis < 0 ? axis : axis - 1)! }
}

/** `input * scale + shift`, without the parts that change nothing. */
function affine(
  call: LayerCall,
  axis: Axis,
  { scale, shift }: { readonly scale: readonly number[]; readonly shift: readonly number[] },
): string {
  const [{ name: input }] = call.inputs
  const isOne = scale.every((value) => value === 1)
  const scaled = isOne ? input : call.node("Mul", [input, alongAxis(call, axis, { role: "scale", values: scale })])
  if (shift.every((value) => value === 0)) return scaled
  return call.node("Add", [scaled, alongAxis(call, axis, { role: "shift", values: shift })])
}

/** Numbers along one axis, or a single one for all. */
function alongAxis(
  call: LayerCall,
  axis: Axis,
  { role, values }: { readonly role: string; readonly values: readonly number[] },
): string {
  if (values.length === 1) return call.floats(role, values)
  if (values.length !== axis.size) {
    throw unreadable(`${role} of ${titleOf(call.layer)} must hold 1 or ${axis.size} numbers, got ${values.length}`)
  }
  const dims = [1, ...call.inputs[0].shape].map((_, i) => (i === axis.stored ? axis.size : 1))
  return call.floats(role, values, dims)
}
