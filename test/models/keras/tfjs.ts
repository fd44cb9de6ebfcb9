import * as tf from "@tensorflow/tfjs-core"
import "@tensorflow/tfjs-backend-cpu"
import { type LayersModel, loadLayersModel } from "@tensorflow/tfjs-layers"
import { InferenceSession, Tensor } from "onnxruntime-node"
import { expect } from "vitest"
import { type KerasToOnnxOptions, kerasToOnnx } from "../../../src/models/keras/keras-to-onnx.ts"
import { random } from "../../../src/random.ts"
import { largestDifference } from "../../support/peers.ts"

// Without its advice to install another backend.
tf.enableProdMode()

/** Model files in memory, with one shard. */
export interface SavedModel {
  readonly model: {
    readonly format?: string
    readonly modelTopology: object
    readonly weightsManifest: readonly {
      readonly paths: readonly string[]
      readonly weights: readonly WeightEntry[]
    }[]
  }
  readonly weights: Uint8Array
}

export interface WeightEntry {
  readonly name: string
  readonly shape: readonly number[]
  readonly dtype: string
  readonly quantization?: object
}

/** What TensorFlow.js would write to disk. */
export async function savedByTfjs(model: LayersModel): Promise<SavedModel> {
  let saved: SavedModel | undefined
  await model.save(
    tf.io.withSaveHandler(async ({ modelTopology, weightSpecs, weightData }) => {
      if (modelTopology === undefined || weightSpecs === undefined || !(weightData instanceof ArrayBuffer)) {
        throw new Error("TensorFlow.js saved a model without its parts")
      }
      saved = {
        // As it comes back from a file.
        model: JSON.parse(
          JSON.stringify({
            format: "layers-model",
            modelTopology,
            weightsManifest: [{ paths: ["group1-shard1of1.bin"], weights: weightSpecs }],
          }),
        ),
        weights: new Uint8Array(weightData),
      }
      return { modelArtifactsInfo: { dateSaved: new Date(0), modelTopologyType: "JSON" } }
    }),
  )
  return saved!
}

/** Reads model files with TensorFlow.js. */
export async function loadedByTfjs({ model, weights }: SavedModel): Promise<LayersModel> {
  const { modelTopology, weightsManifest } = structuredClone(model)
  const weightSpecs = weightsManifest.flatMap((group) => group.weights) as tf.io.WeightsManifestEntry[]
  return loadLayersModel(tf.io.fromMemory({ modelTopology, weightSpecs, weightData: new Uint8Array(weights).buffer }))
}

/** Seeded weights: variances from 0.5 to 1.5, all others from -0.5 to 0.5. */
export function randomize<M extends LayersModel>(model: M, seed = 1): M {
  const next = random(seed)
  model.setWeights(
    model.weights.map(({ name, shape }) => {
      const sizes = shape.map(Number)
      const least = /variance/.test(name) ? 0.5 : -0.5
      const values = Float32Array.from({ length: tf.util.sizeFromShape(sizes) }, () => least + next())
      return tf.tensor(values, sizes)
    }),
  )
  return model
}

/** Pixels of two pictures for a model, from -1 to 1, channels last. */
export function pixelsFor(
  model: LayersModel,
  seed = 2,
): { readonly shape: readonly number[]; readonly data: Float32Array } {
  const shape = [2, ...model.inputs[0]!.shape.slice(1).map(Number)]
  const next = random(seed)
  return { shape, data: Float32Array.from({ length: tf.util.sizeFromShape(shape) }, () => 2 * next() - 1) }
}

/** The answer of TensorFlow.js itself. */
export function scoresByTfjs(model: LayersModel, { shape, data }: { shape: readonly number[]; data: Float32Array }) {
  return tf.tidy(() => {
    const answer = model.predict(tf.tensor(data, [...shape]))
    if (Array.isArray(answer)) throw new Error("the model has several outputs")
    return answer.dataSync()
  })
}

/** The answer of ONNX Runtime to the converted model, for the same pixels. */
export async function scoresByOnnx(
  onnx: Uint8Array,
  { shape, data }: { readonly shape: readonly number[]; readonly data: Float32Array },
): Promise<Float32Array> {
  const session = await InferenceSession.create(onnx)
  const [batch = 0, height = 0, width = 0, channels = 0] = shape
  const { scores } = await session.run({
    image: new Tensor("float32", channelsFirst(data, shape), [batch, channels, height, width]),
  })
  await session.release()
  if (!(scores?.data instanceof Float32Array)) throw new Error("the converted model gives no float32 scores")
  expect(scores.dims[0]).toBe(batch)
  return scores.data
}

function channelsFirst(data: Float32Array, [batch = 0, height = 0, width = 0, channels = 0]: readonly number[]) {
  const out = new Float32Array(data.length)
  const pixels = height * width
  for (let n = 0; n < batch; n++)
    for (let i = 0; i < pixels; i++)
      for (let c = 0; c < channels; c++) out[(n * channels + c) * pixels + i] = data[(n * pixels + i) * channels + c]!
  return out
}

/** The largest difference between the two, over all numbers that the model gives for two pictures. */
export async function largestGap(model: LayersModel, options: KerasToOnnxOptions = {}): Promise<number> {
  const pixels = pixelsFor(model)
  const expected = scoresByTfjs(model, pixels)
  const got = await scoresByOnnx(await kerasToOnnx(await savedByTfjs(model), options), pixels)
  return largestDifference(got, expected)
}
