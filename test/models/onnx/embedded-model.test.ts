import { readFileSync } from "node:fs"
import sharp from "sharp"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { inspectOnnx } from "../../../src/models/onnx/inspect-onnx.ts"
import { onnxModel } from "../../../src/models/onnx/onnx-model.ts"
import type { Classifier, Image } from "../../../src/types.ts"
import { describeClassifierContract } from "../classifier-contract.ts"

const file = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url))

/** assets/models/MODEL_CARD.md */
const preprocessing = { order: "RGB", range: [0, 255], mean: [127], std: [128], filter: "bicubic" } as const

function load(runtime: "native" | "wasm"): Promise<Classifier> {
  const labels: string[] = JSON.parse(file("assets/models/imagenet-labels.json").toString())
  return onnxModel(file("assets/models/efficientnet-lite0.onnx"), {
    name: "efficientnet-lite0",
    preprocessing,
    labels,
    runtime,
  })
}

/** The centre square of the cup of coffee, 600x400. */
async function coffee(): Promise<Image> {
  const data = await sharp(file("examples/coffee.png"))
    .extract({ left: 100, top: 0, width: 400, height: 400 })
    .resize(224, 224, { kernel: "cubic" })
    .raw()
    .toBuffer()
  return { width: 224, height: 224, channels: 3, data: new Uint8Array(data) }
}

describe("the model that travels with the package", () => {
  let native: Classifier
  let wasm: Classifier
  beforeAll(async () => {
    native = await load("native")
    wasm = await load("wasm")
  })
  afterAll(async () => {
    await native?.dispose?.()
    await wasm?.dispose?.()
  })

  it("says about itself what its README does", async () => {
    expect(await inspectOnnx(file("assets/models/efficientnet-lite0.onnx"))).toEqual({
      opset: 17,
      producer: "",
      inputName: "image",
      outputName: "probs",
      layout: "NCHW",
      channels: 3,
      size: { width: 224, height: 224 },
      batch: "dynamic",
      classes: 1000,
      endsWith: "softmax",
    })
  })

  it("sees an espresso, with the README's 0.94, on both runtimes within 1e-5", async () => {
    const variants = [{ hidden: [], edits: [] }]
    const image = await coffee()
    const [first, second] = [await native.score(image, variants), await wasm.score(image, variants)]
    const best = first.data.indexOf(Math.max(...first.data))
    expect(native.labels?.[best]).toBe("espresso")
    expect(Math.abs(first.data[best]! - 0.94)).toBeLessThan(0.01)
    for (const [i, score] of second.data.entries()) expect(Math.abs(score - first.data[i]!)).toBeLessThan(1e-5)
  })
})

describeClassifierContract("the model that travels with the package", async () => ({
  classifier: await load("native"),
  image: await coffee(),
}))
