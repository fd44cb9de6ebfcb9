import { type Pair, titleOf } from "../config.ts"
import { shown, unreadable } from "../failures.ts"
import type { Attribute } from "../graph.ts"
import type { LayerCall } from "../layer-call.ts"

/** A window that slides over a picture, and the height and width of the result. */
export interface Placed {
  readonly size: Pair
  /** For ONNX's Conv and pooling operators. */
  readonly attributes: Readonly<Record<"kernel_shape" | "strides" | "pads", Attribute>>
}

/**
 * Places a window as TensorFlow does. With `same` padding the result has `ceil(input / stride)` rows, and the missing
 * pixels are added on both sides, the odd one at the end: ONNX Runtime's own SAME_UPPER agrees, but explicit pads
 * hold in every runtime. Source: the notes on padding in TensorFlow's tf.nn documentation.
 */
export function placeWindow(
  call: LayerCall,
  input: Pair,
  { kernel, strides, dilation = [1, 1] }: { readonly kernel: Pair; readonly strides: Pair; readonly dilation?: Pair },
): Placed {
  const padding = call.config.name("padding", "valid")
  if (padding !== "same" && padding !== "valid") {
    throw unreadable(`padding of ${titleOf(call.layer)} must be same or valid, got ${padding}`)
  }
  const place = (axis: 0 | 1) => {
    const reach = (kernel[axis] - 1) * dilation[axis] + 1
    const stride = strides[axis]
    if (padding === "valid") return { size: Math.floor((input[axis] - reach) / stride) + 1, before: 0, after: 0 }
    const size = Math.ceil(input[axis] / stride)
    const missing = Math.max((size - 1) * stride + reach - input[axis], 0)
    const before = Math.floor(missing / 2)
    return { size, before, after: missing - before }
  }
  const [rows, columns] = [place(0), place(1)]
  if (rows.size < 1 || columns.size < 1) {
    throw unreadable(`the window ${shown(kernel)} of ${titleOf(call.layer)} must fit in its input ${shown(input)}`)
  }
  return {
    size: [rows.size, columns.size],
    attributes: {
      kernel_shape: { ints: kernel },
      strides: { ints: strides },
      pads: { ints: [rows.before, columns.before, rows.after, columns.after] },
    },
  }
}
