/**
 * Does anything that is said of a picture contradict something else that is said of it? Explains photos on all levels and holds every output (words, report, tables,
 * terminal, drawing) against what the record measured, against each other, and the levels against each other.
 *
 *     npm run bench:contradictions -- [--pictures <folder>] [--models efficientnet-lite0,resnet50] [--levels none,quick,standard,thorough] [--count 50] [--formulas 10] [--save <folder>]
 *
 * --formulas: so many models that chance makes are explained as well; they meet cases that photos seldom have.
 * Every attribution of a record is read as if it stood in front. With --save records are kept: delete the folder after a change of the code. The exit status is 1
 * where there is a contradiction.
 */
import { cpus } from "node:os"
import { parseArgs } from "node:util"
import { explain, viewOf } from "gridexplainer"
import { loadModel } from "gridexplainer/node"
import { english, evidenceWords, renderPlain, renderSvg, renderTerminal } from "gridexplainer/render"
import { toCsv, toMarkdown } from "gridexplainer/report"
import { reportSentences } from "../dist/words/report-words.js"
import { levels as fillLevels, picture } from "./calibration/closed-forms.mjs"
import { contradictionsBetween, contradictionsOf } from "./contradictions/find-contradictions.mjs"
import { randomModel } from "./contradictions/random-models.mjs"
import { whatIsSaid } from "./contradictions/what-is-said.mjs"
import { explainer } from "./support/explained.mjs"
import { picturesIn } from "./support/pictures.mjs"

const { values } = parseArgs({
  options: {
    pictures: { type: "string", default: "../shared/data/imagenet50" },
    models: { type: "string", default: "efficientnet-lite0" },
    levels: { type: "string", default: "none,quick,standard,thorough" },
    count: { type: "string", default: "50" },
    formulas: { type: "string", default: "10" },
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
await judge({
  name: "formulas",
  subjects: Array.from({ length: Number(values.formulas) }, (_, seed) => `formula ${seed}`),
  ask: (subject, evidence) => {
    const model = randomModel(Number(subject.slice("formula ".length)))
    return explain(model, picture, { fills: fillLevels.map((level) => level), evidence })
  },
})
for (const name of values.models.split(",").filter((one) => one !== "")) {
  const model = await loadModel(name)
  const explained = explainer({ model, pictures: values.pictures, save: values.save })
  const subjects = picturesIn(values.pictures, Number(values.count))
  await judge({ name, subjects, ask: (subject, evidence) => explained(subject, { evidence }) })
  await model.dispose?.()
}

/**
 * @param {{
 *   name: string,
 *   subjects: readonly string[],
 *   ask: (subject: string, evidence: import("gridexplainer").EvidenceLevel) => Promise<import("gridexplainer").Explanation>,
 * }} options
 */
async function judge({ name, subjects, ask }) {
  if (subjects.length === 0) return
  const own = [...levels, "between levels"].map((level) => newRow(name, level))
  rows.push(...own)
  for (const [place, subject] of subjects.entries()) {
    const views = []
    for (const [i, level] of levels.entries()) {
      const record = await ask(subject, level)
      views.push({ name: level, view: viewOf(record) })
      judgeRecord(record, { row: /** @type {Row} */ (own[i]), subject })
    }
    const between = /** @type {Row} */ (own.at(-1))
    const [first, ...others] = views
    between.records += others.length
    for (const other of others)
      if (first !== undefined)
        between.found.push(...contradictionsBetween(first, other).map((one) => ({ ...one, picture: subject })))
    console.error(`${name}, ${place + 1} of ${subjects.length}: ${subject}`)
  }
}

/** Every attribution as if it stood in front. @param {import("gridexplainer").Explanation} record @param {{ row: Row, subject: string }} options */
function judgeRecord(record, { row, subject }) {
  row.records += 1
  for (const { method } of record.attributions) {
    const view = viewOf(record, method)
    const said = whatIsSaid(view, makers)
    const isFront = method === record.shown
    const picture = isFront ? subject : `${subject}, ${method} instead of what stands in front`
    row.found.push(...contradictionsOf(view, said).map((one) => ({ ...one, picture })))
    const headline = said.first?.name ?? "(none)"
    if (isFront) row.headlines.set(headline, (row.headlines.get(headline) ?? 0) + 1)
  }
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
