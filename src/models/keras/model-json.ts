import { shown, unreadable, unsupported } from "./failures.ts"
import { isJson, isList, type Json, refuseDeep } from "./json.ts"

/** One tensor between layers: output `tensor` of call number `call` of a layer. */
export interface TensorRef {
  readonly layer: string
  readonly call: number
  readonly tensor: number
}

export interface LayerSpec {
  readonly name: string
  readonly className: string
  readonly config: Json
  /** The tensors that the layer takes, for each of its calls. */
  readonly calls: readonly (readonly TensorRef[])[]
  /** The model inside, if the layer is itself a model. */
  readonly model?: ModelSpec
}

/** Layers and how they feed each other; a Sequential model becomes a chain of layers. */
export interface ModelSpec {
  readonly layers: readonly LayerSpec[]
  readonly inputs: readonly TensorRef[]
  readonly outputs: readonly TensorRef[]
}

export interface KerasFile {
  readonly model: ModelSpec
  readonly weightsManifest: readonly unknown[]
  /** `2.2.4-tf`, `3.4.1`, `tfjs-layers 4.22.0`; empty if the file does not say. */
  readonly kerasVersion: string
}

/** Reads a parsed `model.json` in the TensorFlow.js layers format; knows the spellings of Keras 2, Keras 3 and TensorFlow.js. */
export function readModelJson(value: unknown): KerasFile {
  refuseDeep(value)
  if (!isJson(value)) throw unreadable(`model.json must be an object, got ${shown(value)}`)
  const topology = value.modelTopology
  if (value.format === "graph-model" || (isJson(topology) && "node" in topology)) {
    throw unsupported(
      `model.json must be in the "layers-model" format, got a "graph-model", whose layers are gone`,
      "Convert the original Keras file with tensorflowjs_converter --output_format=tfjs_layers_model",
    )
  }
  if (!isJson(topology)) throw unreadable(`modelTopology of model.json must be an object, got ${shown(topology)}`)
  if (!isList(value.weightsManifest)) {
    throw unreadable(`weightsManifest of model.json must be a list, got ${shown(value.weightsManifest)}`)
  }
  const root = isJson(topology.model_config) ? topology.model_config : topology
  const model = readModel(root)
  if (model === undefined) {
    throw unsupported(
      `modelTopology must be one of ${modelClasses.join(", ")}, got ${shown(root.class_name)}`,
      "Save the model that you built with Keras's functional or Sequential API",
    )
  }
  const links = linksIn(model)
  if (links > mostLinks) {
    throw unsupported(`the model has ${links} links between layers, at most ${mostLinks} work`, "Save a smaller model")
  }
  const kerasVersion = topology.keras_version ?? root.keras_version
  return {
    model,
    weightsManifest: value.weightsManifest,
    kerasVersion: typeof kerasVersion === "string" ? kerasVersion : "",
  }
}

/** The most tensors that layers may take, counting those in nested models each time; far more than any image model of Keras has. */
const mostLinks = 10_000

/** Counts links, since a model that calls a model twice, which calls a model twice, and so on, is far larger than its file. */
function linksIn({ layers }: ModelSpec): number {
  return layers.reduce((sum, { calls, model }) => {
    return sum + (model === undefined ? calls.flat().length : calls.length * linksIn(model))
  }, 0)
}

const modelClasses: readonly string[] = ["Model", "Functional", "Sequential"]

/** The model in a `{ class_name, config }`; undefined if that is a plain layer. */
function readModel({ class_name: className, config }: Json): ModelSpec | undefined {
  if (typeof className !== "string" || !modelClasses.includes(className)) return undefined
  // Before Keras 2.2.3 the config of a Sequential model was the list of its layers.
  const list = isJson(config) ? config.layers : config
  if (!isList(list) || list.length === 0) throw unreadable(`a ${className} needs layers, got ${shown(list)}`)
  const layers = list.map(readLayer)
  if (className === "Sequential") return chain(layers, isJson(config) ? config.build_input_shape : undefined)
  const { input_layers: inputs, output_layers: outputs } = isJson(config) ? config : {}
  return { layers, inputs: tensorRefs(inputs), outputs: tensorRefs(outputs) }
}

function readLayer(value: unknown): LayerSpec {
  if (!isJson(value) || typeof value.class_name !== "string") {
    throw unreadable(`a layer must be an object with a class_name, got ${shown(value)}`)
  }
  const config = isJson(value.config) ? value.config : {}
  const name = value.name ?? config.name
  if (typeof name !== "string" || name === "") {
    throw unreadable(`a ${value.class_name} layer must have a name, got ${shown(name)}`)
  }
  const calls = isList(value.inbound_nodes) ? value.inbound_nodes.map(tensorRefs) : []
  const model = readModel(value)
  return { name, className: value.class_name, config, calls, ...(model === undefined ? {} : { model }) }
}

/** Layers that each take the one before, after an InputLayer, which is added if there is none. */
function chain(layers: readonly LayerSpec[], buildShape: unknown): ModelSpec {
  const first = layers[0]!
  const shape = inputShape(first) ?? (first.model && inputShapeOf(first.model)) ?? buildShape
  const input = {
    name: `${first.name}_input`,
    className: "InputLayer",
    config: { batch_input_shape: shape },
    calls: [],
  }
  const all = first.className === "InputLayer" ? layers : [input, ...layers]
  const linked = all.map((layer, i) => (i === 0 ? layer : { ...layer, calls: [[output(all[i - 1]!)]] }))
  return { layers: linked, inputs: [output(all[0]!)], outputs: [output(all.at(-1)!)] }
}

function output({ name }: LayerSpec): TensorRef {
  return { layer: name, call: 0, tensor: 0 }
}

/** The shape of a model's first input, including the batch. */
export function inputShapeOf({ layers, inputs }: ModelSpec): unknown {
  const layer = layers.find(({ name }) => name === inputs[0]?.layer)
  return layer && inputShape(layer)
}

function inputShape({ config }: LayerSpec): unknown {
  return config.batch_input_shape ?? config.batch_shape
}

/**
 * All tensors that a value names, in order:
 * `["conv1", 0, 0]` or `["conv1", 0, 0, {}]` until Keras 2, `{ config: { keras_history: ["conv1", 0, 0] } }` in Keras 3.
 */
function tensorRefs(value: unknown): readonly TensorRef[] {
  if (isList(value)) {
    const [layer, call, tensor] = value
    return typeof layer === "string" && isIndex(call) && isIndex(tensor)
      ? [{ layer, call, tensor }]
      : value.flatMap(tensorRefs)
  }
  if (!isJson(value)) return []
  return isJson(value.config) && "keras_history" in value.config
    ? tensorRefs(value.config.keras_history)
    : Object.values(value).flatMap(tensorRefs)
}

function isIndex(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0
}
