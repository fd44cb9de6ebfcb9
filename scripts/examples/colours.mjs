/**
 * `npm run examples:keras`: writes the tiny Keras model of `examples/models/colours` with TensorFlow.js: red, green or blue?
 *
 * Its weights are chosen, not learned: the mean of each channel over the picture, times 4, then softmax.
 */
import { mkdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import * as tf from "@tensorflow/tfjs-core"
import "@tensorflow/tfjs-backend-cpu"
import { layers, sequential } from "@tensorflow/tfjs-layers"

const folder = fileURLToPath(new URL("../../examples/models/colours", import.meta.url))
mkdirSync(folder, { recursive: true })
tf.enableProdMode()

const model = sequential({
  name: "colours",
  layers: [
    layers.rescaling({ name: "levels", inputShape: [64, 64, 3], scale: 1 / 255 }),
    layers.globalAveragePooling2d({ name: "mean" }),
    layers.dense({ name: "colour", units: 3, activation: "softmax" }),
  ],
})
const strength = 4
model.layers[2]?.setWeights([tf.tensor2d([strength, 0, 0, 0, strength, 0, 0, 0, strength], [3, 3]), tf.zeros([3])])

await model.save(
  tf.io.withSaveHandler(async ({ modelTopology, weightSpecs, weightData }) => {
    if (!(weightData instanceof ArrayBuffer)) throw new TypeError("expected the weights as one buffer")
    const weightsManifest = [{ paths: ["weights.bin"], weights: weightSpecs }]
    const text = JSON.stringify({ format: "layers-model", modelTopology, weightsManifest }, null, 2)
    writeFileSync(join(folder, "model.json"), `${text}\n`)
    writeFileSync(join(folder, "weights.bin"), new Uint8Array(weightData))
    writeFileSync(join(folder, "labels.txt"), "red\ngreen\nblue\n")
    return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: "JSON" } }
  }),
)
