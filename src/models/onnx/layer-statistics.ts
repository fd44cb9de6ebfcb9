import type { GraphProto, ModelProto, NodeProto } from "onnx-buf"
import { editOnnx } from "./edit-onnx.ts"
import type { OnnxReader } from "./read-onnx.ts"

/** How many layers are used: later ones say more about what is in a picture than about how it was preprocessed. */
const mostLayers = 6

/** What a model's first layers were trained to receive, as its batch normalization remembers it. */
export interface LayerStatistics {
  /** An ONNX model that takes the same pictures and returns 2 numbers per channel. */
  readonly bytes: Uint8Array<ArrayBuffer>
  /** How many channels each batch normalization has, in their order. */
  readonly channels: readonly number[]
}

/**
 * Cuts a model off after its first batch normalizations, and turns the rest into a model that measures the inputs of these layers: for each channel,
 * normalized with the statistics from training, the mean over the picture; after all the means, the mean squares.
 *
 * @returns undefined for a model without batch normalization, as after an export that folded it into the convolutions.
 * @throws GridExplainerError as `inspectOnnx` does.
 *
 * @example
 * ```ts
 * import { readFile } from "node:fs/promises"
 * import { layerStatistics } from "gridexplainer/onnx"
 * await layerStatistics(await readFile("assets/models/efficientnet-lite0.onnx")) // => undefined
 * ```
 */
export async function layerStatistics(bytes: Uint8Array): Promise<LayerStatistics | undefined> {
  let channels: readonly number[] = []
  const made = await editOnnx(bytes, (model, onnx) => {
    channels = cutToStatistics(model, onnx)
  })
  return channels.length > 0 ? { bytes: made, channels } : undefined
}

function cutToStatistics({ graph }: ModelProto, onnx: OnnxReader): readonly number[] {
  if (graph === undefined) return []
  const layers = graph.node.filter((node) => node.opType === "BatchNormalization" && channelsOf(graph, node) > 0)
  const used = layers.slice(0, mostLayers)
  const last = used.at(-1)
  if (last === undefined) return []
  const kept = graph.node.slice(0, graph.node.indexOf(last) + 1)
  const made = used.map((layer, i) => measure(graph, layer, { place: i, onnx }))
  const output = "gridexplainer/statistics"
  const axis = onnx.create(onnx.AttributeProtoSchema, {
    name: "axis",
    type: onnx.AttributeProto_AttributeType.INT,
    i: 1n,
  })
  const joined = onnx.create(onnx.NodeProtoSchema, {
    opType: "Concat",
    input: [...made.map(({ mean }) => mean), ...made.map(({ square }) => square)],
    output: [output],
    attribute: [axis],
  })
  graph.node = [...kept, ...made.flatMap(({ nodes }) => nodes), joined]
  graph.output = [floatOutput(output, onnx)]
  const needed = new Set(graph.node.flatMap(({ input }) => input))
  graph.initializer = graph.initializer.filter(({ name }) => needed.has(name))
  return used.map((layer) => channelsOf(graph, layer))
}

/** Normalizes the layer's input without its learned scale and shift, and takes means over the picture. */
function measure(
  graph: GraphProto,
  layer: NodeProto,
  { place, onnx }: { readonly place: number; readonly onnx: OnnxReader },
) {
  const { create, NodeProtoSchema, TensorProtoSchema } = onnx
  const name = (part: string): string => `gridexplainer/${place}/${part}`
  const channels = channelsOf(graph, layer)
  for (const [part, value] of [["one", 1] as const, ["zero", 0] as const])
    graph.initializer.push(
      create(TensorProtoSchema, {
        name: name(part),
        dims: [BigInt(channels)],
        dataType: onnx.TensorProto_DataType.FLOAT,
        floatData: Array.from({ length: channels }, () => value),
      }),
    )
  const node = (opType: string, input: string[], output: string): NodeProto =>
    create(NodeProtoSchema, { opType, input, output: [output] })
  const [mean, square] = [name("mean"), name("square")]
  const normal = node(
    "BatchNormalization",
    [layer.input[0]!, name("one"), name("zero"), ...layer.input.slice(3)],
    name("normal"),
  )
  normal.attribute = layer.attribute
  return {
    mean,
    square,
    nodes: [
      normal,
      node("GlobalAveragePool", [name("normal")], mean),
      node("Mul", [name("normal"), name("normal")], name("squares")),
      node("GlobalAveragePool", [name("squares")], square),
    ],
  }
}

/** How many channels a batch normalization has if its mean and variance are weights of the file; 0 for any other node. */
function channelsOf(graph: GraphProto, node: NodeProto): number {
  const [mean, variance] = node.input.slice(3, 5).map((name) => graph.initializer.find((one) => one.name === name))
  return mean?.dims.length === 1 && variance?.dims.length === 1 ? Number(mean.dims[0]) : 0
}

function floatOutput(name: string, { create, ValueInfoProtoSchema, TypeProtoSchema, ...onnx }: OnnxReader) {
  return create(ValueInfoProtoSchema, {
    name,
    type: create(TypeProtoSchema, {
      value: {
        case: "tensorType",
        value: create(onnx.TypeProto_TensorSchema, { elemType: onnx.TensorProto_DataType.FLOAT }),
      },
    }),
  })
}
