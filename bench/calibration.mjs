/**
 * How often do the 90 % intervals of the effects on average hold the true value?
 *
 *     npm run bench:calibration -- [--runs 20] [--pictures ../shared/data/imagenet50] [--count 8] [--truth 720] [--model efficientnet-lite0]
 *
 * Closed forms: models whose effects are known, the masks of level `standard` on an 8 x 8 grid with three fills; a run is one model.
 * Pictures: the same with a real model; the truth is estimated from many more random masks of another seed, and has an uncertainty of its own: the second
 * column counts it in.
 */
import { existsSync, readdirSync } from "node:fs"
import { cpus } from "node:os"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { explainWithEvidence, planEvidence, resizeImage, viewOf } from "gridexplainer"
import { loadModel, readImage } from "gridexplainer/node"
import { kinds, levels, picture } from "./calibration/closed-forms.mjs"

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "20" },
    pictures: { type: "string", default: "../shared/data/imagenet50" },
    count: { type: "string", default: "8" },
    truth: { type: "string", default: "720" },
    model: { type: "string", default: "efficientnet-lite0" },
  },
})
const standard = planEvidence("standard", { regions: 64, fills: 3, grid: { rows: 8, columns: 8 } })
const averageOnly = {
  ...{ ...standard, level: /** @type {const} */ ("custom"), noise: [], effectNoise: 0, alone: 0, sets: 0, pairs: 0 },
  ...{ hidden: [], randomOrders: 0, pixels: false },
}

console.log("| effects | cells | interval holds the truth | counting the truth's own uncertainty |")
console.log("| --- | --- | --- | --- |")
for (const { name, make } of kinds) {
  const tally = newTally()
  for (let seed = 0; seed < Number(values.runs); seed++) {
    const { model, truth } = make(seed)
    const record = await explainWithEvidence(model, picture, {
      ...{ target: 0, seed, fills: levels.map((level) => level), evidence: averageOnly },
    })
    count(tally, viewOf(record), { effects: truth, low: truth, high: truth })
  }
  print(`${name} (${values.runs} models)`, tally)
}

if (existsSync(values.pictures)) {
  const names = readdirSync(values.pictures)
    .filter((name) => /\.(jpe?g|png|webp)$/i.test(name))
    .sort()
  const step = Math.max(1, Math.floor(names.length / Number(values.count)))
  const chosen = names.filter((_, i) => i % step === 0).slice(0, Number(values.count))
  const model = await loadModel(values.model)
  const tally = newTally()
  for (const [place, name] of chosen.entries()) {
    const { image } = await readImage(join(values.pictures, name))
    const seen = resizeImage(image, model.inputSize ?? image, { filter: "bilinear" })
    const long = { ...averageOnly, masks: Number(values.truth), randomShare: 1 }
    const run = (/** @type {number} */ seed, /** @type {typeof averageOnly} */ evidence) =>
      explainWithEvidence(model, seen, { seed, evidence, batchSize: 8 })
    const truth = await run(1000 + place, long)
    for (const seed of [1, 2]) count(tally, viewOf(await run(seed, averageOnly)), viewOf(truth))
  }
  await model.dispose?.()
  print(`${values.model}, ${chosen.length} pictures, 2 seeds; truth from ${values.truth} masks`, tally)
} else console.error(`no pictures in ${values.pictures}: only closed forms were asked about`)
console.log(`\n${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}`)

/** @typedef {Pick<import("gridexplainer").View, "effects" | "low" | "high">} Average */

function newTally() {
  return { cells: 0, held: 0, heldCounting: 0 }
}

/**
 * @param {ReturnType<typeof newTally>} tally
 * @param {Average} average
 * @param {Average} truth
 */
function count(tally, average, truth) {
  for (const [id, effect] of average.effects.entries()) {
    const half = ((average.high?.[id] ?? 0) - (average.low?.[id] ?? 0)) / 2
    const own = ((truth.high?.[id] ?? 0) - (truth.low?.[id] ?? 0)) / 2
    const distance = Math.abs(effect - (truth.effects[id] ?? Number.NaN))
    tally.cells += 1
    if (distance <= half) tally.held += 1
    if (distance <= Math.hypot(half, own)) tally.heldCounting += 1
  }
}

/**
 * @param {string} name
 * @param {ReturnType<typeof newTally>} tally
 */
function print(name, { cells, held, heldCounting }) {
  const percent = (/** @type {number} */ part) => `${((100 * part) / cells).toFixed(1)} %`
  console.log(`| ${name} | ${cells} | ${percent(held)} | ${percent(heldCounting)} |`)
}
