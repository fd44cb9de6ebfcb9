import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fromBinary } from "@bufbuild/protobuf"
import { layers, sequential } from "@tensorflow/tfjs-layers"
import { ModelProtoSchema } from "onnx-buf"
import { describe, expect, it } from "vitest"
import { kerasToOnnx } from "../../../src/models/keras/keras-to-onnx.ts"
import { largestDifference } from "../../support/peers.ts"
import { sequentialFiles } from "./keras-files.ts"
import { pixelsFor, randomize, savedByTfjs, scoresByOnnx, scoresByTfjs } from "./tfjs.ts"

/** A small classifier of many kinds of layers. */
const classifier = () =>
  randomize(
    sequential({
      layers: [
        layers.zeroPadding2d({ padding: 1, inputShape: [8, 6, 3] }),
        layers.conv2d({ filters: 4, kernelSize: 3, strides: 2 }),
        layers.batchNormalization({ epsilon: 0.1 }),
        layers.reLU({ maxValue: 6 }),
        layers.depthwiseConv2d({ kernelSize: 3, padding: "same" }),
        layers.averagePooling2d({ poolSize: 2, padding: "same" }),
        layers.flatten(),
        layers.dropout({ rate: 0.5 }),
        layers.dense({ units: 5, activation: "softmax" }),
      ],
    }),
  )

describe("the converted file", () => {
  it("takes any number of pictures, channels first, and gives scores", async () => {
    const { irVersion, opsetImport, graph } = fromBinary(
      ModelProtoSchema,
      await kerasToOnnx(await savedByTfjs(classifier())),
    )
    const sizes = (ports = graph!.input) =>
      ports.map(({ name, type }) => ({
        name,
        shape: type?.value.case === "tensorType" ? type.value.value.shape!.dim.map(({ value }) => value.value) : [],
      }))
    expect(irVersion).toBe(8n)
    expect(opsetImport).toMatchObject([{ domain: "", version: 17n }])
    expect(sizes(graph!.input)).toEqual([{ name: "image", shape: ["batch", 3n, 8n, 6n] }])
    expect(sizes(graph!.output)).toEqual([{ name: "scores", shape: ["batch", 5n] }])
  })

  it("has nodes in order, with names of their own, and no constant that is not used", async () => {
    const { graph } = fromBinary(ModelProtoSchema, await kerasToOnnx(await savedByTfjs(classifier())))
    const constants = graph!.initializer.map(({ name }) => name)
    const known = new Set([...constants, "image"])
    const used = new Set<string>()
    for (const { input, output } of graph!.node) {
      for (const name of input) {
        expect(known).toContain(name)
        used.add(name)
      }
      for (const name of output) {
        expect(known).not.toContain(name)
        known.add(name)
      }
    }
    expect(used).toEqual(new Set([...known].filter((name) => name !== "scores")))
  })

  it("has the same bytes each time", async () => {
    const saved = await savedByTfjs(classifier())
    expect(await kerasToOnnx(saved)).toEqual(await kerasToOnnx(structuredClone(saved)))
  })

  it("makes ONNX Runtime say nothing", async () => {
    const folder = mkdtempSync(join(tmpdir(), "gridexplainer-"))
    try {
      const file = join(folder, "model.onnx")
      writeFileSync(file, await kerasToOnnx(await savedByTfjs(classifier())))
      const load = `require("onnxruntime-node").InferenceSession.create(${JSON.stringify(file)}, { logSeverityLevel: 2 })
        .then((session) => console.log(session.outputNames.join()))`
      const said = execFileSync(process.execPath, ["-e", load], { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] })
      expect(said.trim()).toBe("scores")
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})

describe("options", () => {
  it("batchNormEpsilon takes the place of every layer's own", async () => {
    const model = classifier()
    const onnx = await kerasToOnnx(await savedByTfjs(model), { batchNormEpsilon: 0.3 })
    const corrected = await savedByTfjs(model)
    const text = JSON.stringify(corrected.model).replace('"epsilon":0.1', '"epsilon":0.3')
    expect(await kerasToOnnx({ ...corrected, model: JSON.parse(text) })).toEqual(onnx)
    const pixels = pixelsFor(model)
    expect(largestDifference(await scoresByOnnx(onnx, pixels), scoresByTfjs(model, pixels))).toBeGreaterThan(1e-3)
  })

  it.each([0, -1, 1, Number.NaN])("batchNormEpsilon %d is refused", async (batchNormEpsilon) => {
    await expect(kerasToOnnx(sequentialFiles([2, 2, 1], []), { batchNormEpsilon })).rejects.toThrow(
      `batchNormEpsilon must be between 0 and 1, got ${batchNormEpsilon}`,
    )
  })

  it("inputSize says the size where the model takes any", async () => {
    const open = JSON.parse(
      JSON.stringify(sequentialFiles([4, 2, 1], []).model).replace("[null,4,2,1]", "[null,null,null,1]"),
    )
    const files = { model: open, weights: new Uint8Array() }
    expect(await kerasToOnnx(files, { inputSize: { width: 2, height: 4 } })).toEqual(
      await kerasToOnnx(sequentialFiles([4, 2, 1], [])),
    )
    await expect(kerasToOnnx(files)).rejects.toThrow("the model takes pictures of any size")
    await expect(kerasToOnnx(files, { inputSize: { width: 0, height: 4 } })).rejects.toThrow(RangeError)
  })

  it("inputSize may not contradict the model", async () => {
    const inputSize = { width: 2, height: 3 }
    await expect(kerasToOnnx(sequentialFiles([2, 2, 1], []), { inputSize })).rejects.toThrow(
      "inputSize must be the model's own 2, got 3",
    )
  })
})
