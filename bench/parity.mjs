/**
 * Repeats grids that the original GridExplainer published, and counts how many of their printed integers come out the same.
 *
 *     npm run parity -- --grids grids.json [--pictures folder-or-url]
 *
 * The file holds rows of integers by the picture's index in SHAP's imagenet50: { "1": [[0, 3, ...], ...], ... }.
 * The exit status says whether every integer is within 1.
 */
import { existsSync, readFileSync } from "node:fs"
import { readFile } from "node:fs/promises"
import { createServer } from "node:http"
import { basename, join } from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { explain, grid, viewOf } from "gridexplainer"
import { imagenet50, loadModel } from "gridexplainer/node"

const beside = fileURLToPath(new URL("../../shared/data/imagenet50", import.meta.url))
const { values } = parseArgs({
  options: {
    grids: { type: "string" },
    pictures: { type: "string", ...(existsSync(beside) ? { default: beside } : {}) },
  },
})
if (values.grids === undefined) throw new Error("expected --grids <file.json>, got none")

/** @type {Record<string, number[][]>} */
const published = JSON.parse(readFileSync(values.grids, "utf8"))
const pictures = await openPictures(values.pictures)
const model = await loadModel("resnet50")

let exact = 0
let withinOne = 0
let all = 0
for (const [index, rows] of Object.entries(published)) {
  const [photo] = await imagenet50([Number(index)], pictures.baseUrl === undefined ? {} : { baseUrl: pictures.baseUrl })
  if (photo === undefined) throw new RangeError(`there is no picture ${index}`)
  const explanation = await explain(model, meansSubtracted(photo.image), {
    regions: grid({ rows: rows.length, columns: rows[0]?.length ?? 0, split: "original" }),
    fill: "cell-gray",
    evidence: "none",
  })
  const wanted = rows.flat()
  const off = originalScale(viewOf(explanation, "one-at-a-time").effects).map((value, i) =>
    Math.abs(value - (wanted[i] ?? Number.NaN)),
  )
  const same = off.filter((by) => by === 0).length
  const near = off.filter((by) => by <= 1).length
  console.log(
    `picture ${index.padStart(2)}: exact ${same}, within one ${near}, of ${wanted.length}   ${explanation.target.label}`,
  )
  exact += same
  withinOne += near
  all += wanted.length
}
await model.dispose?.()
pictures.close()
console.log(`exact ${exact}, within one ${withinOne}, of ${all}`)
process.exitCode = withinOne === all && all > 0 ? 0 : 1

/**
 * The original's notebook subtracted Keras's channel means in place before explaining, so the model saw them subtracted twice.
 * Repeating that is a test of exactness, not something to do with a picture of one's own.
 *
 * @param {import("gridexplainer").Image} image
 * @returns {import("gridexplainer").Image}
 */
function meansSubtracted(image) {
  const means = [123.68, 116.779, 103.939]
  return { ...image, data: Float32Array.from(image.data, (level, i) => level - (means[i % 3] ?? 0)) }
}

/**
 * The original's numbers: the size of each effect, cut to a whole per cent of the largest. The sign is lost.
 *
 * @param {readonly number[]} effects
 */
function originalScale(effects) {
  const largest = Math.max(...effects.map(Math.abs))
  return effects.map((effect) => Math.trunc((100 * Math.abs(effect)) / largest))
}

/**
 * A folder of SHAP's pictures is served on loopback, so that they come the same way as from the network.
 *
 * @param {string | undefined} place
 * @returns {Promise<{ baseUrl: string | undefined, close: () => void }>}
 */
async function openPictures(place) {
  if (place === undefined || /^https?:/.test(place)) return { baseUrl: place, close: () => undefined }
  const server = createServer((request, response) => {
    readFile(join(place, basename(request.url ?? ""))).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)))
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address())
  return { baseUrl: `http://127.0.0.1:${port}/`, close: () => server.close() }
}
