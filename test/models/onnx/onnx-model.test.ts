import * as ort from "onnxruntime-web"
import { afterEach, describe, expect, it } from "vitest"
import { type OnnxModelOptions, onnxModel } from "../../../src/models/onnx/onnx-model.ts"
import type { Classifier, Image, ScoreScale, Variant } from "../../../src/types.ts"
import { describeClassifierContract } from "../classifier-contract.ts"
import { buildModel, integers, linearModel, node, type Shape, tensor, value } from "./build-model.ts"

/** Rows of pixels, R G B. */
const image: Image = {
  width: 2,
  height: 2,
  channels: 3,
  // biome-ignore format: one pixel a column
  data: Uint8Array.of(
    11, 12, 13,  21, 22, 23,
    31, 32, 33,  41, 42, 43,
  ),
}
const untouched: Variant = { hidden: [], edits: [] }

const open: Classifier[] = []
afterEach(async () => {
  for (const model of open.splice(0)) await model.dispose?.()
})

async function model(bytes: Uint8Array, options: Partial<OnnxModelOptions> = {}): Promise<Classifier> {
  const made = await onnxModel(bytes, { name: "toy", preprocessing: "raw", ...options })
  open.push(made)
  return made
}

/** Weights that pick single numbers of the tensor, one a class. */
function picking(...places: number[]): number[][] {
  return places.map((place) => Array.from({ length: 12 }, (_, i) => Number(i === place)))
}

/** Weights of three classes that give logits from 0.2 to 1.4. */
const mixed = [0, 1, 2].map((k) => Array.from({ length: 12 }, (_, i) => Math.sin(5 * k + 3 * i + 1) / 40))

async function row(bytes: Uint8Array, options: Partial<OnnxModelOptions> = {}): Promise<number[]> {
  const { data } = await (await model(bytes, options)).score(image, [untouched])
  return [...data]
}

