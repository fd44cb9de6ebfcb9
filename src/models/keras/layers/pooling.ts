import { type LayerConverter, pictureOf } from "../layer-call.ts"
import { reshaped } from "./shape.ts"
import { placeWindow } from "./window.ts"

/** MaxPooling2D. */
export const maxPooling2d: LayerConverter = pooling("MaxPool")

/** AveragePooling2D; pixels that `same` padding adds do not count. */
export const averagePooling2d: LayerConverter = pooling("AveragePool")

/** GlobalMaxPooling2D. */
export const globalMaxPooling2d: LayerConverter = globalPooling("GlobalMaxPool")

/** GlobalAveragePooling2D. */
export const globalAveragePooling2d: LayerConverter = globalPooling("GlobalAveragePool")

function pooling(op: "MaxPool" | "AveragePool"): LayerConverter {
  return (call) => {
    const { name, shape } = pictureOf(call)
    const [height, width, channels] = shape
    const kernel = call.config.pair("pool_size", [2, 2])
    const strides = call.config.pair("strides", kernel)
    const placed = placeWindow(call, [height, width], { kernel, strides })
    return { name: call.node(op, [name], placed.attributes), shape: [...placed.size, channels] }
  }
}

function globalPooling(op: "GlobalMaxPool" | "GlobalAveragePool"): LayerConverter {
  return (call) => {
    const { name, shape } = pictureOf(call)
    const [, , channels] = shape
    const pooled = { name: call.node(op, [name]), shape: [1, 1, channels] }
    return call.config.flag("keepdims", false) ? pooled : reshaped(call, pooled, [channels])
  }
}
