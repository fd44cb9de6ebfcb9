import { create, type MessageInitShape, toBinary } from "@bufbuild/protobuf"
import {
  AttributeProto_AttributeType,
  type AttributeProtoSchema,
  ModelProtoSchema,
  type NodeProtoSchema,
  TensorProto_DataType,
  type TensorProtoSchema,
  type ValueInfoProtoSchema,
} from "onnx-buf"

export type ModelInit = MessageInitShape<typeof ModelProtoSchema>
export type GraphInit = NonNullable<ModelInit["graph"]>
export type Tensor = MessageInitShape<typeof TensorProtoSchema>
type Node = MessageInitShape<typeof NodeProtoSchema>
type Attribute = MessageInitShape<typeof AttributeProtoSchema>
type Value = MessageInitShape<typeof ValueInfoProtoSchema>

/** A graph of the wanted nodes from "x" to "y", as the bytes of an ONNX file; `model` and `graph` override what they name. */
export function buildModel({
  input = ["N", 3, 2, 2],
  output = ["N", 2],
  nodes,
  weights = [],
  graph = {},
  model = {},
}: {
  readonly input?: Shape
  readonly output?: Shape
  readonly nodes: Node[]
  readonly weights?: Tensor[]
  readonly graph?: Partial<GraphInit>
  readonly model?: Partial<ModelInit>
}): Uint8Array<ArrayBuffer> {
  return toBinary(
    ModelProtoSchema,
    create(ModelProtoSchema, {
      irVersion: 8n,
      producerName: "test",
      opsetImport: [{ domain: "", version: 17n }],
      graph: {
        name: "toy",
        input: [value("x", input)],
        output: [value("y", output)],
        initializer: weights,
        node: nodes,
        ...graph,
      },
      ...model,
    } as ModelInit),
  )
}

/** Lengths; a name or undefined leaves a side open. */
export type Shape = readonly (number | string | undefined)[]

export function value(name: string, shape: Shape, elemType: number = TensorProto_DataType.FLOAT): Value {
  const dim = shape.map((side) =>
    typeof side === "number"
      ? { value: { case: "dimValue", value: BigInt(side) } as const }
      : typeof side === "string"
        ? { value: { case: "dimParam", value: side } as const }
        : {},
  )
  return { name, type: { value: { case: "tensorType", value: { elemType, shape: { dim } } } } }
}

export function tensor(name: string, dims: readonly number[], values: readonly number[]): Tensor {
  return { name, dims: dims.map(BigInt), dataType: TensorProto_DataType.FLOAT, floatData: [...values] }
}

export function node(opType: string, input: string[], output: string[], attribute: Attribute[] = []): Node {
  return { opType, input, output, attribute }
}

export function integer(name: string, i: number): Attribute {
  return { name, type: AttributeProto_AttributeType.INT, i: BigInt(i) }
}

export function integers(name: string, ints: readonly number[]): Attribute {
  return { name, type: AttributeProto_AttributeType.INTS, ints: ints.map(BigInt) }
}

/**
 * Scores are sums of the input's numbers, in the order of its layout: `weights[k][i]` of number `i` for class `k`. An activation may follow.
 */
export function linearModel({
  weights,
  input = ["N", 3, 2, 2],
  activation,
  ...rest
}: {
  readonly weights: readonly (readonly number[])[]
  readonly input?: Shape
  readonly activation?: "Softmax" | "Sigmoid" | "LogSoftmax"
  readonly output?: Shape
  readonly graph?: Partial<GraphInit>
  readonly model?: Partial<ModelInit>
}): Uint8Array<ArrayBuffer> {
  const end = activation === undefined ? [] : [node(activation, ["sum"], ["y"])]
  return buildModel({
    input,
    output: [input[0], weights.length],
    nodes: [
      node("Flatten", ["x"], ["flat"]),
      node("Gemm", ["flat", "w"], [activation === undefined ? "y" : "sum"], [integer("transB", 1)]),
      ...end,
    ],
    weights: [tensor("w", [weights.length, weights[0]!.length], weights.flat())],
    ...rest,
  })
}