describe("onnxModel", () => {
  it("gives an NCHW model all reds, then all greens, then all blues", async () => {
    const bytes = linearModel({ weights: picking(0, 1, 3, 4, 11) })
    expect(await row(bytes)).toEqual([11, 21, 41, 12, 43])
  })

  it("gives an NHWC model one pixel after the other", async () => {
    const bytes = linearModel({ weights: picking(0, 1, 3, 4, 11), input: ["N", 2, 2, 3] })
    expect(await row(bytes)).toEqual([11, 12, 21, 22, 43])
  })

  it("gives a BGR model blue first", async () => {
    const preprocessing = { order: "BGR", range: [0, 255], mean: [1, 2, 3] } as const
    expect(await row(linearModel({ weights: picking(0, 4, 8) }), { preprocessing })).toEqual([13 - 1, 12 - 2, 11 - 3])
    const last = linearModel({ weights: picking(0, 1, 2), input: ["N", 2, 2, 3] })
    expect(await row(last, { preprocessing })).toEqual([13 - 1, 12 - 2, 11 - 3])
  })

  it("describes itself from the file and the options", async () => {
    const bytes = linearModel({ weights: mixed, activation: "Softmax" })
    expect(await model(bytes, { labels: ["a", "b", "c"], sha256: "ab", preprocessing: "torchvision" })).toMatchObject({
      name: "toy",
      labels: ["a", "b", "c"],
      scale: "probability",
      inputSize: { width: 2, height: 2 },
      resize: { fit: "crop", filter: "bilinear" },
      description: {
        sha256: "ab",
        runtime: "onnxruntime-node 1.30.0 (cpu)",
        preprocessing: { layout: "NCHW", order: "RGB" },
      },
    })
  })

  it("leaves the caller's bytes alone", async () => {
    const bytes = linearModel({ weights: mixed })
    const before = bytes.slice()
    await row(bytes)
    expect(bytes).toEqual(before)
  })

  it("fills up and splits for a model with a fixed batch", async () => {
    const bytes = linearModel({ weights: picking(0), input: [4, 3, 2, 2] })
    const classifier = await model(bytes)
    expect(classifier.batchSize).toBe(4)
    const box = { left: 0, top: 0, width: 1, height: 1 }
    const variants = [1, 2, 3, 4, 5, 6].map((level) => ({
      hidden: [],
      edits: [{ box, pixels: Uint8Array.of(level, 0, 0) }],
    }))
    expect((await classifier.score(image, variants)).data).toEqual(Float32Array.of(1, 2, 3, 4, 5, 6))
  })

  it("takes size and layout from the caller where the file leaves them open", async () => {
    const nodes = [node("GlobalAveragePool", ["x"], ["pooled"]), node("Flatten", ["pooled"], ["y"])]
    const bytes = buildModel({ input: ["N", "C", "H", "W"], output: ["N", "K"], nodes })
    const preprocessing = { preset: "raw", size: { width: 2, height: 2 }, layout: "NCHW" } as const
    expect(await row(bytes, { preprocessing })).toEqual([26, 27, 28])
    await expect(model(bytes, { preprocessing: "raw" })).rejects.toThrow(/give a layout/)
    await expect(model(bytes, { preprocessing: { preset: "raw", layout: "NCHW" } })).rejects.toThrow(/give a size/)
  })

  it.each<[string, Shape]>([
    ["[N, K, 1, 1]", ["N", 3, 1, 1]],
    ["[N, K]", ["N", 3]],
  ])("reads scores of shape %s", async (_, output) => {
    const flatten = output.length === 2 ? [node("Flatten", ["pooled"], ["y"])] : []
    const pooled = output.length === 2 ? "pooled" : "y"
    const nodes = [
      node("Conv", ["x", "w"], ["mixed"], [integers("kernel_shape", [1, 1])]),
      node("GlobalAveragePool", ["mixed"], [pooled]),
      ...flatten,
    ]
    // The middle channel twice, the first, and first minus last.
    const weights = [tensor("w", [3, 3, 1, 1], [0, 2, 0, 1, 0, 0, 1, 0, -1])]
    expect(await row(buildModel({ nodes, output, weights }))).toEqual([54, 26, -2])
  })

  it("reads one score a picture of shape [N]", async () => {
    const nodes = [node("ReduceMax", ["x"], ["y"], [integers("axes", [1, 2, 3]), { name: "keepdims", type: 2, i: 0n }])]
    expect(await row(buildModel({ nodes, output: ["N"] }))).toEqual([43])
  })

  it("refuses scores of another shape when they come, if the file did not tell", async () => {
    const bytes = buildModel({ nodes: [node("Relu", ["x"], ["y"])], graph: { output: [{ name: "y" }] } })
    await expect(row(bytes)).rejects.toMatchObject({
      code: "MODEL_UNSUPPORTED",
      message: expect.stringContaining('got "y" float32 [1, 3, 2, 2]'),
    })
  })

  it("refuses a model that answers fewer rows than it was asked", async () => {
    const nodes = [node("ReduceMax", ["x"], ["y"], [integers("axes", [0, 2, 3]), { name: "keepdims", type: 2, i: 0n }])]
    const classifier = await model(buildModel({ nodes, output: ["K"] }))
    await expect(classifier.score(image, [untouched, untouched])).rejects.toMatchObject({ code: "BAD_REPLY" })
  })

  it("scores the output that is asked for", async () => {
    const output = [value("y", ["N", 1]), value("flat", ["N", 12])]
    const bytes = linearModel({ weights: picking(0), graph: { output } })
    expect((await row(bytes, { output: "flat" })).length).toBe(12)
  })

  it("counts labels", async () => {
    await expect(model(linearModel({ weights: mixed }), { labels: ["a"] })).rejects.toThrow(
      new RangeError("labels must be 3, one per class of the model, got 1"),
    )
  })

  it("refuses a file without preprocessing, and lists the presets", async () => {
    const call = onnxModel(linearModel({ weights: mixed }), { name: "toy" })
    await expect(call).rejects.toMatchObject({
      code: "PREPROCESSING_UNKNOWN",
      nextStep: expect.stringContaining("keras-caffe, keras-tf, keras-torch, torchvision, zero-one, raw"),
    })
  })

  it.each<[string, Partial<Record<keyof OnnxModelOptions, unknown>>, string]>([
    ["a scale", { scale: "percent" }, "scale must be probability or logit, got percent"],
    ["a runtime", { runtime: "cuda" }, "runtime must be auto, native, wasm, or an onnxruntime module, got cuda"],
    ["no threads", { threads: 0 }, "threads must be an integer of at least 1, got 0"],
    ["half a batch", { batch: 0.5 }, "batch must be an integer of at least 1, got 0.5"],
    ["a preset", { preprocessing: "keras-torhc" }, "did you mean keras-torch?"],
  ])("refuses %s that does not exist", async (_, options, message) => {
    const call = model(linearModel({ weights: mixed }), options as Partial<OnnxModelOptions>)
    await expect(call).rejects.toThrow(RangeError)
    await expect(call).rejects.toThrow(message)
  })

  it("lets the caller set a batch that the file leaves open, not one that it fixes", async () => {
    expect((await model(linearModel({ weights: mixed }), { batch: 2 })).batchSize).toBe(2)
    const fixed = linearModel({ weights: mixed, input: [4, 3, 2, 2] })
    await expect(model(fixed, { batch: 2 })).rejects.toThrow("batch must be 4, which the model file fixes, got 2")
  })

  it("says what a runtime cannot load", async () => {
    const bytes = buildModel({ nodes: [node("Nonsense", ["x"], ["y"])] })
    for (const runtime of ["native", "wasm"] as const) {
      await expect(model(bytes, { runtime })).rejects.toMatchObject({
        code: "MODEL_UNSUPPORTED",
        message: expect.stringMatching(/^onnxruntime-\w+ 1\.30\.0 \(\w+\) cannot load the model: .*Nonsense/s),
      })
    }
  })

  it("says what a run fails with, and goes on", async () => {
    // Twelve numbers a picture do not always fill rows of 24.
    const shape = { name: "shape", dims: [2n], dataType: 7, int64Data: [-1n, 24n] }
    const bytes = buildModel({
      nodes: [node("Reshape", ["x", "shape"], ["y"])],
      output: [undefined, 24],
      weights: [shape],
    })
    const classifier = await model(bytes)
    await expect(classifier.score(image, [untouched])).rejects.toMatchObject({
      code: "MODEL_FAILED",
      message: expect.stringContaining("Reshape"),
    })
    await expect(classifier.score(image, [untouched, untouched])).rejects.toMatchObject({ code: "BAD_REPLY" })
  })
})

