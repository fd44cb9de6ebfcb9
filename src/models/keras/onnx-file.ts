import type { AttributeProto, ValueInfoProto } from "onnx-buf"
import { loadReader } from "../onnx/read-onnx.ts"
import type { Attribute, Graph } from "./graph.ts"

/** An input or output of the graph; a text in its shape names a size that is open. */
interface Port {
  readonly name: string
  readonly shape: readonly (number | string)[]
}

/** Opset 17 with IR 8: the newest pair that ONNX Runtime 1.12 and later read. */
const opset = 17n
const irVersion = 8n

/** Encodes a graph as an ONNX file. The same graph gives the same bytes. */
export async function encodeOnnx(
  graph: Graph,
  { input, output }: { readonly input: Port; readonly output: Port },
): Promise<Uint8Array> {
  const onnx = await loadReader()
  const { create, toBinary } = onnx
  const port = ({ name, shape }: Port): ValueInfoProto => {
    const dim = shape.map((size) =>
      create(onnx.TensorShapeProto_DimensionSchema, {
        value: typeof size === "string" ? { case: "dimParam", value: size } : { case: "dimValue", value: BigInt(size) },
      }),
    )
    const value = create(onnx.TypeProto_TensorSchema, {
      elemType: onnx.TensorProto_DataType.FLOAT,
      shape: create(onnx.TensorShapeProtoSchema, { dim }),
    })
    const type = create(onnx.TypeProtoSchema, { value: { case: "tensorType", value } })
    return create(onnx.ValueInfoProtoSchema, { name, type })
  }
  const attribute = ([name, value]: [string, Attribute]): AttributeProto => {
    const kinds = onnx.AttributeProto_AttributeType
    if ("i" in value) return create(onnx.AttributeProtoSchema, { name, type: kinds.INT, i: BigInt(value.i) })
    if ("f" in value) return create(onnx.AttributeProtoSchema, { name, type: kinds.FLOAT, f: value.f })
    if ("s" in value) {
      return create(onnx.AttributeProtoSchema, { name, type: kinds.STRING, s: new TextEncoder().encode(value.s) })
    }
    return create(onnx.AttributeProtoSchema, { name, type: kinds.INTS, ints: value.ints.map(BigInt) })
  }
  const model = create(onnx.ModelProtoSchema, {
    irVersion,
    producerName: "gridexplainer",
    opsetImport: [create(onnx.OperatorSetIdProtoSchema, { version: opset })],
    graph: create(onnx.GraphProtoSchema, {
      name: "keras",
      input: [port(input)],
      output: [port(output)],
      node: [...graph.nodes.values()].map(({ name, op, inputs, attributes }) =>
        create(onnx.NodeProtoSchema, {
          name,
          opType: op,
          input: [...inputs],
          output: [name],
          attribute: Object.entries(attributes).map(attribute),
        }),
      ),
      initializer: [...graph.constants.values()].map(({ name, dims, values }) =>
        create(onnx.TensorProtoSchema, {
          name,
          dims: dims.map(BigInt),
          dataType: values instanceof Float32Array ? onnx.TensorProto_DataType.FLOAT : onnx.TensorProto_DataType.INT64,
          rawData: new Uint8Array(values.buffer, values.byteOffset, values.byteLength),
        }),
      ),
    }),
  })
  return toBinary(onnx.ModelProtoSchema, model)
}
