import { type Config, configOf, titleOf } from "./config.ts"
import { shown, unreadable, unsupported } from "./failures.ts"
import { type Attributes, addConstant, addNode, type Graph } from "./graph.ts"
import type { LayerSpec } from "./model-json.ts"
import type { Tensor } from "./tensor.ts"
import type { FindWeight } from "./weights.ts"

/** What all layers of a conversion share. */
export interface Conversion {
  readonly graph: Graph
  readonly findWeight: FindWeight
  readonly kerasVersion: string
  /** Replaces the epsilon of every batch normalization. */
  readonly batchNormEpsilon?: number | undefined
}

/** A layer that is called on some tensors, with everything that its converter needs. */
export interface LayerCall {
  readonly conversion: Conversion
  readonly layer: LayerSpec
  readonly config: Config
  readonly inputs: readonly [Tensor, ...Tensor[]]
  /** The weight of a role such as `kernel`, in Keras's own order; it must have the given shape. */
  weight(role: string, shape: readonly number[]): Float32Array<ArrayBuffer>
  /** Adds an operator to the graph. Returns the name of its output. */
  node(op: string, inputs: readonly string[], attributes?: Attributes): string
  /** Adds fixed numbers to the graph; a single one without `dims`. */
  floats(role: string, values: number | readonly number[] | Float32Array, dims?: readonly number[]): string
  /** Adds fixed whole numbers, such as a shape, to the graph. */
  integers(role: string, values: readonly number[]): string
}

/** Writes a layer as operators; every Keras layer that is supported has one. */
export type LayerConverter = (call: LayerCall) => Tensor

/** Prepares the call of a layer; `path` leads to it through nested models. */
export function layerCall(
  conversion: Conversion,
  site: { readonly layer: LayerSpec; readonly path: readonly string[]; readonly inputs: readonly Tensor[] },
): LayerCall {
  const { layer, path } = site
  const { graph, findWeight } = conversion
  const named = (last: string): string => [...path, last].join("/")
  const [first, ...rest] = site.inputs
  if (first === undefined) throw unreadable(`${titleOf(layer)} must take a tensor, got none`)
  const config = configOf(layer)
  if (config.name("data_format", "channels_last") !== "channels_last") {
    throw unsupported(`${titleOf(layer)} is channels_first`, "Save the model with data_format channels_last")
  }
  return {
    conversion,
    layer,
    config,
    inputs: [first, ...rest],
    weight(role, shape) {
      const weight = findWeight(path, role)
      if (weight === undefined) throw unreadable(`${titleOf(layer)} has no weight ${named(role)} in the manifest`)
      if (weight.shape.join() !== shape.join()) {
        throw unreadable(`weight ${weight.name} must have the shape ${shown(shape)}, got ${shown(weight.shape)}`)
      }
      return weight.values()
    },
    node(op, inputs, attributes = {}) {
      return addNode(graph, { name: named(op), op, inputs, attributes })
    },
    floats(role, values, dims = []) {
      const list = typeof values === "number" ? [values] : values
      return addConstant(graph, { name: named(role), dims, values: new Float32Array(list) })
    },
    integers(role, values) {
      return addConstant(graph, {
        name: named(role),
        dims: [values.length],
        values: BigInt64Array.from(values, (value) => BigInt(value)),
      })
    },
  }
}

/** The call's only input, which must be a picture `[height, width, channels]`. */
export function pictureOf({ layer, inputs: [input] }: LayerCall): {
  readonly name: string
  readonly shape: readonly [height: number, width: number, channels: number]
} {
  const [height, width, channels, ...more] = input.shape
  if (height === undefined || width === undefined || channels === undefined || more.length > 0) {
    throw unreadable(`${titleOf(layer)} must take [height, width, channels], got ${shown(input.shape)}`)
  }
  return { name: input.name, shape: [height, width, channels] }
}
