/**
 * Does anything that is said of a picture contradict something else that is said of it? Explains photos on all levels and holds every output (words, report, tables,
 * terminal, drawing) against what the record measured, against each other, and the levels against each other.
 *
 *     npm run bench:contradictions -- [--pictures <folder>] [--models efficientnet-lite0,resnet50] [--levels none,quick,standard,thorough] [--count 50] [--save <folder>]
 *
 * Every attribution of a record is read as if it stood in front. With --save records are kept: delete the folder after a change of the code. The exit status is 1
 * where there is a contradiction.
 */
import { cpus } from "node:os"
import { parseArgs } from "node:util"
import { viewOf } from "gridexplainer"
import { loadModel } from "gridexplainer/node"
import { english, evidenceWords, renderPlain, renderSvg, renderTerminal } from "gridexplainer/render"
import { toCsv, toMarkdown } from "gridexplainer/report"
import { reportSentences } from "../dist/words/report-words.js"
import { contradictionsBetween, contradictionsOf } from "./contradictions/find-contradictions.mjs"
import { whatIsSaid } from "./contradictions/what-is-said.mjs"
import { explainer } from "./support/explained.mjs"
import { picturesIn } from "./support/pictures.mjs"

const { values } = parseArgs({
  options: {
    pictures: { type: "string", default: "../shared/data/imagenet50" },
    models: { type: "string", default: "efficientnet-lite0" },
    levels: { type: "string", default: "none,quick,standard,thorough" },
    count: { type: "string", default: "50" },
    save: { type: "string" },
  },
})
const levels = /** @type {import("gridexplainer").EvidenceLevel[]} */ (values.levels.split(","))
const makers = {
  ...{ evidenceWords, reportSentences, toCsv, toMarkdown, renderPlain, renderTerminal, renderSvg },
  verdicts: english.verdicts,
}

/** @typedef {import("./contradictions/find-contradictions.mjs").Contradiction} Contradiction */
/** @typedef {{ model: string, level: string, records: number, headlines: Map<string, number>, found: (Contradiction & { picture: string })[] }} Row */

/** @type {Row[]} */
const rows = []
for (const name of values.models.split(",")) {
  const model = await loadModel(name)
  const explained = explainer({ model, pictures: values.pictures, save: values.save })
  const own = [...levels, "between levels"].map((level) => newRow(name, level))
  rows.push(...own)
  const pictures = picturesIn(values.pictures, Number(values.count))
  for (const [place, picture] of pictures.entries()) {
    const views = []
    for (const [i, level] of levels.entries()) {
      const record = await explained(picture, { evidence: level })
      const front = viewOf(record)
      views.push({ name: level, view: front })
      const row = /** @type {Row} */ (own[i])
      row.records += 1
      for (const { method } of record.attributions) {
        const view = viewOf(record, method)
        const said = whatIsSaid(view, makers)
        const where = method === record.shown ? picture : `${picture}, ${method} in front`
        row.found.push(...contradictionsOf(view, said).map((one) => ({ ...one, picture: where })))
        if (method !== record.shown) continue
        const headline = said.first?.name ?? "(none)"
        row.headlines.set(headline, (row.headlines.get(headline) ?? 0) + 1)
      }
    }
    const between = /** @type {Row} */ (own.at(-1))
    const [first, ...others] = views
    between.records += others.length
    for (const other of others)
      if (first !== undefined)
        between.found.push(...contradictionsBetween(first, other).map((one) => ({ ...one, picture })))
    console.error(`${name}, ${place + 1} of ${pictures.length}: ${picture}`)
  }
  await model.dispose?.()
}

console.log("| model | level | records | contradictions | hedged | headlines |")
console.log("| --- | --- | --- | --- | --- | --- |")
for (const { model, level, records, headlines, found } of rows) {
  const wrong = found.filter(({ rule }) => rule !== "hedged")
  const kinds = [...headlines].sort((a, b) => b[1] - a[1]).map(([headline, count]) => `${headline} ${count}`)
  console.log(
    `| ${model} | ${level} | ${records} | ${wrong.length} | ${found.length - wrong.length} | ${kinds.join(", ")} |`,
  )
}
for (const { model, level, found } of rows)
  for (const { rule, picture, what } of found) console.log(`\n${rule}: ${model}, ${level}, ${picture}: ${what}`)
console.log(`\n${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}`)
process.exitCode = rows.some(({ found }) => found.some(({ rule }) => rule !== "hedged")) ? 1 : 0

/** @param {string} model @param {string} level @returns {Row} */
function newRow(model, level) {
  return { model, level, records: 0, headlines: new Map(), found: [] }
}
