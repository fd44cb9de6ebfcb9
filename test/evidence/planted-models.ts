import { functionModel } from "../../src/models/function-model.ts"
import { random } from "../../src/random.ts"
import type { Classifier, Image, RegionId } from "../../src/types.ts"
import { contrasts, detail, detailOf, markCell, plantedPicture } from "./planted-picture.ts"

/** What is true of a planted model and its picture, in cells of an 8 x 8 grid. */
export interface PlantedTruth {
  readonly words: string
  /** The cells that decide; none where no cell does. */
  readonly cells: readonly RegionId[]
  readonly finding: "one-cell" | "either-is-enough" | "both-are-needed" | "the-hiding" | "everywhere" | "nothing"
  /** By how much the score falls when only a deciding cell is hidden (by blur, where fills differ), within .02. */
  readonly alone: number
  /** How many regions the smallest sets have; absent where there are none or their size is not worked out. */
  readonly enough?: number
  readonly needed?: number
}

export interface Planted {
  readonly image: Image
  readonly model: Classifier
  readonly truth: PlantedTruth
}

export interface PlantedModel {
  readonly name: string
  /** Place and strength go by the seed. */
  make(seed: number): Planted
}

/** The planted models' classes: the answer, its rival, five that never come, and what the patch detector says of flat squares. */
export const plantedLabels: readonly string[] = [...["thing", "nothing", "a", "b", "c", "d", "e"], "grey patches"]
const rest: readonly number[] = [0.006, 0.005, 0.004, 0.003, 0.002, 0.001]
const corners: readonly RegionId[] = [0, 7, 56, 63]
const all: readonly RegionId[] = Array.from({ length: 64 }, (_, id) => id)
const base = 0.05
/** A hundredth of the score goes by the contrast of the whole picture, so that harmless changes change something. */
const leak = 0.01

/** Models whose cause is known, each a formula over the contrasts of a picture of 64 x 64 pixels. */
export const plantedModels: readonly PlantedModel[] = [
  planted("one-corner", (next) => {
    const id = pick(corners, next)
    const strength = strengthOf(next)
    const truth = { finding: "one-cell", alone: strength, enough: 1, needed: 1 } as const
    const words = `Only the detail of the corner cell ${id} counts.`
    return {
      truth: { ...truth, words, cells: [id] },
      score: ({ contrast }) => base + strength * detailOf(contrast, id),
    }
  }),
  planted("either-of-two-corners", (next) => {
    const cells = pickTwo(corners, next)
    const strength = strengthOf(next)
    const truth = { finding: "either-is-enough", alone: 0, enough: 1, needed: 2 } as const
    const words = `The detail of cell ${cells[0]} or of cell ${cells[1]} is enough; hiding one of them changes nothing.`
    const score = ({ contrast }: Seen) => base + strength * Math.max(...cells.map((id) => detailOf(contrast, id)))
    return { truth: { ...truth, words, cells }, score }
  }),
  planted("two-corners-together", (next) => {
    const cells = pickTwo(corners, next)
    const strength = strengthOf(next)
    const truth = { finding: "both-are-needed", alone: strength, enough: 2, needed: 1 } as const
    const words = `The details of cells ${cells[0]} and ${cells[1]} count only together.`
    const score = ({ contrast }: Seen) => base + strength * Math.min(...cells.map((id) => detailOf(contrast, id)))
    return { truth: { ...truth, words, cells }, score }
  }),
  planted("watermark", (next, plain) => {
    const id = pick(all, next)
    const strength = strengthOf(next)
    const truth = { finding: "one-cell", alone: strength, enough: 1, needed: 1 } as const
    const words = `A small bright mark counts wherever it is; it is in cell ${id}.`
    const score = ({ data }: Seen) => base + strength * Math.min(1, brightPixels(data) / 12)
    return { truth: { ...truth, words, cells: [id] }, image: markCell(plain, id, next), score }
  }),
  planted("grey-patches", (next) => {
    const id = pick(all, next)
    const strength = strengthOf(next)
    const truth = { finding: "the-hiding", alone: strength } as const
    const words = `Flat squares are called "grey patches", so that any cell hidden by one colour takes the answer away; only with blur does cell ${id} show.`
    const score = ({ contrast }: Seen) => base + strength * detailOf(contrast, id)
    const patches = ({ contrast }: Seen) => 0.9 * Math.min(1, contrast.filter((value) => value < 1e-3).length / 4)
    return { truth: { ...truth, words, cells: [id] }, score, patches }
  }),
  planted("texture-everywhere", (next) => {
    const strength = strengthOf(next)
    const words =
      "Detail counts wherever it is, and half of it is enough: no cell takes anything alone, and all count alike."
    const score = ({ contrast }: Seen) =>
      base + strength * Math.min(1, contrast.reduce((sum, value) => sum + detail(value), 0) / (contrast.length / 2))
    return { truth: { finding: "everywhere", alone: 0, words, cells: all }, score }
  }),
  planted("constant", (next) => {
    const strength = strengthOf(next)
    const words = "The answer is always the same."
    return { truth: { finding: "nothing", alone: 0, words, cells: [] }, score: () => strength, leak: 0 }
  }),
  planted("random", (next) => {
    const salt = Math.floor(next() * 2 ** 32)
    const words = "The score is drawn anew for every picture."
    const score = ({ data }: Seen) => 0.02 + 0.93 * hashOf(data, salt)
    return { truth: { finding: "nothing", alone: 0, words, cells: [] }, score, leak: 0 }
  }),
]

