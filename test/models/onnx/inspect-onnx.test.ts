import { describe, expect, it, vi } from "vitest"
import { inspectOnnx } from "../../../src/models/onnx/inspect-onnx.ts"
import { buildModel, linearModel, type ModelInit, node, type Shape, tensor, value } from "./build-model.ts"

const ones = (count: number): number[] => Array<number>(count).fill(1)
const relu = (input: Shape, output: Shape = ["N", 2]) =>
  buildModel({ input, output, nodes: [node("Relu", ["x"], ["y"])] })

describe("inspectOnnx", () => {
  it("reads what the graph says", async () => {
    const bytes = linearModel({
      weights: [ones(12), ones(12)],
      activation: "Softmax",
      model: { producerName: "pytorch", producerVersion: "2.1" },
    })
    expect(await inspectOnnx(bytes)).toEqual({
      opset: 17,
      producer: "pytorch 2.1",
      inputName: "x",
      outputName: "y",
      layout: "NCHW",
      channels: 3,
      size: { width: 2, height: 2 },
      batch: "dynamic",
      classes: 2,
      endsWith: "softmax",
    })
  })

  it.each<[string, Shape, object]>([
    ["channels first", [1, 3, 8, 6], { layout: "NCHW", channels: 3, size: { width: 6, height: 8 }, batch: 1 }],
    ["channels last", [16, 8, 6, 3], { layout: "NHWC", channels: 3, size: { width: 6, height: 8 }, batch: 16 }],
    ["one channel", ["N", 1, 28, 28], { layout: "NCHW", channels: 1, batch: "dynamic" }],
    ["one channel last", [undefined, 28, 28, 1], { layout: "NHWC", channels: 1, batch: "dynamic" }],
    ["zero for any number", [0, 3, 8, 6], { batch: "dynamic" }],
    ["minus one for any number", [-1, 3, 8, 6], { batch: "dynamic" }],
  ])("knows %s", async (_, shape, expected) => {
    expect(await inspectOnnx(relu(shape))).toMatchObject(expected)
  })

  it("has no size where the file leaves one open", async () => {
    expect(await inspectOnnx(relu(["N", 3, "H", "W"]))).not.toHaveProperty("size")
  })

  it.each<Shape>([
    ["N", 3, 224, 3],
    ["N", 1, 28, 1],
    ["N", "C", "H", "W"],
    ["N", 16, 28, 28],
  ])("asks for the layout of [%s, %s, %s, %s]", async (...shape) => {
    await expect(inspectOnnx(relu(shape))).rejects.toMatchObject({
      code: "MODEL_UNSUPPORTED",
      message: expect.stringMatching(/channels .* got "x" float32 \[.*layout/),
    })
  })

  it("takes the caller's word for the layout, as far as it can be", async () => {
    expect(await inspectOnnx(relu(["N", 3, 224, 3]), { layout: "NHWC" })).toMatchObject({
      size: { width: 224, height: 3 },
    })
    expect(await inspectOnnx(relu(["N", "C", 8, 8]), { layout: "NCHW" })).not.toHaveProperty("channels")
    await expect(inspectOnnx(relu(["N", 3, 8, 8]), { layout: "NHWC" })).rejects.toThrow(
      "1 or 3 channels, got 8 as NHWC",
    )
  })

  it("counts only inputs that are not weights", async () => {
    const old = { input: [value("x", ["N", 3, 2, 2]), value("w", [1, 12])] }
    expect(await inspectOnnx(linearModel({ weights: [ones(12)], graph: old }))).toMatchObject({ inputName: "x" })
  })

  it.each([
    ["two inputs", { input: [value("a", [1, 3, 2, 2]), value("b", [1])] }, 'one input, a picture, got "a", "b"'],
    ["no input", { input: [] }, "one input, a picture, got none"],
    ["no output", { output: [] }, "must have an output, got none"],
    ["a vector", { input: [value("x", ["N", 784])] }, 'with 4 axes, got "x" float32 [?, 784]'],
    ["bytes", { input: [value("x", [1, 3, 2, 2], 2)] }, 'float32 pictures with 4 axes, got "x" uint8 [1, 3, 2, 2]'],
    ["half floats", { input: [value("x", [1, 3, 2, 2], 10)] }, 'got "x" float16'],
    ["an unknown type", { input: [value("x", [1, 3, 2, 2], 99)] }, 'got "x" type 99'],
    ["no shape", { input: [{ name: "x" }] }, 'got "x" no tensor of unknown shape'],
    ["a map as output", { output: [value("y", [1, 21, 64, 64])] }, 'one per class, got "y" float32 [1, 21, 64, 64]'],
    ["an index as output", { output: [value("y", [1], 7)] }, 'float32 scores, one per class, got "y" int64 [1]'],
  ])("refuses %s", async (_, graph, message) => {
    const bytes = linearModel({ weights: [ones(12)], graph })
    await expect(inspectOnnx(bytes)).rejects.toMatchObject({
      code: "MODEL_UNSUPPORTED",
      message: expect.stringContaining(message),
    })
  })

  it.each<[Shape, number | undefined]>([
    [["N", 5], 5],
    [["N", 5, 1, 1], 5],
    [["N"], 1],
    [["N", "K"], undefined],
  ])("counts the classes of %j", async (output, classes) => {
    expect((await inspectOnnx(relu([1, 3, 2, 2], output))).classes).toBe(classes)
  })

  it("takes the first of several outputs, or the named one", async () => {
    const outputs = { output: [value("y", ["N", 2]), value("flat", ["N", 12])] }
    const bytes = linearModel({ weights: [ones(12), ones(12)], graph: outputs })
    expect(await inspectOnnx(bytes)).toMatchObject({ outputName: "y", classes: 2 })
    expect(await inspectOnnx(bytes, { output: "flat" })).toMatchObject({ outputName: "flat", classes: 12 })
    await expect(inspectOnnx(bytes, { output: "z" })).rejects.toThrow(
      new RangeError("output must be one of y, flat, got z"),
    )
  })

  it("needs a graph and an opset", async () => {
    const cut: Partial<ModelInit>[] = [{ opsetImport: [] }, { graph: {} }]
    for (const model of cut) {
      await expect(inspectOnnx(linearModel({ weights: [ones(12)], model }))).rejects.toMatchObject({
        code: "MODEL_UNREADABLE",
      })
    }
  })

  it("names the package to install where there is no reader", async () => {
    vi.doMock("onnx-buf", () => {
      throw new Error("Cannot find package")
    })
    const call = inspectOnnx(linearModel({ weights: [ones(12)] }))
    await expect(call).rejects.toMatchObject({
      code: "MISSING_PACKAGE",
      nextStep: "Run: npm install onnx-buf@1.20.0-1",
    })
    vi.doUnmock("onnx-buf")
  })

  it("wants bytes", async () => {
    await expect(inspectOnnx(JSON.parse('"model.onnx"'))).rejects.toThrow(TypeError)
  })
})

describe("the end of the graph", () => {
  const ends = (...last: string[]) => {
    const nodes = ["Relu", ...last].map((type, i, all) =>
      node(type, [i === 0 ? "x" : `t${i}`], [i === all.length - 1 ? "y" : `t${i + 1}`]),
    )
    return inspectOnnx(buildModel({ nodes })).then((facts) => facts.endsWith)
  }

  it.each([
    [["Softmax"], "softmax"],
    [["Sigmoid"], "sigmoid"],
    [["LogSoftmax"], "logsoftmax"],
    [["Softmax", "Flatten", "Identity"], "softmax"],
    [["Softmax", "Reshape", "Squeeze", "Cast"], "softmax"],
    [["Softmax", "Relu"], "other"],
    [["Gemm"], "other"],
    [["Identity"], "other"],
  ])("%j is %s", async (last, expected) => {
    expect(await ends(...last)).toBe(expected)
  })

  it("does not take another domain's Softmax for the standard one", async () => {
    const nodes = [{ ...node("Softmax", ["x"], ["y"]), domain: "my.ops" }]
    expect((await inspectOnnx(buildModel({ nodes }))).endsWith).toBe("other")
  })

  it("is found also where nodes run in circles", async () => {
    const nodes = [node("Identity", ["y"], ["z"]), node("Identity", ["z"], ["y"])]
    expect((await inspectOnnx(buildModel({ nodes, weights: [tensor("w", [1], [1])] }))).endsWith).toBe("other")
  })
})
