import type { GraphProto, NodeProto, TensorProto } from "onnx-buf"
import { GridExplainerError } from "../../errors.ts"
import { random } from "../../random.ts"
import { editOnnx } from "./edit-onnx.ts"

/** Operators that may come between the last layer with weights and the scores. */
const passing: ReadonlySet<string> = new Set(
  "Softmax LogSoftmax Sigmoid Identity Reshape Flatten Squeeze Unsqueeze Cast Add GlobalAveragePool ReduceMean".split(
    " ",
  ),
)
const layers: ReadonlySet<string> = new Set(["Gemm", "MatMul", "Conv"])

/** Bytes of one number, by `TensorProto.DataType`: float32, float16, float64, bfloat16. */
const widths: Readonly<Record<number, number>> = { 1: 4, 10: 2, 11: 8, 16: 2 }

/**
 * The same model with the weights of its last layer shuffled: each number stays in the layer, at a place chosen at random. What the earlier
 * layers compute is unchanged, but the model's answers are chance.
 *
 * @returns the bytes of the new ONNX model.
 * @throws GridExplainerError `MODEL_UNSUPPORTED` if no such layer is found, and as `inspectOnnx` does.
 *
 * @example
 * ```ts
 * import { readFile } from "node:fs/promises"
 * import { inspectOnnx, shuffleLastLayer } from "gridexplainer/onnx"
 * const bytes = await readFile("assets/models/efficientnet-lite0.onnx")
 * const shuffled = await shuffleLastLayer(bytes, { seed: 0 })
 * shuffled.length === bytes.length // => true
 * ```
 */
export async function shuffleLastLayer(
  bytes: Uint8Array,
  options: { readonly seed: number },
): Promise<Uint8Array<ArrayBuffer>> {
  return editOnnx(bytes, ({ graph }) => {
    if (graph === undefined) throw unsupported()
    const layer = lastLayer(graph)
    const draw = random(options.seed)
    const weights = layer.input.flatMap((name) => weightsBehind(graph, name) ?? [])
    if (weights.length === 0) throw unsupported()
    for (const tensor of weights) shuffle(tensor, draw)
  })
}

/** Walks back from the first output, past operators that only reshape, scale or add a bias. */
function lastLayer(graph: GraphProto): NodeProto {
  let name = graph.output[0]?.name
  for (let steps = graph.node.length; steps > 0; steps--) {
    const node = graph.node.find(({ output }) => output.includes(name ?? ""))
    if (node === undefined) break
    if (layers.has(node.opType)) return node
    if (!passing.has(node.opType)) break
    name = node.input.find((input) => weightsBehind(graph, input) === undefined)
  }
  throw unsupported()
}

/** The weights that a node reads, straight from the file or through a change of type. */
function weightsBehind(graph: GraphProto, name: string): TensorProto | undefined {
  const weights = graph.initializer.find((tensor) => tensor.name === name)
  if (weights !== undefined) return weights
  const node = graph.node.find(({ output }) => output.includes(name))
  return node?.opType === "Cast" || node?.opType === "Identity" ? weightsBehind(graph, node.input[0] ?? "") : undefined
}

/** Shuffles the numbers (Fisher and Yates), in whichever form the tensor stores them. */
function shuffle(tensor: TensorProto, draw: () => number): void {
  const { dataType, rawData, floatData, doubleData } = tensor
  if (rawData.length === 0) {
    deal(floatData.length > 0 ? floatData : doubleData, draw)
    return
  }
  const width = widths[dataType]
  if (width === undefined) throw unsupported()
  const numbers = Array.from({ length: rawData.length / width }, (_, i) => rawData.slice(i * width, (i + 1) * width))
  deal(numbers, draw)
  const dealt = new Uint8Array(rawData.length)
  for (const [i, one] of numbers.entries()) dealt.set(one, i * width)
  tensor.rawData = dealt
}

function deal(values: unknown[], draw: () => number): void {
  for (let last = values.length - 1; last > 0; last--) {
    const other = Math.floor(draw() * (last + 1))
    const kept = values[last]
    values[last] = values[other]
    values[other] = kept
  }
}

function unsupported(): GridExplainerError {
  return new GridExplainerError(
    "MODEL_UNSUPPORTED",
    "the last layer's weights were not found: the model must end with a fully connected or convolutional layer, followed at most by a softmax",
  )
}
