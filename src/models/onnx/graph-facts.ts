import type { GraphProto, ModelProto, NodeProto, ValueInfoProto } from "onnx-buf"
import { GridExplainerError } from "../../errors.ts"
import type { Preprocessing, Size } from "../../types.ts"
import { checkInputSize } from "../check-input-size.ts"
import { notOnnx } from "./not-onnx.ts"

/** What an ONNX file says about itself. */
export interface OnnxFacts {
  /** Version of the standard operators (opset). */
  readonly opset: number
  /** What wrote the file, with its version; empty if the file does not say. */
  readonly producer: string
  readonly inputName: string
  readonly outputName: string
  /** The order of the axes of the input. */
  readonly layout: Preprocessing["layout"]
  /** Channels of the input; absent if the file leaves them open. */
  readonly channels?: 1 | 3
  /** Size of the input in pixels; absent if the model takes pictures of several sizes. */
  readonly size?: Size
  /** Pictures per call: a fixed number, or any. */
  readonly batch: number | "dynamic"
  /** How many scores it returns for a picture; absent if the file leaves it open. */
  readonly classes?: number
  /** The last operator that changes values; softmax and sigmoid give probabilities. */
  readonly endsWith: "softmax" | "sigmoid" | "logsoftmax" | "other"
}

/** The options of `inspectOnnx`. */
export interface InspectOptions {
  /** The order of the axes; needed if the shape does not show which axis holds the channels. */
  readonly layout?: Preprocessing["layout"]
  /** Which output holds the scores. @default the first output */
  readonly output?: string
}

/** A side of a tensor: its length, or undefined if the file leaves it open. */
type Side = number | undefined

const float32 = 1
/** Names of `TensorProto.DataType`, by number. */
const types = "undefined float32 uint8 int8 uint16 int16 int32 int64 string bool float16 float64 uint32 uint64".split(
  " ",
)

/** Reads the {@link OnnxFacts} off the graph. */
export function graphFacts(model: ModelProto, options: InspectOptions): OnnxFacts {
  const graph = model.graph
  const opset = model.opsetImport.find(({ domain }) => domain === "" || domain === "ai.onnx")?.version
  if (graph === undefined || graph.node.length === 0 || opset === undefined) {
    throw notOnnx("one without a graph or an opset", {
      nextStep: "It may have been cut short; download or export it again.",
    })
  }
  const input = onlyInput(graph)
  const output = chosenOutput(graph, options.output)
  const classes = classesOf(output)
  const axes = pictureAxes(input, options.layout)
  checkInputSize({ ...axes, classes })
  return {
    opset: Number(opset),
    producer: `${model.producerName} ${model.producerVersion}`.trim(),
    inputName: input.name,
    outputName: output.name,
    ...axes,
    ...(classes === undefined ? {} : { classes }),
    endsWith: finalActivation(graph.node, output.name),
  }
}

/** Files before IR version 4 list the weights among the inputs. */
function onlyInput(graph: GraphProto): ValueInfoProto {
  const weights = new Set([
    ...graph.initializer.map(({ name }) => name),
    ...graph.sparseInitializer.map(({ values }) => values?.name),
  ])
  const inputs = graph.input.filter(({ name }) => !weights.has(name))
  if (inputs.length === 1) return inputs[0]!
  const names = inputs.map(({ name }) => JSON.stringify(name)).join(", ")
  throw unsupported(`the model must have one input, a picture, got ${inputs.length === 0 ? "none" : names}`)
}

function chosenOutput(graph: GraphProto, wanted: string | undefined): ValueInfoProto {
  const names = graph.output.map(({ name }) => name).join(", ")
  const output = wanted === undefined ? graph.output[0] : graph.output.find(({ name }) => name === wanted)
  if (output !== undefined) return output
  if (wanted === undefined) throw unsupported("the model must have an output, got none")
  throw new RangeError(`output must be one of ${names}, got ${wanted}`)
}

