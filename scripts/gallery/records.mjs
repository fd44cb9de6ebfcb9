import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { gunzipSync, gzipSync } from "node:zlib"
import { parse, serialize } from "gridexplainer/report"

/** @typedef {import("gridexplainer").Explanation} Explanation */

/** Where explanations lie that were made once, so that drawing needs no model and gives the same everywhere. */
const folder = new URL("../../test/gallery/records/", import.meta.url)

/** @param {string} name */
function fileOf(name) {
  return fileURLToPath(new URL(`${name}.json.gz`, folder))
}

/**
 * An explanation that was stored.
 *
 * @param {string} name
 * @returns {Explanation}
 */
export function readRecord(name) {
  return parse(gunzipSync(readFileSync(fileOf(name))).toString("utf8"))
}

/**
 * Stores an explanation.
 *
 * @param {string} name
 * @param {Explanation} explanation
 * @returns {number} bytes of the file
 */
export function writeRecord(name, explanation) {
  mkdirSync(folder, { recursive: true })
  const compact = JSON.stringify(JSON.parse(serialize(explanation)))
  const packed = gzipSync(compact, { level: 9 })
  writeFileSync(fileOf(name), packed)
  return packed.length
}