describe("the scale, of four toy models", () => {
  const activations = {
    logits: undefined,
    softmax: "Softmax",
    sigmoid: "Sigmoid",
    "log-softmax": "LogSoftmax",
  } as const

  it.each<[keyof typeof activations, ScoreScale | undefined, ScoreScale | "conflict at once" | "conflict when asked"]>([
    ["logits", undefined, "logit"],
    ["logits", "logit", "logit"],
    ["logits", "probability", "conflict when asked"],
    ["softmax", undefined, "probability"],
    ["softmax", "logit", "conflict at once"],
    ["softmax", "probability", "probability"],
    ["sigmoid", undefined, "probability"],
    ["sigmoid", "logit", "conflict at once"],
    ["sigmoid", "probability", "probability"],
    ["log-softmax", undefined, "logit"],
    ["log-softmax", "logit", "logit"],
    ["log-softmax", "probability", "conflict at once"],
  ])("%s, said to be %s: %s", async (kind, scale, expected) => {
    const activation = activations[kind]
    const bytes = linearModel({ weights: mixed, ...(activation === undefined ? {} : { activation }) })
    const call = model(bytes, scale === undefined ? {} : { scale })
    if (expected === "conflict at once") return expect(call).rejects.toMatchObject({ code: "SCALE_CONFLICT" })
    const classifier = await call
    const scores = classifier.score(image, [untouched])
    if (expected === "conflict when asked") return expect(scores).rejects.toMatchObject({ code: "SCALE_CONFLICT" })
    expect(classifier.scale).toBe(expected)
    await scores
  })

  it("is asked for where a hidden softmax makes what nobody called probabilities", async () => {
    // exp(x) / sum(exp(x)), written out.
    const parts = [
      node("Flatten", ["x"], ["flat"]),
      node("Gemm", ["flat", "w"], ["sum"], [{ name: "transB", type: 2, i: 1n }]),
      node("Exp", ["sum"], ["e"]),
      node("ReduceL1", ["e"], ["total"], [integers("axes", [1])]),
      node("Div", ["e", "total"], ["y"]),
    ]
    const bytes = buildModel({ nodes: parts, output: ["N", 3], weights: [tensor("w", [3, 12], mixed.flat())] })
    await expect(row(bytes)).rejects.toMatchObject({
      code: "SCALE_CONFLICT",
      nextStep: expect.stringContaining('scale: "probability"'),
    })
    const sum = (scores: number[]) => scores.reduce((total, score) => total + score)
    expect(sum(await row(bytes, { scale: "probability" }))).toBeCloseTo(1, 5)
    expect(sum(await row(bytes, { scale: "logit" }))).toBeCloseTo(1, 5)
  })

  it("does not believe a softmax over the wrong axis", async () => {
    const nodes = [
      node("Flatten", ["x"], ["flat"]),
      node("Gemm", ["flat", "w"], ["sum"], [{ name: "transB", type: 2, i: 1n }]),
      node("Softmax", ["sum"], ["y"], [{ name: "axis", type: 2, i: 0n }]),
    ]
    const bytes = buildModel({ nodes, output: ["N", 3], weights: [tensor("w", [3, 12], mixed.flat())] })
    await expect(row(bytes)).rejects.toMatchObject({
      code: "BAD_REPLY",
      message: expect.stringContaining("add up to 1"),
    })
  })
})

