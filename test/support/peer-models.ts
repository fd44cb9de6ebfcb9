import type { Channels, Classifier, Image } from "../../src/index.ts"
import { functionModel } from "../../src/index.ts"
import { channelsLast, numbersOf, type PeerArray } from "./peers.ts"

interface LinearModel {
  readonly kind: "linear"
  readonly shape: readonly [number, number, number]
  readonly weight: PeerArray
  readonly bias: PeerArray
}

interface ConvModel {
  readonly kind: "conv"
  readonly shape: readonly [number, number, number]
  readonly kernel: PeerArray
  readonly kernelBias: PeerArray
  readonly dense: PeerArray
  readonly denseBias: PeerArray
}

/** What `models.json` holds: tiny models, pictures, and what each model answers. */
export interface PeerModels {
  readonly models: Readonly<Record<string, LinearModel | ConvModel>>
  readonly images: Readonly<Record<string, PeerArray>>
  readonly answers: readonly {
    readonly model: string
    readonly image: string
    readonly logits: readonly number[]
    readonly probabilities: readonly number[]
  }[]
}

/** A picture of the reference files as an `Image`. */
export function peerImage({ images }: PeerModels, name: string): Image {
  const array = images[name]!
  const [c, h, w] = array.shape as [number, number, number]
  return { width: w, height: h, channels: c as Channels, data: channelsLast(numbersOf(array), [c, h, w]) }
}

/** A model of the reference files, computed from its weights in float64. */
export function peerModel({ models }: PeerModels, name: string, output: string): Classifier {
  const model = models[name]!
  const logits = model.kind === "linear" ? linear(model) : convolution(model)
  return functionModel(
    (images) => images.map((image) => (output === "logits" ? logits(image) : softmax(logits(image)))),
    {
      name,
      scale: output === "logits" ? "logit" : "probability",
    },
  )
}

function linear({ shape: [c, h, w], weight, bias }: LinearModel): (image: Image) => number[] {
  const weights = numbersOf(weight)
  return ({ data }) =>
    Array.from(numbersOf(bias), (b, k) => {
      let sum = b
      for (let channel = 0; channel < c; channel++)
        for (let i = 0; i < h * w; i++) sum += data[i * c + channel]! * weights[(k * c + channel) * h * w + i]!
      return sum
    })
}

function convolution(model: ConvModel): (image: Image) => number[] {
  const [c, h, w] = model.shape
  const kernel = numbersOf(model.kernel)
  const dense = numbersOf(model.dense)
  const kernelBias = numbersOf(model.kernelBias)
  return ({ data }) => {
    const pooled = Array.from(kernelBias, (bias, f) => {
      let total = 0
      for (let y = 0; y < h; y++)
        for (let x = 0; x < w; x++) {
          let sum = bias
          for (let channel = 0; channel < c; channel++)
            for (let i = -1; i <= 1; i++)
              for (let j = -1; j <= 1; j++)
                if (y + i >= 0 && y + i < h && x + j >= 0 && x + j < w)
                  sum +=
                    kernel[((f * c + channel) * 3 + i + 1) * 3 + j + 1]! * data[((y + i) * w + x + j) * c + channel]!
          total += Math.max(0, sum)
        }
      return total / (h * w)
    })
    return Array.from(numbersOf(model.denseBias), (bias, k) =>
      pooled.reduce((sum, value, f) => sum + value * dense[k * pooled.length + f]!, bias),
    )
  }
}

function softmax(logits: readonly number[]): number[] {
  const most = Math.max(...logits)
  const powers = logits.map((logit) => Math.exp(logit - most))
  const sum = powers.reduce((a, b) => a + b)
  return powers.map((power) => power / sum)
}
