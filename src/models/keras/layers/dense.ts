import type { LayerConverter } from "../layer-call.ts"
import { transposed } from "../tensor.ts"
import { activated } from "./activation.ts"

/** Dense: the last axis, as Keras sees it, becomes `units` sums. On a picture that is a 1x1 convolution. */
export const dense: LayerConverter = (call) => {
  const [{ name: input, shape }] = call.inputs
  const units = call.config.count("units")
  const size = [shape.at(-1)!, units]
  const values = call.weight("kernel", size)
  const bias = call.config.flag("use_bias", true) ? [call.floats("bias", call.weight("bias", [units]), [units])] : []
  const sums = (): string => {
    if (shape.length === 3) {
      const kernel = transposed(values, { shape: size, order: [1, 0] })
      return call.node("Conv", [input, call.floats("kernel", kernel, [units, size[0]!, 1, 1]), ...bias])
    }
    const kernel = call.floats("kernel", values, size)
    if (shape.length === 1) return call.node("Gemm", [input, kernel, ...bias])
    return bias.reduce((sum, each) => call.node("Add", [sum, each]), call.node("MatMul", [input, kernel]))
  }
  return activated(call, { name: sums(), shape: [...shape.slice(0, -1), units] })
}
