/**
 * What GridExplainer costs beyond the model: `explain` on an 8x8 grid against bare onnxruntime-node runs of the same 65 pictures
 * in the same batches of 8, paired and alternating.
 *
 *     npm run bench:overhead [-- --pairs 15]
 *
 * The last line is the model with the larger median: `ratio <median> (min-max)`.
 */
import { cpus } from "node:os"
import { parseArgs } from "node:util"
import { applyEdits, cellMeanFill, explain, grid, tensorWriter, toModelSize } from "gridexplainer"
import { loadModel, modelPath, readFile, readImage } from "gridexplainer/node"
import * as ort from "onnxruntime-node"

const { values } = parseArgs({ options: { pairs: { type: "string", default: "15" } } })
const pairs = Number(values.pairs)
const batchSize = 8
const { image } = await readImage(new URL("../examples/coffee.png", import.meta.url))

const results = []
for (const name of ["efficientnet-lite0", "resnet50"]) {
  const model = await loadModel(name)
  const session = await ort.InferenceSession.create(await readFile(await modelPath(name), { maxBytes: 2 ** 30 }), {
    logSeverityLevel: 3,
  })
  const batches = sameBatches(model)
  const explainOnce = () => explain(model, image, { regions: grid(8), batchSize, evidence: "none" })
  const bareOnce = async () => {
    for (const tensor of batches) await session.run({ [session.inputNames[0] ?? ""]: tensor })
  }
  await explainOnce()
  await bareOnce()
  // A quick model is run several times a measurement: a shared machine's moods last about as long as one run.
  const repeats = Math.max(1, Math.round(2500 / (await timed(bareOnce))))
  /** @type {{ whole: number, bare: number, ratio: number }[]} */
  const rows = []
  for (let i = 0; i < pairs; i++) {
    // Alternate which goes first, so that neither always meets the warmer machine.
    const bareFirst = i % 2 === 0 ? await timed(bareOnce, repeats) : undefined
    const whole = await timed(explainOnce, repeats)
    const bare = bareFirst ?? (await timed(bareOnce, repeats))
    rows.push({ whole, bare, ratio: whole / bare })
  }
  const ratios = rows.map(({ ratio }) => ratio).sort((a, b) => a - b)
  const result = {
    name,
    median: ratios[ratios.length >> 1] ?? Number.NaN,
    least: ratios[0] ?? 0,
    most: ratios.at(-1) ?? 0,
  }
  results.push(result)
  const seconds = (/** @type {"whole" | "bare"} */ key) =>
    (rows.map((row) => row[key]).sort((a, b) => a - b)[rows.length >> 1] ?? 0) / 1000
  console.log(
    `${name.padEnd(20)} explain ${seconds("whole").toFixed(2)} s, bare ${seconds("bare").toFixed(2)} s, ${describe(result)}, ${pairs} pairs, ${model.description?.runtime}`,
  )
  await model.dispose?.()
  await session.release()
}
console.log(`${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}`)
const worst = results.reduce((a, b) => (b.median > a.median ? b : a))
console.log(describe(worst))

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
 * The tensors that `explain` sends, made beforehand.
 *
 * @param {import("gridexplainer").Classifier} model
 */
function sameBatches(model) {
  const preprocessing = model.description?.preprocessing
  if (preprocessing === undefined) throw new Error(`expected a model with preprocessing, got ${model.name}`)
  const seen = toModelSize(image, model).image
  const writer = tensorWriter(preprocessing, seen.channels)
  const paint = cellMeanFill().prepare(seen, { seed: 0 })
  const pictures = [
    seen,
    ...grid(8)(seen).list.map((region) => applyEdits(seen, [{ box: region.box, pixels: paint(region) }])),
  ]
  const tensors = []
  for (let start = 0; start < pictures.length; start += batchSize) {
    const batch = pictures.slice(start, start + batchSize)
    const data = new Float32Array(batch.length * writer.length)
    for (const [i, picture] of batch.entries()) writer.writeImage(data, i * writer.length, picture)
    tensors.push(new ort.Tensor("float32", data, [batch.length, ...writer.shape]))
  }
  return tensors
}