describe("the runtime", () => {
  const bytes = linearModel({ weights: mixed, activation: "Softmax" })

  it("is named in the description", async () => {
    expect((await model(bytes, { runtime: "native" })).description?.runtime).toBe("onnxruntime-node 1.30.0 (cpu)")
    expect((await model(bytes, { runtime: "wasm" })).description?.runtime).toBe("onnxruntime-web 1.30.0 (wasm)")
  })

  it("may be the caller's own onnxruntime module", async () => {
    const own = await model(bytes, { runtime: ort })
    expect(own.description?.runtime).toBe("onnxruntime-web 1.30.0 (wasm)")
    const [mine, theirs] = [await row(bytes, { runtime: ort }), await row(bytes)]
    for (const [i, score] of mine.entries()) expect(score).toBeCloseTo(theirs[i]!, 5)
  })

  it("may be the caller's own session", async () => {
    const runtime = {
      runtime: "mine",
      run: async (batch: Float32Array) => ({ data: Float32Array.of(0.5, 0.25, 0.25), columns: 3, batch }),
      dispose() {},
    }
    expect(await row(bytes, { runtime })).toEqual([0.5, 0.25, 0.25])
  })

  it("gives the same numbers native and in WebAssembly", async () => {
    const nodes = [
      node("Conv", ["x", "w"], ["c"], [integers("kernel_shape", [3, 3]), integers("pads", [1, 1, 1, 1])]),
      node("Relu", ["c"], ["r"]),
      node("GlobalAveragePool", ["r"], ["p"]),
      node("Flatten", ["p"], ["f"]),
      node("Softmax", ["f"], ["y"]),
    ]
    const kernel = Array.from({ length: 4 * 3 * 9 }, (_, i) => Math.sin(7 * i) / 50)
    const conv = buildModel({ nodes, output: ["N", 4], weights: [tensor("w", [4, 3, 3, 3], kernel)] })
    const [native, wasm] = [await row(conv, { runtime: "native" }), await row(conv, { runtime: "wasm" })]
    expect(new Set(native).size).toBe(4)
    for (const [i, score] of wasm.entries()) expect(Math.abs(score - native[i]!)).toBeLessThan(1e-5)
  })
})

const picture: Image = {
  width: 6,
  height: 6,
  channels: 3,
  data: Uint8Array.from({ length: 108 }, (_, i) => (i * 37) % 256),
}
const weights = [0, 1, 2].map((k) => Array.from({ length: 108 }, (_, i) => Math.sin(5 * k + 3 * i + 1) / 900))

for (const [runtime, batch] of [
  ["native", "N"],
  ["native", 4],
  ["wasm", "N"],
  [ort, 3],
] as const) {
  const called = typeof runtime === "string" ? runtime : "its caller's runtime"
  describeClassifierContract(`onnxModel on ${called} with batch ${batch}`, async () => {
    const bytes = linearModel({ weights, input: [batch, 6, 6, 3], activation: "Softmax" })
    return { classifier: await onnxModel(bytes, { name: "toy", preprocessing: "raw", runtime }), image: picture }
  })
}