function pictureAxes(
  input: ValueInfoProto,
  wanted: OnnxFacts["layout"] | undefined,
): Pick<OnnxFacts, "layout" | "channels" | "size" | "batch"> {
  const sides = sidesOf(input)
  if (typeOf(input) !== float32 || sides?.length !== 4) {
    throw unsupported(`the model must take float32 pictures with 4 axes, got ${describe(input)}`)
  }
  const [batch, first, second, last] = sides
  const layout = wanted ?? layoutOf(first, last)
  if (layout === undefined) {
    throw unsupported(
      `the channels (1 or 3) must be the second or the last axis of the input, got ${describe(input)}`,
      'If it takes pictures, say which axis: give a layout, "NCHW" or "NHWC", in the preprocessing.',
    )
  }
  const [channels, height, width] = layout === "NCHW" ? [first, second, last] : [last, first, second]
  if (channels !== undefined && channels !== 1 && channels !== 3) {
    throw unsupported(`the model must take 1 or 3 channels, got ${channels} as ${layout} of ${describe(input)}`)
  }
  return {
    layout,
    ...(channels === undefined ? {} : { channels }),
    ...(width === undefined || height === undefined ? {} : { size: { width, height } }),
    batch: batch ?? "dynamic",
  }
}

function layoutOf(second: Side, last: Side): OnnxFacts["layout"] | undefined {
  const [first, final] = [second, last].map((side) => side === 1 || side === 3)
  return first === final ? undefined : first ? "NCHW" : "NHWC"
}

/** The number of classes, if the file states it: `[N, K]`, `[N, K, 1, 1]`, or `[N]` for one. */
function classesOf(output: ValueInfoProto): number | undefined {
  const sides = sidesOf(output)
  const type = typeOf(output)
  if (sides?.slice(2).some((side) => side !== undefined && side !== 1) || (type !== undefined && type !== float32)) {
    throw unsupported(`the model must answer float32 scores, one per class, got ${describe(output)}`)
  }
  return sides === undefined ? undefined : sides.length < 2 ? 1 : sides[1]
}

/** What the last node computes, ignoring nodes that only change the shape. */
function finalActivation(nodes: readonly NodeProto[], output: string): OnnxFacts["endsWith"] {
  const makers = new Map(nodes.flatMap((node) => node.output.map((name) => [name, node])))
  const passing = ["Identity", "Reshape", "Flatten", "Squeeze", "Unsqueeze", "Cast"]
  let node = makers.get(output)
  for (let steps = nodes.length; node !== undefined && steps > 0 && passing.includes(node.opType); steps--) {
    node = makers.get(node.input[0] ?? "")
  }
  const standard = node?.domain === "" || node?.domain === "ai.onnx"
  const name = standard ? node?.opType.toLowerCase() : undefined
  return name === "softmax" || name === "sigmoid" || name === "logsoftmax" ? name : "other"
}

function tensorType({ type }: ValueInfoProto) {
  return type?.value.case === "tensorType" ? type.value.value : undefined
}

function typeOf(info: ValueInfoProto): number | undefined {
  return tensorType(info)?.elemType || undefined
}

/** Zero and negative lengths stand for an open side in files of some exporters. */
function sidesOf(info: ValueInfoProto): Side[] | undefined {
  return tensorType(info)?.shape?.dim.map(({ value }) =>
    value.case === "dimValue" && value.value > 0n ? Number(value.value) : undefined,
  )
}

/** `input "data" float32 [?, 3, 224, 224]` */
function describe(info: ValueInfoProto): string {
  const type = typeOf(info)
  const shape = sidesOf(info)?.map((side) => side ?? "?")
  const kind = type === undefined ? "no tensor" : (types[type] ?? `type ${type}`)
  return `${JSON.stringify(info.name)} ${kind} ${shape === undefined ? "of unknown shape" : `[${shape.join(", ")}]`}`
}

function unsupported(problem: string, nextStep?: string): GridExplainerError {
  return new GridExplainerError("MODEL_UNSUPPORTED", problem, { nextStep })
}
