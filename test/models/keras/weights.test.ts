import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { kerasToOnnx } from "../../../src/models/keras/keras-to-onnx.ts"
import type { SavedModel, WeightEntry } from "./tfjs.ts"

/** A 1x1 convolution of three channels to two, then the mean of each. */
const layers = [
  {
    class_name: "Conv2D",
    config: { name: "conv", filters: 2, kernel_size: [1, 1], batch_input_shape: [null, 2, 2, 3] },
  },
  { class_name: "GlobalAveragePooling2D", config: { name: "pool" } },
]
const modelTopology = { class_name: "Sequential", config: { name: "sequential", layers } }
const entries: readonly WeightEntry[] = [
  { name: "conv/kernel", shape: [1, 1, 3, 2], dtype: "float32" },
  { name: "conv/bias", shape: [2], dtype: "float32" },
]
/** Kernel, then bias. */
const values = Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8)
const bytes = new Uint8Array(values.buffer)

function files(weights: Uint8Array, manifest: readonly WeightEntry[] = entries): SavedModel {
  return {
    model: { modelTopology, weightsManifest: [{ paths: ["group1-shard1of1.bin"], weights: manifest }] },
    weights,
  }
}

const plain = await kerasToOnnx(files(bytes))
const renamed = (names: readonly string[]) => entries.map((entry, i) => ({ ...entry, name: names[i]! }))

describe("shards", () => {
  it("may be cut anywhere, in the middle of a number too", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: bytes.length }), { maxLength: 5 }), async (cuts) => {
        const edges = [0, ...cuts.toSorted((a, b) => a - b), bytes.length]
        const weights = edges.slice(1).map((edge, i) => bytes.subarray(edges[i], edge))
        const paths = weights.map((_, i) => `shard${i}.bin`)
        const model = { modelTopology, weightsManifest: [{ paths, weights: entries }] }
        expect(await kerasToOnnx({ model, weights })).toEqual(plain)
      }),
      { numRuns: 30 },
    )
  })

  it("may lie in several groups", async () => {
    const weightsManifest = entries.map((entry, i) => ({ paths: [`group${i}.bin`], weights: [entry] }))
    const weights = [bytes.subarray(0, 24), bytes.subarray(24)]
    expect(await kerasToOnnx({ model: { modelTopology, weightsManifest }, weights })).toEqual(plain)
  })

  it("may start anywhere in memory, as Node's small Buffers do", async () => {
    const shifted = new Uint8Array(bytes.length + 1)
    shifted.set(bytes, 1)
    expect(await kerasToOnnx(files(shifted.subarray(1)))).toEqual(plain)
    expect(await kerasToOnnx(files(Buffer.from(bytes)))).toEqual(plain)
  })

  it.each([
    ["cut", bytes.subarray(0, 31), "must hold 32 bytes of weights, got 31"],
    ["too long", new Uint8Array(33), "must hold 32 bytes of weights, got 33"],
    ["absent", new Uint8Array(0), "must hold 32 bytes of weights, got 0"],
  ])("that are %s are refused", async (_, weights, message) => {
    await expect(kerasToOnnx(files(weights))).rejects.toMatchObject({ code: "MODEL_UNREADABLE" })
    await expect(kerasToOnnx(files(weights))).rejects.toThrow(message)
  })

  it("must be as many as the manifest names", async () => {
    const weightsManifest = [{ paths: ["a.bin", "b.bin"], weights: entries }]
    await expect(kerasToOnnx({ model: { modelTopology, weightsManifest }, weights: [bytes] })).rejects.toThrow(
      'expected 2 shards (["a.bin","b.bin"]), got 1',
    )
  })

  it("must be bytes", async () => {
    const weights = bytes.buffer as unknown
    await expect(kerasToOnnx({ ...files(bytes), weights: weights as Uint8Array })).rejects.toThrow(TypeError)
    await expect(kerasToOnnx({ ...files(bytes), weights: [weights as Uint8Array] })).rejects.toThrow(TypeError)
  })
})

