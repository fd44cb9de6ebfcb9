import { titleOf } from "../config.ts"
import { shown, unreadable, unsupported } from "../failures.ts"
import type { LayerCall, LayerConverter } from "../layer-call.ts"
import { storedAxis, storedShape, type Tensor, transposed } from "../tensor.ts"

/** Adds the operators of an activation to the graph. Returns the name of the result. */
type Activation = (call: LayerCall, input: Tensor) => string

/** Keras's activation functions by name. */
const activations: Readonly<Record<string, Activation>> = {
  linear: (_, { name }) => name,
  relu: operator("Relu"),
  relu6: (call, { name }) => clip(call, name, 6),
  elu: operator("Elu"),
  selu: operator("Selu"),
  sigmoid: operator("Sigmoid"),
  hard_sigmoid: hardSigmoid,
  hard_silu: operator("HardSwish"),
  hard_swish: operator("HardSwish"),
  tanh: operator("Tanh"),
  exponential: operator("Exp"),
  softplus: operator("Softplus"),
  softsign: operator("Softsign"),
  silu: swish,
  swish,
  mish: (call, { name }) => call.node("Mul", [name, call.node("Tanh", [call.node("Softplus", [name])])]),
  gelu,
  softmax: (call, input) => alongAxis(call, input, { op: "Softmax", axis: -1 }),
  log_softmax: (call, input) => alongAxis(call, input, { op: "LogSoftmax", axis: -1 }),
}

/** The Activation layer. */
export const activation: LayerConverter = (call) => activated(call, call.inputs[0])

/** Applies the `activation` in the settings of a layer to what the layer has computed. */
export function activated(call: LayerCall, input: Tensor): Tensor {
  const name = call.config.name("activation", "linear")
  const activate = Object.hasOwn(activations, name) ? activations[name] : undefined
  if (activate === undefined) {
    throw unsupported(
      `${titleOf(call.layer)} has the activation ${name}, which cannot be converted`,
      `These activations work: ${Object.keys(activations).join(", ")}`,
    )
  }
  return { name: activate(call, input), shape: input.shape }
}

/** ReLU: 0 below `threshold` or a slope there, cut off at `max_value`. */
export const relu: LayerConverter = (call) => {
  const { name, shape } = call.inputs[0]
  const slope = call.config.number("negative_slope", 0)
  const threshold = call.config.number("threshold", 0)
  const most = call.config.number("max_value", Number.POSITIVE_INFINITY)
  if (slope !== 0 && threshold === 0 && most === Number.POSITIVE_INFINITY) return leaky(call, slope)
  const above = threshold === 0 ? name : call.node("ThresholdedRelu", [name], { alpha: { f: threshold } })
  const positive = most === Number.POSITIVE_INFINITY ? rectified(call, above, threshold) : clip(call, above, most)
  if (slope === 0) return { name: positive, shape }
  const below = call.node("Relu", [call.node("Sub", [call.floats("threshold", threshold), name])])
  const sloped = call.node("Mul", [below, call.floats("negative_slope", slope)])
  return { name: call.node("Sub", [positive, sloped]), shape }
}

/** LeakyReLU; its slope is `alpha` until Keras 2 and `negative_slope` in Keras 3. */
export const leakyRelu: LayerConverter = (call) =>
  leaky(call, call.config.number("negative_slope", call.config.number("alpha", 0.3)))

/** PReLU: a slope for each number, learned. */
export const prelu: LayerConverter = (call) => {
  const { name, shape } = call.inputs[0]
  const shared = call.config.numbers("shared_axes", [])
  const slopes = shape.map((size, i) => (shared.includes(i + 1) ? 1 : size))
  const order = storedShape(shape.map((_, i) => i))
  const values = transposed(call.weight("alpha", slopes), { shape: slopes, order })
  return { name: call.node("PRelu", [name, call.floats("alpha", values, storedShape(slopes))]), shape }
}

/** ELU. */
export const elu: LayerConverter = (call) => {
  const { name, shape } = call.inputs[0]
  return { name: call.node("Elu", [name], { alpha: { f: call.config.number("alpha", 1) } }), shape }
}

/** ThresholdedReLU: 0 up to `theta`. */
export const thresholdedRelu: LayerConverter = (call) => {
  const { name, shape } = call.inputs[0]
  return { name: call.node("ThresholdedRelu", [name], { alpha: { f: call.config.number("theta", 1) } }), shape }
}

/** Softmax over one axis, by default the last. */
export const softmax: LayerConverter = (call) => {
  const [input] = call.inputs
  const axes = call.config.numbers("axis", [-1])
  if (axes.length !== 1) throw unsupported(`${titleOf(call.layer)} has the axes ${shown(axes)}`, "Only one axis works")
  return { name: alongAxis(call, input, { op: "Softmax", axis: axes[0]! }), shape: input.shape }
}

function operator(op: string): Activation {
  return (call, { name }) => call.node(op, [name])
}

function leaky(call: LayerCall, slope: number): Tensor {
  const { name, shape } = call.inputs[0]
  return { name: call.node("LeakyRelu", [name], { alpha: { f: slope } }), shape }
}

/** Nothing is left to do if a threshold has already cut the values, below 0 or above. */
function rectified(call: LayerCall, name: string, threshold: number): string {
  return threshold === 0 ? call.node("Relu", [name]) : name
}

function clip(call: LayerCall, name: string, most: number): string {
  return call.node("Clip", [name, call.floats("least", 0), call.floats("most", most)])
}

/** 0.2 x + 0.5 between 0 and 1; Keras 3 took PyTorch's slope of 1/6. */
function hardSigmoid(call: LayerCall, { name }: Tensor): string {
  const alpha = call.conversion.kerasVersion.startsWith("3.") ? 1 / 6 : 0.2
  return call.node("HardSigmoid", [name], { alpha: { f: alpha }, beta: { f: 0.5 } })
}

function swish(call: LayerCall, { name }: Tensor): string {
  return call.node("Mul", [name, call.node("Sigmoid", [name])])
}

/** x / 2 (1 + erf(x / sqrt 2)), not its tanh approximation. */
function gelu(call: LayerCall, { name }: Tensor): string {
  const erf = call.node("Erf", [call.node("Mul", [name, call.floats("root_half", Math.SQRT1_2)])])
  const half = call.node("Mul", [name, call.floats("half", 0.5)])
  return call.node("Mul", [half, call.node("Add", [erf, call.floats("one", 1)])])
}

function alongAxis(
  call: LayerCall,
  input: Tensor,
  { op, axis }: { readonly op: string; readonly axis: number },
): string {
  const stored = storedAxis(input, axis)
  if (stored === undefined)
    throw unreadable(`axis of ${titleOf(call.layer)} must be one of ${shown(input.shape)}, got ${axis}`)
  return call.node(op, [input.name], { axis: { i: stored } })
}
