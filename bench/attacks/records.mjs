import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { baseRecords, storedRecords } from "./support/base-records.mjs"
import { contradicts } from "./support/contradicts.mjs"
import { endsInWords, isRefused, succeeds } from "./support/judge-attack.mjs"
import { mutated, mutations } from "./support/mutations.mjs"
import { worstTexts } from "./support/worst-texts.mjs"

/** @typedef {import("./support/attack.d.ts").Attack} Attack */
/** @typedef {import("gridexplainer").Explanation} Explanation */

export const door = "records"
export const sideBySide = true

/** Megabytes of a text that nobody should get stuck in. */
const LARGE = 40

/**
 * Records as files: honest ones of every version, such as contradict themselves by each law, such as are too large, and texts that take a bad reader for ever.
 *
 * @param {{ dir: string, seed: number }} options
 * @returns {AsyncGenerator<Attack>}
 */
export async function* attacks({ dir }) {
  let count = 0
  const write = (/** @type {string} */ text, ending = "json") => {
    const path = join(dir, `record-${count++}.${ending}`)
    writeFileSync(path, text)
    return path
  }
  const convert = (/** @type {string} */ path, /** @type {string} */ ending) => [
    "convert",
    path,
    "-q",
    "-o",
    join(dir, `out-${count++}.${ending}`),
  ]

  for (const { name, text } of storedRecords())
    yield { name: `honest ${name}`, command: convert(write(text), "csv"), expect: succeeds }
  const records = await baseRecords()
  for (const mutation of mutations) {
    const other = records
      .map((record) => mutated(record, mutation))
      .find((one) => one !== undefined && contradicts(one))
    yield {
      name: `${mutation.law} at ${mutation.at}`,
      command: convert(write(JSON.stringify(other ?? records[0])), "csv"),
      expect: isRefused,
    }
  }
  for (const [name, record, ending] of tooLarge(/** @type {Explanation} */ (records[1])))
    yield { name, command: convert(write(JSON.stringify(record)), ending), expect: isRefused }
  for (const [name, text] of oddTexts(/** @type {Explanation} */ (records[1])))
    yield { name, command: convert(write(text), "svg"), expect: isRefused }
  for (const { piece, text } of worstTexts(LARGE)) {
    yield {
      name: `convert of ${LARGE} MB of ${JSON.stringify(piece)}`,
      command: convert(write(text), "svg"),
      expect: endsInWords,
    }
  }
}

/** @param {Explanation} record @returns {Generator<[string, unknown, string]>} */
function* tooLarge(record) {
  for (const side of [7072, 12_000, 20_000, 65_535, 1_000_000, 2 ** 31, 1e300])
    for (const ending of ["npy", "effects.npy", "svg", "png", "html", "md", "csv"]) {
      const size = { width: side, height: side }
      yield [`seen ${side} x ${side} as ${ending}`, { ...record, seen: { ...record.seen, size } }, ending]
    }
  const long = "x".repeat(5e6)
  yield ["a picture's name of 5 MB", { ...record, picture: { ...record.picture, name: long } }, "html"]
  yield ["a model's name of 5 MB", { ...record, model: { ...record.model, name: long } }, "html"]
  yield ["a label of 5 MB", { ...record, top: record.top.map((one) => ({ ...one, label: long })) }, "html"]
  yield ["a version of 5 MB", { ...record, versions: { gridexplainer: long } }, "html"]
  yield ["4097 signs", { ...record, picture: { ...record.picture, name: "x".repeat(4097) } }, "html"]
  yield ["a million best classes", { ...record, top: Array.from({ length: 1e6 }, () => record.top[0]) }, "html"]
  yield ["a million wrong classes", { ...record, top: Array.from({ length: 1e6 }, () => 0) }, "html"]
  yield ["65,000 wrong classes", { ...record, top: Array.from({ length: 65_000 }, () => null) }, "html"]
  yield ["a million fills", { ...record, fills: Array.from({ length: 1e6 }, () => record.fills[0]) }, "html"]
  yield [
    "90,000 regions",
    {
      ...record,
      regions: {
        layout: { kind: "grid", rows: 300, columns: 300 },
        boxes: Array.from({ length: 90_000 }, () => record.regions.boxes[0]),
      },
    },
    "html",
  ]
  const options = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`o${i}`, i]))
  yield ["a fill of 100,000 options", { ...record, fills: [{ name: "blur", options }] }, "html"]
  for (const place of ["asked", "seed"]) yield [`${place} of 1e300`, { ...record, [place]: 1e300 }, "svg"]
  yield ["scores of 1e308", { ...record, target: { ...record.target, score: 1e308 } }, "svg"]
  yield ["classes of 1e18", { ...record, model: { ...record.model, classes: 1e18 } }, "svg"]
}

/** @param {Explanation} record @returns {Generator<[string, string]>} */
function* oddTexts(record) {
  const text = JSON.stringify(record)
  yield ["nested a million deep", `${text.slice(0, -1)},"more":${"[".repeat(1e6)}${"]".repeat(1e6)}}`]
  yield ["nested 40 deep", `${text.slice(0, -1)},"more":${"[".repeat(40)}${"]".repeat(40)}}`]
  yield ["20 million lists", `${text.slice(0, -1)},"more":[${"[],".repeat(2e7)}0]}`]
  yield ["a prototype", `${text.slice(0, -1)},"__proto__":{"asked":1}}`]
  yield ["an effect beyond numbers", text.replace(/"effects":\[[^,]*,/, '"effects":[1e999,')]
  yield ["cut in the middle", text.slice(0, text.length / 2)]
  yield ["version 4", text.replace('"version":3', '"version":4')]
}