/** One picture, with the contrasts of its quarter cells. */
interface Seen {
  readonly data: ArrayLike<number>
  readonly contrast: Float64Array
}

interface Formula {
  readonly truth: PlantedTruth
  readonly image?: Image
  /** Of "thing". */
  readonly score: (seen: Seen) => number
  /** Of "grey patches", taken from all others in proportion. */
  readonly patches?: (seen: Seen) => number
  readonly leak?: number
}

function planted(name: string, formula: (next: () => number, plain: Image) => Formula): PlantedModel {
  return {
    name,
    make: (seed) => {
      const next = random(seed)
      const plain = plantedPicture(next)
      const { truth, image = plain, score, patches = () => 0, leak: share = leak } = formula(next, plain)
      const rowOf = ({ data }: Image): readonly number[] => {
        const seen = { data, contrast: contrasts(data) }
        const thing = score(seen) + (share * seen.contrast.reduce((sum, value) => sum + value, 0)) / 80 / 256
        const odd = patches(seen)
        const row = [thing, 1 - thing - rest.reduce((sum, value) => sum + value), ...rest].map((p) => p * (1 - odd))
        return row.map((value, i) => (i === row.length - 1 ? value + odd : value))
      }
      const model = functionModel((images) => images.map(rowOf), { name, labels: plantedLabels })
      return { image, model, truth }
    },
  }
}

function strengthOf(next: () => number): number {
  return 0.6 + 0.25 * next()
}

function pick(from: readonly RegionId[], next: () => number): RegionId {
  return from[Math.floor(next() * from.length)]!
}

/** Two different ones, in rising order. */
function pickTwo(from: readonly RegionId[], next: () => number): readonly RegionId[] {
  const one = pick(from, next)
  const other = pick(
    from.filter((id) => id !== one),
    next,
  )
  return [one, other].sort((a, b) => a - b)
}

/** Pixels above level 228, which only the mark has. */
function brightPixels(data: ArrayLike<number>): number {
  let count = 0
  for (let i = 0; i < data.length; i++) if (data[i]! > 228) count++
  return count
}

/** From 0 to 1, another number for nearly any other picture (FNV-1a over 256ths of levels, its bits mixed at the end). */
function hashOf(data: ArrayLike<number>, salt: number): number {
  let hash = (0x811c9dc5 ^ salt) >>> 0
  for (let i = 0; i < data.length; i++) hash = Math.imul(hash ^ Math.round(data[i]! * 256), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}
