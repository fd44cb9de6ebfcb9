import { fromBinary } from "@bufbuild/protobuf"
import { ModelProtoSchema } from "onnx-buf"
import { describe, expect, it } from "vitest"
import { GridExplainerError } from "../../../src/errors.ts"
import { shuffleLastLayer } from "../../../src/models/onnx/shuffle-last-layer.ts"
import { buildModel, tensor } from "./build-model.ts"

const weights = Array.from({ length: 12 }, (_, i) => i + 1)

/** Convolution, then a fully connected layer of 12 weights and 4 biases, then a softmax. */
function model(last: "Gemm" | "MatMul"): Uint8Array {
  return buildModel({
    output: ["N", 4],
    nodes: [
      { opType: "Mul", input: ["x", "first"], output: ["first-out"] },
      { opType: "GlobalAveragePool", input: ["first-out"], output: ["pooled"] },
      { opType: "Flatten", input: ["pooled"], output: ["flat"] },
      ...(last === "Gemm"
        ? [{ opType: "Gemm", input: ["flat", "weights", "bias"], output: ["logits"] }]
        : [
            { opType: "MatMul", input: ["flat", "weights"], output: ["product"] },
            { opType: "Add", input: ["bias", "product"], output: ["logits"] },
          ]),
      { opType: "Softmax", input: ["logits"], output: ["y"] },
    ],
    weights: [tensor("first", [1], [3]), tensor("weights", [3, 4], weights), tensor("bias", [4], [0, 0, 0, 9])],
  })
}

function numbersOf(bytes: Uint8Array, name: string): number[] {
  const found = fromBinary(ModelProtoSchema, bytes).graph?.initializer.find((one) => one.name === name)
  const raw = found?.rawData ?? new Uint8Array()
  return raw.length > 0 ? [...new Float32Array(raw.slice().buffer)] : [...(found?.floatData ?? [])]
}

describe("shuffleLastLayer", () => {
  it.each(["Gemm", "MatMul"] as const)("deals out the weights of a last %s anew, and no others", async (last) => {
    const shuffled = await shuffleLastLayer(model(last), { seed: 1 })
    const dealt = numbersOf(shuffled, "weights")
    expect(dealt).not.toEqual(weights)
    expect([...dealt].sort((a, b) => a - b)).toEqual(weights)
    expect(numbersOf(shuffled, "first")).toEqual([3])
  })

  it("deals the same for the same seed, and another way for another", async () => {
    const [one, again, other] = await Promise.all([1, 1, 2].map((seed) => shuffleLastLayer(model("Gemm"), { seed })))
    expect(one).toEqual(again)
    expect(numbersOf(other!, "weights")).not.toEqual(numbersOf(one!, "weights"))
  })

  it("refuses a model that ends otherwise", async () => {
    const none = buildModel({
      nodes: [
        { opType: "GlobalAveragePool", input: ["x"], output: ["pooled"] },
        { opType: "Flatten", input: ["pooled"], output: ["y"] },
      ],
      output: ["N", 3],
    })
    const problem: unknown = await shuffleLastLayer(none, { seed: 0 }).catch((error: unknown) => error)
    expect(problem).toBeInstanceOf(GridExplainerError)
    expect(problem).toMatchObject({ code: "MODEL_UNSUPPORTED" })
  })
})