describe("quantized weights", () => {
  const quantized = (quantization: object) => entries.map((entry, i) => (i === 0 ? { ...entry, quantization } : entry))
  const withBias = (kernel: Uint8Array) => Uint8Array.from([...kernel, ...bytes.subarray(24)])

  it.each([
    ["uint8", Uint8Array.of(0, 1, 2, 3, 4, 5), { scale: 1, min: 1 }],
    ["uint16", Uint16Array.of(0, 100, 200, 300, 400, 500), { scale: 0.01, min: 1 }],
    // 1, 2, 3, 4, 5 and 6 in half precision.
    ["float16", Uint16Array.of(0x3c00, 0x4000, 0x4200, 0x4400, 0x4500, 0x4600), {}],
  ])("to %s", async (dtype, kernel, scale) => {
    const stored = withBias(new Uint8Array(kernel.buffer))
    expect(await kerasToOnnx(files(stored, quantized({ dtype, ...scale })))).toEqual(plain)
  })

  it("to float16 keep the smallest, the largest and negative numbers", async () => {
    const kernel = Uint16Array.of(0x0001, 0x83ff, 0x8000, 0xbc01, 0x7bff, 0x3555)
    const exact = Float32Array.of(2 ** -24, -1023 * 2 ** -24, -0, -1 - 2 ** -10, 65504, (1 + 341 / 1024) / 4)
    const manifest = quantized({ dtype: "float16" })
    expect(await kerasToOnnx(files(withBias(new Uint8Array(kernel.buffer)), manifest))).toEqual(
      await kerasToOnnx(files(withBias(new Uint8Array(exact.buffer)))),
    )
  })

  it("must say by how much", async () => {
    const manifest = quantized({ dtype: "uint8", scale: "much" })
    await expect(kerasToOnnx(files(bytes, manifest))).rejects.toThrow("conv/kernel must have numbers scale and min")
  })

  it("of an unknown kind are refused", async () => {
    await expect(kerasToOnnx(files(bytes, quantized({ dtype: "int4" })))).rejects.toMatchObject({
      code: "MODEL_UNSUPPORTED",
      message: expect.stringContaining("weight conv/kernel is int4"),
    })
  })
})

describe("names of weights", () => {
  it.each([
    ["with an output index", ["conv/kernel:0", "conv/bias:0"]],
    ["below the model", ["sequential/conv/kernel", "sequential/conv/bias"]],
    ["of a layer that was built a second time", ["conv/kernel_1", "conv/bias_1"]],
  ])("%s", async (_, names) => {
    expect(await kerasToOnnx(files(bytes, renamed(names)))).toEqual(plain)
  })

  it("that fit twice are refused", async () => {
    const twice = [...entries, { name: "other/conv/kernel", shape: [1, 1, 3, 2], dtype: "float32" }]
    const more = Uint8Array.from([...bytes, ...bytes.subarray(0, 24)])
    // The exact name wins.
    expect(await kerasToOnnx(files(more, twice))).toEqual(plain)
    const unclear = twice.map((entry) => ({ ...entry, name: entry.name.replace(/^conv/, "one/conv") }))
    await expect(kerasToOnnx(files(more, unclear))).rejects.toThrow(
      "one/conv/kernel and other/conv/kernel may all be the kernel of conv",
    )
  })

  it("that only end alike are another layer's", async () => {
    await expect(kerasToOnnx(files(bytes, renamed(["preconv/kernel", "preconv/bias"])))).rejects.toThrow(
      "layer conv (Conv2D) has no weight conv/kernel in the manifest",
    )
  })

  it("that are missing are named", async () => {
    await expect(kerasToOnnx(files(bytes, renamed(["conv/weights", "conv/bias"])))).rejects.toThrow(
      "layer conv (Conv2D) has no weight conv/kernel in the manifest",
    )
  })
})

describe("other weights", () => {
  it("of another shape than the layer's are refused", async () => {
    const turned = entries.map((entry, i) => (i === 0 ? { ...entry, shape: [1, 1, 2, 3] } : entry))
    await expect(kerasToOnnx(files(bytes, turned))).rejects.toThrow(
      "weight conv/kernel must have the shape [1,1,3,2], got [1,1,2,3]",
    )
  })

  it("of another type are refused where a layer needs them, else passed over", async () => {
    const whole = entries.map((entry) => ({ ...entry, dtype: "int32" }))
    await expect(kerasToOnnx(files(bytes, whole))).rejects.toThrow("weight conv/kernel must be float32, got int32")
    const counter = { name: "normalization/count", shape: [], dtype: "int32" }
    expect(await kerasToOnnx(files(Uint8Array.from([0, 0, 0, 0, ...bytes]), [counter, ...entries]))).toEqual(plain)
  })

  it("without a size are refused", async () => {
    await expect(kerasToOnnx(files(bytes, [{ name: "labels", shape: [2], dtype: "string" }]))).rejects.toThrow(
      "weight labels is string, which cannot be read",
    )
  })
})
