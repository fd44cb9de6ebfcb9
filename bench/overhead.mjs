/**
 * What GridExplainer costs beyond the model: `explain` against bare onnxruntime-node runs of as many pictures in batches of 8 that were made beforehand, paired and
 * alternating. Twice a model: on an 8x8 grid with `evidence: "none"`, 65 pictures, and the default, about 400.
 *
 *     npm run bench:overhead [-- --pairs 15] [--models efficientnet-lite0] [--ask none]
 *
 * The last line is the row with the largest median: `ratio <median> (min-max)`. The default is measured a third as often, as it takes six times as long.
 */
import { cpus, loadavg } from "node:os"
import { parseArgs } from "node:util"
import { applyEdits, cellMeanFill, explain, grid, tensorWriter, toModelSize } from "gridexplainer"
import { loadModel, modelPath, readFile, readImage } from "gridexplainer/node"
import * as ort from "onnxruntime-node"

const { values } = parseArgs({
  options: {
    pairs: { type: "string", default: "15" },
    models: { type: "string", default: "efficientnet-lite0,resnet50" },
    ask: { type: "string", default: "none,standard" },
  },
})
const batchSize = 8
const { image } = await readImage(new URL("../examples/coffee.png", import.meta.url))

const results = []
for (const name of values.models.split(",")) {
  const model = await loadModel(name)
  const session = await ort.InferenceSession.create(await readFile(await modelPath(name), { maxBytes: 2 ** 30 }), {
    logSeverityLevel: 3,
  })
  for (const evidence of /** @type {("none" | "standard")[]} */ (values.ask.split(","))) {
    const explainOnce = () => explain(model, image, { regions: grid(8), batchSize, evidence })
    const { asked } = await explainOnce()
    const batches = batchesOf(model, asked)
    const bareOnce = async () => {
      for (const tensor of batches) await session.run({ [session.inputNames[0] ?? ""]: tensor })
    }
    await bareOnce()
    const pairs = Math.ceil(Number(values.pairs) / (evidence === "none" ? 1 : 3))
    const rows = await inPairs({ explainOnce, bareOnce, pairs })
    const ratios = rows.map(({ ratio }) => ratio).sort((a, b) => a - b)
    const result = {
      median: ratios[ratios.length >> 1] ?? Number.NaN,
      least: ratios[0] ?? 0,
      most: ratios.at(-1) ?? 0,
    }
    results.push(result)
    const seconds = (/** @type {"whole" | "bare"} */ key) =>
      ((rows.map((row) => row[key]).sort((a, b) => a - b)[rows.length >> 1] ?? 0) / 1000).toFixed(2)
    console.log(
      `${name.padEnd(20)} ${evidence.padEnd(8)} ${asked} pictures: explain ${seconds("whole")} s, bare ${seconds("bare")} s, ${describe(result)}, ${pairs} pairs, ${model.description?.runtime}`,
    )
  }
  await model.dispose?.()
  await session.release()
}
console.log(`${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}, load ${loadavg()[0]?.toFixed(1)}`)
const worst = results.reduce((a, b) => (b.median > a.median ? b : a))
console.log(describe(worst))

/**
 * @param {{ explainOnce: () => Promise<unknown>, bareOnce: () => Promise<unknown>, pairs: number }} work
 * @returns {Promise<{ whole: number, bare: number, ratio: number }[]>} milliseconds of each pair
 */
async function inPairs({ explainOnce, bareOnce, pairs }) {
  // A quick model is run several times a measurement: a shared machine's moods last about as long as one run.
  const repeats = Math.max(1, Math.round(2500 / (await timed(bareOnce))))
  const rows = []
  for (let i = 0; i < pairs; i++) {
    // Alternate which goes first, so that neither always meets the warmer machine.
    const bareFirst = i % 2 === 0 ? await timed(bareOnce, repeats) : undefined
    const whole = await timed(explainOnce, repeats)
    const bare = bareFirst ?? (await timed(bareOnce, repeats))
    rows.push({ whole, bare, ratio: whole / bare })
  }
  return rows
}

/** @param {{ median: number, least: number, most: number }} result */
function describe({ median, least, most }) {
  return `ratio ${median.toFixed(3)} (${least.toFixed(3)}-${most.toFixed(3)})`
}

/**
 * @param {() => Promise<unknown>} work
 * @returns {Promise<number>} milliseconds of one of `repeats` runs
 */
async function timed(work, repeats = 1) {
  const began = performance.now()
  for (let i = 0; i < repeats; i++) await work()
  return (performance.now() - began) / repeats
}

/**
 * Tensors of so many pictures, made beforehand: the untouched one and those with one cell hidden, again and again.
 *
 * @param {import("gridexplainer").Classifier} model
 * @param {number} count
 */
function batchesOf(model, count) {
  const preprocessing = model.description?.preprocessing
  if (preprocessing === undefined) throw new Error(`expected a model with preprocessing, got ${model.name}`)
  const seen = toModelSize(image, model).image
  const writer = tensorWriter(preprocessing, seen.channels)
  const paint = cellMeanFill().prepare(seen, { seed: 0 })
  const pictures = [
    seen,
    ...grid(8)(seen).list.map((region) => applyEdits(seen, [{ box: region.box, pixels: paint(region) }])),
  ]
  const tensorOf = (/** @type {number} */ start, /** @type {number} */ rows) => {
    const data = new Float32Array(rows * writer.length)
    for (let i = 0; i < rows; i++) {
      const picture = pictures[(start + i) % pictures.length]
      if (picture !== undefined) writer.writeImage(data, i * writer.length, picture)
    }
    return new ort.Tensor("float32", data, [rows, ...writer.shape])
  }
  const tensors = []
  for (let start = 0; start < count; start += batchSize)
    tensors.push(tensorOf(start, Math.min(batchSize, count - start)))
  return tensors
}
