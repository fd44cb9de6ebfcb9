import { layers, sequential } from "@tensorflow/tfjs-layers"
import { expect, it } from "vitest"
import { kerasModel } from "../../../src/models/keras/keras-model.ts"
import { largestDifference } from "../../support/peers.ts"
import { randomize, savedByTfjs, scoresByTfjs } from "./tfjs.ts"

it("a Keras model is asked about a picture like any other", async () => {
  const own = randomize(
    sequential({
      layers: [
        layers.conv2d({ filters: 4, kernelSize: 3, strides: 2, padding: "same", inputShape: [6, 8, 3] }),
        layers.globalAveragePooling2d({}),
        layers.dense({ units: 5, activation: "softmax" }),
      ],
    }),
  )
  const data = Uint8Array.from({ length: 6 * 8 * 3 }, (_, i) => (i * 37) % 256)
  const expected = scoresByTfjs(own, { shape: [1, 6, 8, 3], data: Float32Array.from(data, (level) => level / 255) })

  const model = await kerasModel(await savedByTfjs(own), { name: "small", preprocessing: "zero-one" })
  try {
    expect(model).toMatchObject({ name: "small", scale: "probability", inputSize: { width: 8, height: 6 } })
    const scores = await model.score({ width: 8, height: 6, channels: 3, data }, [{ hidden: [], edits: [] }])
    expect(scores).toMatchObject({ rows: 1, columns: 5 })
    expect(largestDifference(scores.data, expected)).toBeLessThan(1e-6)
  } finally {
    await model.dispose?.()
  }
})
