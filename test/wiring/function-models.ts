import { functionModel } from "../../src/models/function-model.ts"
import { tensorModel } from "../../src/models/tensor-model.ts"
import { random } from "../../src/random.ts"
import type { Classifier, Image, Preprocessing } from "../../src/types.ts"
import type { Probe } from "../../src/wiring/wiring-record.ts"

/** The names of the four colours, in the order of the scores. */
export const colours = ["red", "green", "blue", "grey"] as const

export const raw: Preprocessing = {
  size: { width: 2, height: 2 },
  fit: "squash",
  filter: "bilinear",
  layout: "NCHW",
  order: "RGB",
  range: [0, 255],
  mean: [0],
  std: [1],
}

/** What the model of colours was "trained" with: RGB from 0 to 1. */
export const trained: Preprocessing = { ...raw, range: [0, 1] }

/** Twelve-pixel pictures, each of one colour with some noise, of known names. */
export const probes: readonly Probe[] = colours.flatMap((label, colour) => {
  const draw = random(colour)
  return Array.from({ length: 6 }, (_, i) => {
    const strong = 140 + 20 * i
    const level = (channel: number): number => {
      const isStrong = colour === 3 || channel === colour
      return Math.round((isStrong ? strong : 30) + 20 * draw())
    }
    const data = Uint8Array.from({ length: 6 * 6 * 3 }, (_unused, at) => level(at % 3))
    const image: Image = { width: 6, height: 6, channels: 3, data }
    return { image, label, name: `${label} ${i}` }
  })
})

export interface ColourModelOptions {
  /** What the model was told that it takes. */
  readonly declared?: Preprocessing
  /** What becomes of the answers of a batch, one row a picture. */
  readonly answers?: (rows: number[][], call: number) => number[][]
  readonly scale?: Classifier["scale"]
}

/**
 * A model that calls the strongest of three planes red, green or blue, or grey where they are alike; its numbers are made for `trained`: planes in
 * the order RGB, from 0 to 1.
 */
export function colourModel(options: ColourModelOptions = {}): Classifier {
  const { declared = trained, answers = (rows: number[][]): number[][] => rows, scale = "probability" } = options
  let calls = 0
  return {
    ...tensorModel({
      name: "colours",
      scale: "logit",
      preprocessing: declared,
      session: {
        runtime: "test",
        async run(batch, rows) {
          const made = Array.from({ length: rows }, (_, row) => colourShares(batch.subarray(row * 12, row * 12 + 12)))
          return { data: Float32Array.from(answers(made, calls++).flat()), columns: 4, batch }
        },
        dispose() {},
      },
    }),
    scale,
  }
}

/** Softmax of what each plane exceeds the others by, grey where none does; the further numbers lie outside 0 to 1, the more alike all classes. */
function colourShares(planes: Float32Array): number[] {
  const means = [0, 1, 2].map((plane) => planes.subarray(plane * 4, plane * 4 + 4).reduce((sum, x) => sum + x / 4, 0))
  const outside = planes.reduce((sum, x) => sum + Math.max(0, x - 1, -x) / planes.length, 0)
  const doubt = Math.min(1, 2 * outside)
  const middle = (means[0]! + means[1]! + means[2]!) / 3
  const powers = [...means.map((mean) => Math.exp(12 * Math.min(1, mean - middle))), Math.exp(2)]
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => ((1 - doubt) * power) / sum + doubt / 4)
}

/** A function that answers the same classes from whole pictures, whatever their size. */
export function colourFunction(): Classifier {
  return functionModel((images) =>
    images.map(({ data }) => {
      const sums = [0, 0, 0]
      for (let i = 0; i < data.length; i++) sums[i % 3]! += data[i]! / (data.length / 3) / 255
      const middle = (sums[0]! + sums[1]! + sums[2]!) / 3
      const powers = [...sums.map((sum) => Math.exp(12 * (sum - middle))), Math.exp(2)]
      const total = powers.reduce((all, power) => all + power, 0)
      return powers.map((power) => power / total)
    }),
  )
}
