import { readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { gunzipSync } from "node:zlib"
import { explainTargets, functionModel, grid } from "gridexplainer"
import { parse } from "gridexplainer/report"

const folder = fileURLToPath(new URL("../../../test/gallery/records/", import.meta.url))

/** Texts of records that runs have written, of every version, by name. */
export function storedRecords() {
  return readdirSync(folder).map((name) => ({ name, text: gunzipSync(readFileSync(`${folder}${name}`)).toString() }))
}

/** Those that hold most, and two of one run. @returns {Promise<import("gridexplainer").Explanation[]>} */
export async function baseRecords() {
  const names = [
    "evidence-cats",
    "evidence-coffee",
    "evidence-chelsea",
    "earlier-coffee",
    "coffee-windows",
    "astronaut-patches",
    "chelsea-alone",
    "report-rocket",
    "rocket-crop",
  ]
  const stored = names.map((name) => parse(gunzipSync(readFileSync(`${folder}${name}.json.gz`)).toString()))
  const model = functionModel((images) =>
    images.map(({ data }) => [(data[0] ?? 0) / 510, (data[5] ?? 0) / 510, 1 - ((data[0] ?? 0) + (data[5] ?? 0)) / 510]),
  )
  const image = {
    width: 4,
    height: 4,
    channels: /** @type {1} */ (1),
    data: Uint8Array.from({ length: 16 }, (_, i) => 200 - 8 * i),
  }
  return [...stored, ...(await explainTargets(model, image, { regions: grid(2), targets: { top: 2 } }))]
}
