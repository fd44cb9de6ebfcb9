import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { explain, openRun, random, smoothMasks, viewOf } from "gridexplainer"
import { readImage } from "gridexplainer/node"

/**
 * What hiding a square takes from the score in many random surroundings: brute force over what else is hidden. It costs thousands of pictures a photo, so it is
 * kept as data.
 *
 * @typedef {{ mean: number, error: number, deviation: number, quantiles: readonly number[] }} Spread `error`: of the mean; quantiles at 5, 25, 50, 75 and 95 %
 * @typedef {{ region: number } & Record<SurroundingName, Spread>} SquareTruth
 * @typedef {{ picture: string, fill: string, label: string, score: number, squares: readonly SquareTruth[] }} PhotoTruth
 * @typedef {{ model: string, surroundings: Readonly<Record<SurroundingName, number>>, photos: readonly PhotoTruth[] }} Truth
 * @typedef {"half" | "few"} SurroundingName
 * @typedef {import("gridexplainer").Run} Run
 */

/** `half`: what the search hides, a quarter to three quarters in patches. `few`: one in eight of the others, each for itself. */
const COUNTS = /** @type {const} */ ({ half: 200, few: 40 })
const FEW = 1 / 8
/** Squares of a photo: the largest that are shown, and others that chance picks, so that small ones are judged as well. */
const LARGEST = 10
const OTHERS = 2
/** No other part of a run draws from this seed. */
const SEED = 90_001

/** @param {string} model */
export function truthFile(model) {
  return join(import.meta.dirname, `truth-${model}.json`)
}

/** @param {string} model @returns {Truth | undefined} */
export function readTruth(model) {
  const path = truthFile(model)
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined
}

/**
 * Adds the photos that the file of this model lacks, one after another; it is written after each, so that a run that was stopped goes on where it was.
 *
 * @param {import("gridexplainer").Classifier} model
 * @param {{ name: string, folder: string, pictures: readonly string[] }} options
 */
export async function makeTruth(model, { name, folder, pictures }) {
  const photos = [...(readTruth(name)?.photos ?? [])]
  for (const picture of pictures) {
    if (photos.some((photo) => photo.picture === picture)) continue
    photos.push(await truthOf(model, { folder, picture }))
    const truth = { model: name, surroundings: COUNTS, photos }
    writeFileSync(truthFile(name), `${JSON.stringify(truth, null, 1).replaceAll(arrays, oneLine)}\n`)
    console.error(`${photos.length} of ${pictures.length}: ${picture}`)
  }
}

/** Lists of numbers, which stand on one line in the file. */
const arrays = /\[[\s\d.,e+-]+\]/g
/** @param {string} list */
const oneLine = (list) => list.replaceAll(/\s+/g, "")

/**
 * @param {import("gridexplainer").Classifier} model
 * @param {{ folder: string, picture: string }} options
 * @returns {Promise<PhotoTruth>}
 */
async function truthOf(model, { folder, picture }) {
  const { image } = await readImage(join(folder, picture))
  const record = await explain(model, image, { evidence: "none" })
  const fill = record.fills[0]?.name ?? ""
  const run = await openRun(model, image, {
    fills: [/** @type {import("gridexplainer").FillName} */ (fill)],
    targets: ["predicted"],
  })
  const regions = squaresOf(record)
  const half = await effectsIn(run, { regions, surroundings: halves(run) })
  const few = await effectsIn(run, { regions, surroundings: sparse(run) })
  return {
    ...{ picture, fill, label: record.target.label, score: rounded(record.target.score) },
    squares: regions.map((region, i) => ({ region, half: spreadOf(half[i] ?? []), few: spreadOf(few[i] ?? []) })),
  }
}

/** @param {import("gridexplainer").Explanation} record */
function squaresOf(record) {
  const next = random(SEED)
  const { effects } = viewOf(record)
  const size = (/** @type {number} */ region) => Math.abs(effects[region] ?? 0)
  const ordered = [...effects.keys()].sort((a, b) => size(b) - size(a) || a - b)
  const rest = ordered.slice(LARGEST)
  const others = Array.from({ length: OTHERS }, () => rest.splice(Math.floor(next() * rest.length), 1)[0] ?? 0)
  return [...ordered.slice(0, LARGEST), ...others]
}

/** @param {Run} run */
function halves({ positions }) {
  return smoothMasks(positions, { count: COUNTS.half, seed: SEED }).map(({ hidden }) => hidden)
}

/** @param {Run} run */
function sparse({ positions }) {
  const next = random(SEED + 1)
  return Array.from({ length: COUNTS.few }, () => [...positions.keys()].filter(() => next() < FEW))
}

/**
 * For each of the regions, by how much hiding it lowers the score in each of the surroundings: the one question that they share is asked once.
 *
 * @param {Run} run
 * @param {{ regions: readonly number[], surroundings: readonly (readonly number[])[] }} options
 * @returns {Promise<readonly (readonly number[])[]>}
 */
async function effectsIn(run, { regions, surroundings }) {
  const flipped = surroundings.flatMap((hidden) => [hidden, ...regions.map((region) => flip(hidden, region))])
  const answers = await run.ask(flipped.map((hidden) => ({ hidden })))
  const scores = answers.map((answer) => answer.scores[0] ?? Number.NaN)
  return regions.map((region, i) =>
    surroundings.map((hidden, at) => {
      const start = at * (regions.length + 1)
      const [as, other] = [scores[start] ?? Number.NaN, scores[start + 1 + i] ?? Number.NaN]
      return hidden.includes(region) ? other - as : as - other
    }),
  )
}

/** @param {readonly number[]} hidden @param {number} region */
function flip(hidden, region) {
  return hidden.includes(region) ? hidden.filter((id) => id !== region) : [...hidden, region].sort((a, b) => a - b)
}

/** @param {readonly number[]} effects @returns {Spread} */
function spreadOf(effects) {
  const count = effects.length
  const mean = effects.reduce((sum, effect) => sum + effect, 0) / count
  const deviation = Math.sqrt(effects.reduce((sum, effect) => sum + (effect - mean) ** 2, 0) / (count - 1))
  const sorted = [...effects].sort((a, b) => a - b)
  return {
    mean: rounded(mean),
    error: rounded(deviation / Math.sqrt(count)),
    deviation: rounded(deviation),
    quantiles: [0.05, 0.25, 0.5, 0.75, 0.95].map((share) =>
      rounded(sorted[Math.round(share * (count - 1))] ?? Number.NaN),
    ),
  }
}

/** @param {number} value */
function rounded(value) {
  return Math.round(value * 1e5) / 1e5
}
