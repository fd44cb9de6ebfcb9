/** ONNX models that are made to do harm, each of a few hundred bytes to some megabytes. */
import { create, toBinary } from "@bufbuild/protobuf"
import {
  AttributeProto_AttributeType as AttributeType,
  TensorProto_DataType as DataType,
  ModelProtoSchema,
} from "onnx-buf"

/**
 * @typedef {(number | string | undefined)[]} Shape
 * @typedef {import("@bufbuild/protobuf").MessageInitShape<typeof ModelProtoSchema>} ModelInit
 */

/** @param {string} name @param {Shape} shape @param {number} [elemType] */
export function value(name, shape, elemType = DataType.FLOAT) {
  const dim = shape.map((side) =>
    typeof side === "number"
      ? { value: { case: "dimValue", value: BigInt(side) } }
      : { value: { case: "dimParam", value: side ?? "N" } },
  )
  return { name, type: { value: { case: "tensorType", value: { elemType, shape: { dim } } } } }
}

/** @param {string} opType @param {string[]} input @param {string[]} output @param {object[]} [attribute] */
export function node(opType, input, output, attribute = []) {
  return { opType, input, output, attribute }
}

/** @param {string} name @param {number} dataType @param {number[]} dims @param {object} content */
function tensor(name, dataType, dims, content) {
  return { name, dataType, dims: dims.map(BigInt), ...content }
}

/** @param {string} name @param {number[]} list */
export const longs = (name, list) => tensor(name, DataType.INT64, [list.length], { int64Data: list.map(BigInt) })

/** The end of every model here: the mean of each channel, as probabilities. */
const ending = [
  node("GlobalAveragePool", ["end"], ["pooled"]),
  node("Flatten", ["pooled"], ["flat"]),
  node("Softmax", ["flat"], ["y"]),
]

/**
 * A model whose nodes make "end" of "x", `[N, 3, side, side]`.
 *
 * @param {{ nodes?: object[], weights?: object[], input?: Shape, output?: Shape, graph?: object }} parts
 */
export function hostileModel({
  nodes = [node("Identity", ["x"], ["end"])],
  weights = [],
  input = ["N", 3, 32, 32],
  output,
  graph = {},
}) {
  return toBinary(
    ModelProtoSchema,
    create(
      ModelProtoSchema,
      /** @type {any} */ ({
        irVersion: 8n,
        producerName: "attack",
        opsetImport: [{ domain: "", version: 17n }],
        graph: {
          name: "g",
          input: [value("x", input)],
          output: [value("y", output ?? [input[0], 3])],
          node: [...nodes, ...ending],
          initializer: weights,
          ...graph,
        },
      }),
    ),
  )
}

/** @param {string} name @param {object} graph */
const graphAttribute = (name, graph) => ({ name, type: AttributeType.GRAPH, g: graph })

const yes = tensor("yes", DataType.BOOL, [], { int32Data: [1] })
const many = tensor("many", DataType.INT64, [], { int64Data: [2n ** 62n] })

/** A loop that counts to 2^62, over something that comes from the picture or, where `isConstant`, from the file: then it is run while the model loads. */
export function endlessModel({ isConstant = false } = {}) {
  const body = {
    name: "body",
    input: [value("i", [], DataType.INT64), value("going", [], DataType.BOOL), value("before", [1, 3, 1, 1])],
    output: [value("goes", [], DataType.BOOL), value("after", [1, 3, 1, 1])],
    node: [node("Identity", ["going"], ["goes"]), node("Sin", ["before"], ["after"])],
  }
  const start = isConstant ? "fixed" : "mean"
  return hostileModel({
    weights: [yes, many, tensor("fixed", DataType.FLOAT, [1, 3, 1, 1], { floatData: [1, 2, 3] })],
    nodes: [
      node("ReduceMean", ["x"], ["mean"], [{ name: "axes", type: AttributeType.INTS, ints: [0n, 2n, 3n] }]),
      node("Loop", ["many", "yes", start], ["looped"], [graphAttribute("body", body)]),
      node("Add", ["x", "looped"], ["end"]),
    ],
  })
}

/** A chain of so many operators. @param {number} count */
export function longModel(count) {
  const chain = Array.from({ length: count }, (_, i) =>
    node("Sin", [i === 0 ? "x" : `t${i - 1}`], [i === count - 1 ? "end" : `t${i}`]),
  )
  return hostileModel({ nodes: chain })
}

/** Asks for a tensor of so many numbers when it is run. @param {number} numbers */
export function greedyModel(numbers) {
  return hostileModel({
    weights: [longs("shape", [Math.ceil(numbers / 3), 3, 1, 1]), longs("first", [0]), longs("last", [1])],
    nodes: [
      node("ReduceMean", ["x"], ["mean"], [{ name: "axes", type: AttributeType.INTS, ints: [0n, 2n, 3n] }]),
      node("Expand", ["mean", "shape"], ["huge"]),
      node("Sin", ["huge"], ["huger"]),
      node("ReduceMean", ["huger"], ["small"], [{ name: "axes", type: AttributeType.INTS, ints: [0n] }]),
      node("Add", ["x", "small"], ["end"]),
    ],
  })
}

/** `If` in `If`, so deep. @param {number} depth */
export function nestedModel(depth) {
  let inner = /** @type {object} */ ({
    name: "leaf",
    output: [value("x0", ["N", 3, 32, 32])],
    node: [node("Identity", ["x"], ["x0"])],
  })
  for (let i = 1; i <= depth; i++)
    inner = {
      name: `level${i}`,
      output: [value(`x${i}`, ["N", 3, 32, 32])],
      node: [
        node(
          "If",
          ["yes"],
          [`x${i}`],
          [
            graphAttribute("then_branch", inner),
            graphAttribute("else_branch", {
              name: "e",
              output: [value(`x${i}`, ["N", 3, 32, 32])],
              node: [node("Identity", ["x"], [`x${i}`])],
            }),
          ],
        ),
      ],
    }
  return hostileModel({
    weights: [yes],
    nodes: [node("If", ["yes"], ["end"], [graphAttribute("then_branch", inner), graphAttribute("else_branch", inner)])],
  })
}
