import type { Size } from "../../types.ts"
import { checkInputSize } from "../check-input-size.ts"
import { convertModel } from "./convert-model.ts"
import { shown, unreadable, unsupported } from "./failures.ts"
import type { Graph, Node } from "./graph.ts"
import { isList } from "./json.ts"
import { inputShapeOf, type ModelSpec, readModelJson } from "./model-json.ts"
import { encodeOnnx } from "./onnx-file.ts"
import { storedShape, type Tensor } from "./tensor.ts"
import { readWeights } from "./weights.ts"

/** A Keras model in the TensorFlow.js layers format. */
export interface KerasFiles {
  /** The parsed `model.json`. */
  readonly model: unknown
  /** The shards in the order of `paths` in the weightsManifest, or all of them joined. */
  readonly weights: readonly Uint8Array[] | Uint8Array
}

/** The options of `kerasToOnnx`. */
export interface KerasToOnnxOptions {
  /** Replaces the epsilon of every batch normalization, for files that were written with a wrong one. */
  readonly batchNormEpsilon?: number
  /** The picture size, for a model that takes any size. */
  readonly inputSize?: Size
}

/**
 * Converts a Keras image classifier to an ONNX file (opset 17, IR 8). The same files give the same bytes.
 *
 * The ONNX model takes `image`, float32 [batch, channels, height, width] with 1 or 3 channels, and gives `scores`,
 * float32 [batch, classes]. Keras puts channels last; ONNX Runtime computes channels first. So the picture and everything
 * computed from it is kept channels first, and layers that depend on the order of the axes are rewritten to give Keras's numbers.
 *
 * @throws GridExplainerError `MODEL_UNREADABLE` for broken or incomplete files, `MODEL_UNSUPPORTED` for a layer that cannot be
 * converted (it lists those that can), for several inputs or outputs, and for an open size without `inputSize`.
 * @throws RangeError for an `inputSize` that does not fit the model, and a `batchNormEpsilon` that is not between 0 and 1.
 *
 * @example
 * ```ts
 * import { kerasToOnnx } from "gridexplainer/keras"
 * import { inspectOnnx } from "gridexplainer/onnx"
 * const layers = [
 *   { class_name: "GlobalAveragePooling2D", config: { name: "mean", batch_input_shape: [null, 8, 8, 3] } },
 *   { class_name: "Activation", config: { name: "colour", activation: "softmax" } },
 * ]
 * const model = { modelTopology: { class_name: "Sequential", config: { layers } }, weightsManifest: [] }
 * const onnx = await kerasToOnnx({ model, weights: [] })
 * const { size, layout, endsWith } = await inspectOnnx(onnx)
 * size // => { width: 8, height: 8 }
 * layout // => "NCHW"
 * endsWith // => "softmax"
 * ```
 */
export async function kerasToOnnx(files: KerasFiles, options: KerasToOnnxOptions = {}): Promise<Uint8Array> {
  const { batchNormEpsilon } = options
  if (batchNormEpsilon !== undefined && !(batchNormEpsilon > 0 && batchNormEpsilon < 1)) {
    throw new RangeError(`batchNormEpsilon must be between 0 and 1, got ${batchNormEpsilon}`)
  }
  const { model, weightsManifest, kerasVersion } = readModelJson(files.model)
  const findWeight = readWeights(weightsManifest, files.weights)
  const graph: Graph = { nodes: new Map(), constants: new Map() }
  const input = { name: "image", shape: pictureShape(model, options.inputSize) }
  const outputs = convertModel(
    model,
    { graph, findWeight, kerasVersion, batchNormEpsilon },
    { inputs: [input], path: [] },
  )
  const scores = scoresOf(outputs[0]!)
  checkInputSize({ classes: scores.shape[0]! })
  return encodeOnnx(renamed(graph, { from: scores.name, to: "scores" }), {
    input: { name: input.name, shape: ["batch", ...storedShape(input.shape)] },
    output: { name: "scores", shape: ["batch", ...scores.shape] },
  })
}

/** The size and channels of the model's one picture. */
function pictureShape(model: ModelSpec, inputSize: Size | undefined): readonly number[] {
  const { inputs, outputs } = model
  if (inputs.length !== 1 || outputs.length !== 1) {
    throw unsupported(
      `the model must have one input and one output, got ${inputs.length} and ${outputs.length}`,
      "Save the part of it that turns one picture into one list of scores",
    )
  }
  const shape = inputShapeOf(model)
  const [, height, width, channels] = isList(shape) && shape.length === 4 ? shape : []
  if (channels !== 1 && channels !== 3) {
    throw unsupported(
      `the model must take [batch, height, width, 1 or 3], got ${shown(shape)}`,
      "Only models of single pictures, channels last, can be explained",
    )
  }
  const size = { height: side(height, inputSize?.height), width: side(width, inputSize?.width) }
  checkInputSize({ size, channels })
  return [size.height, size.width, channels]
}

/** A side of the picture: the model's own, or the given one if the model leaves it open. */
function side(own: unknown, given: number | undefined): number {
  if (given !== undefined && !isSide(given))
    throw new RangeError(`inputSize must have whole sides from 1, got ${String(given)}`)
  if (own === null || own === undefined) {
    if (given !== undefined) return given
    throw unsupported("the model takes pictures of any size", "Say with the option inputSize which one to use")
  }
  if (!isSide(own)) throw unreadable(`the model's picture must have whole sides from 1, got ${shown(own)}`)
  if (given !== undefined && given !== own)
    throw new RangeError(`inputSize must be the model's own ${own}, got ${given}`)
  return own
}

function isSide(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 1
}

/** The model's answer, which must be a row of numbers. */
function scoresOf(output: Tensor): Tensor {
  if (output.shape.length === 1) return output
  throw unsupported(
    `the model must answer one score for each class, got the shape ${shown(output.shape)}`,
    "Save the model with its classification head",
  )
}

/** The graph with one value renamed. */
function renamed(graph: Graph, { from, to }: { readonly from: string; readonly to: string }): Graph {
  const rename = (value: string): string => (value === from ? to : value)
  const nodes = [...graph.nodes.values()].map((node): [string, Node] => [
    rename(node.name),
    { ...node, name: rename(node.name), inputs: node.inputs.map(rename) },
  ])
  return { ...graph, nodes: new Map(nodes) }
}
