import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { checkInputSize, longestSide, mostClasses, mostNumbers } from "../../src/models/check-input-size.ts"
import { kerasToOnnx } from "../../src/models/keras/keras-to-onnx.ts"
import { inspectOnnx } from "../../src/models/onnx/inspect-onnx.ts"
import { onnxModel } from "../../src/models/onnx/onnx-model.ts"
import { problemOf } from "../node/support/problem-of.ts"
import { buildModel, node, tensor } from "./onnx/build-model.ts"

/** A model that takes and answers shapes of the file's choice; it has a few hundred bytes. */
function shaped(input: readonly (number | undefined)[], classes: number | undefined = 3): Uint8Array {
  return buildModel({
    input,
    output: [input[0], classes],
    nodes: [node("GlobalAveragePool", ["x"], ["pooled"]), node("Flatten", ["pooled"], ["y"])],
  })
}

/** A Keras model of a picture and one layer more. */
function keras(size: readonly [number, number], className = "Dropout", config: object = {}) {
  const layers = [
    { class_name: className, config: { name: "first", batch_input_shape: [null, ...size, 3], ...config } },
    { class_name: "GlobalAveragePooling2D", config: { name: "mean" } },
  ]
  return {
    model: { modelTopology: { class_name: "Sequential", config: { layers } }, weightsManifest: [] },
    weights: [],
  }
}

const tooLong = fc.integer({ min: longestSide + 1, max: 2 ** 53 - 1 })
const side = fc.integer({ min: 1, max: longestSide })

describe("a model file that asks for gigabytes", () => {
  it("is refused for its sides, with the number and the bound, before anything is allocated", async () => {
    await fc.assert(
      fc.asyncProperty(tooLong, side, fc.boolean(), fc.boolean(), async (long, short, isWide, isLast) => {
        const [height, width] = isWide ? [short, long] : [long, short]
        const shape = isLast ? [undefined, height, width, 3] : [undefined, 3, height, width]
        expect(await problemOf(() => inspectOnnx(shaped(shape)))).toContain(
          `MODEL_UNSUPPORTED: the model takes pictures of ${width} x ${height} pixels, at most 4096 a side work`,
        )
      }),
      { numRuns: 60 },
    )
  })

  it("is refused for its fixed batch", async () => {
    const batch = fc.integer({ min: Math.ceil(mostNumbers / 3072), max: 2 ** 40 })
    await fc.assert(
      fc.asyncProperty(batch, async (count) => {
        const problem = await problemOf(() => inspectOnnx(shaped([count, 3, 32, 32])))
        expect(problem).toContain(
          `MODEL_UNSUPPORTED: the model takes ${count} pictures per call of 32 x 32 pixels, which are ${count * 3072} numbers, at most 16777216 work`,
        )
      }),
      { numRuns: 60 },
    )
  })

  it("is refused for its classes, alone or times its batch", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: mostClasses + 1, max: 2 ** 53 - 1 }), async (classes) => {
        expect(await problemOf(() => inspectOnnx(shaped(["N" as never, 3, 8, 8], classes)))).toContain(
          `MODEL_UNSUPPORTED: the model answers ${classes} classes, at most 1048576 work`,
        )
      }),
      { numRuns: 60 },
    )
    expect(await problemOf(() => inspectOnnx(shaped([1000, 3, 8, 8], 100_000)))).toContain("100000000 scores at once")
  })

  it("is refused where the caller gives the size that the file leaves open", async () => {
    const preprocessing = { preset: "raw", layout: "NCHW", size: { width: 9000, height: 8 } } as const
    const model = shaped([undefined, 3, undefined, undefined])
    expect(await problemOf(() => onnxModel(model, { name: "open", preprocessing }))).toContain(
      "MODEL_UNSUPPORTED: the model takes pictures of 9000 x 8 pixels",
    )
    const small = { name: "open", preprocessing: { ...preprocessing, size: { width: 8, height: 8 } }, batch: 1e6 }
    expect(await problemOf(() => onnxModel(model, small))).toContain("192000000 numbers")
  })

  it.skipIf(typeof Buffer === "undefined")("is refused where it answers more classes than it said", async () => {
    const shape = { name: "shape", dims: [2n], dataType: 7, int64Data: [1n, 2n ** 21n] }
    const bytes = buildModel({
      input: [1, 3, 8, 8],
      output: [1, undefined],
      nodes: [
        node("ReduceMean", ["x"], ["mean"]),
        node("Reshape", ["mean", "one"], ["flat"]),
        node("Expand", ["flat", "shape"], ["y"]),
      ],
      weights: [shape, { name: "one", dims: [2n], dataType: 7, int64Data: [1n, 1n] }, tensor("unused", [1], [1])],
    })
    const model = await onnxModel(bytes, { name: "wide", preprocessing: "raw" })
    const image = { width: 8, height: 8, channels: 3, data: new Uint8Array(192) } as const
    expect(await problemOf(() => model.score(image, [{ hidden: [], edits: [] }]))).toContain(
      "MODEL_UNSUPPORTED: the model answers 2097152 classes, at most 1048576 work",
    )
    await model.dispose?.()
  })

  it("is refused as a Keras file, too: for its picture, and for what a layer makes of that", async () => {
    await fc.assert(
      fc.asyncProperty(tooLong, side, async (long, short) => {
        expect(await problemOf(() => kerasToOnnx(keras([long, short])))).toContain(
          `MODEL_UNSUPPORTED: the model takes pictures of ${short} x ${long} pixels`,
        )
      }),
      { numRuns: 60 },
    )
    for (const [layer, config] of [
      ["UpSampling2D", { size: [200_000, 3] }],
      ["ZeroPadding2D", { padding: 1_000_000 }],
    ] as const)
      expect(await problemOf(() => kerasToOnnx(keras([8, 8], layer, config)))).toMatch(
        /^MODEL_UNSUPPORTED: layer first \(\w+\) makes \[\d+,\d+,3\], which are \d+ numbers, at most 67108864 work/,
      )
  })

  it("is taken up to the bound", () => {
    checkInputSize({ size: { width: longestSide, height: 1365 } })
    checkInputSize({ size: { width: 224, height: 224 }, batch: 111, classes: 1000 })
    expect(() => checkInputSize({ size: { width: longestSide, height: 1366 } })).toThrow("16785408 numbers")
    expect(() => checkInputSize({ size: { width: 224, height: 224 }, batch: 112 })).toThrow("112 pictures per call")
  })
})
