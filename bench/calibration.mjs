/**
 * Is what is stated true, and what does a stated number mean?
 *
 *     npm run bench:calibration -- [--runs 20] [--only <kinds>] [--level standard] [--model efficientnet-lite0] [--pictures ../shared/data/imagenet50] [--save <folder>] [--remake [--count 20]]
 *
 * Closed forms: models that are formulas, so that every statement of a record (effects alone and with those around, verdicts, sets, the strip, pairs) is checked by
 * working it out; wrong ones are printed. A run is one seed. With grain or noise a model strays from its formula as real ones do, and floors are judged as well.
 *
 * Photos: the effect of a square alone is a fact about one picture. How it goes with what hiding the square does while others are hidden at random is brute force,
 * and kept in bench/calibration/truth-<model>.json. --remake adds the photos that the file lacks (3,120 pictures each); delete the file to make all anew. With --save
 * records of photos are kept, the same as those of bench:contradictions.
 */
import { existsSync } from "node:fs"
import { cpus } from "node:os"
import { parseArgs } from "node:util"
import { explain } from "gridexplainer"
import { loadModel } from "gridexplainer/node"
import { kinds, levels, picture } from "./calibration/closed-forms.mjs"
import { agreement, statedOf } from "./calibration/compare.mjs"
import { judge, shownWithNumber, statements } from "./calibration/statements.mjs"
import { makeTruth, readTruth } from "./calibration/surroundings.mjs"
import { explainer } from "./support/explained.mjs"
import { picturesIn } from "./support/pictures.mjs"

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "20" },
    only: { type: "string", default: "" },
    level: { type: "string", default: "standard" },
    pictures: { type: "string", default: "../shared/data/imagenet50" },
    count: { type: "string", default: "20" },
    model: { type: "string", default: "efficientnet-lite0" },
    save: { type: "string" },
    remake: { type: "boolean", default: false },
  },
})
/** Faults of a kind that are printed. */
const SHOWN = 3
/** What is held against what. @type {readonly ({ readonly name: string } & Parameters<typeof agreement>[1])[]} */
const rows = [
  { name: "alone, against few others hidden", number: "stated", surroundings: "few" },
  { name: "alone and measured, against few", number: "stated", surroundings: "few", only: "measured" },
  { name: "alone, against half hidden", number: "stated", surroundings: "half" },
  { name: "alone and measured, against half", number: "stated", surroundings: "half", only: "measured" },
  { name: "the order's estimate, against half hidden", number: "estimate", surroundings: "half" },
]

if (values.remake) await remake()
else {
  await closedForms()
  await photos()
}
console.log(`\n${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}`)

async function remake() {
  const model = await loadModel(values.model)
  const pictures = picturesIn(values.pictures, Number(values.count))
  await makeTruth(model, { name: values.model, folder: values.pictures, pictures })
  await model.dispose?.()
}

async function closedForms() {
  const evidence = /** @type {import("gridexplainer").EvidenceLevel} */ (values.level)
  console.log(
    `| model (${values.runs} seeds) | ${statements.map((name) => `${name}: said, wrong`).join(" | ")} | over a point alone: with a number |`,
  )
  console.log(`|${" --- |".repeat(statements.length + 2)}`)
  /** @type {string[]} */
  const faults = []
  for (const { name, noise, make } of kinds.filter((kind) => new RegExp(values.only).test(kind.name))) {
    const tally = new Map(statements.map((statement) => [statement, { said: 0, wrong: 0 }]))
    const numbers = { large: 0, shown: 0 }
    for (let seed = 0; seed < Number(values.runs); seed++) {
      const form = make(seed)
      const record = await explain(form.model, picture, {
        target: 0,
        seed,
        fills: levels.map((level) => level),
        evidence,
      })
      for (const { statement, wrong } of judge(record, { ...form, noise })) {
        const own = tally.get(statement)
        if (own === undefined) continue
        own.said += 1
        if (wrong === undefined) continue
        own.wrong += 1
        if (own.wrong <= SHOWN) faults.push(`${name}, seed ${seed}, ${statement}: ${wrong}`)
      }
      const { large, shown } = shownWithNumber(record, form)
      numbers.large += large
      numbers.shown += shown
    }
    const cells = [...tally.values()].map(({ said, wrong }) => (said === 0 ? "" : `${said}, ${wrong}`))
    const share = numbers.large === 0 ? "" : `${percent(numbers.shown / numbers.large)} of ${numbers.large}`
    console.log(`| ${[name, ...cells, share].join(" | ")} |`)
  }
  for (const fault of faults) console.log(`\nwrong: ${fault}`)
}

async function photos() {
  const truth = readTruth(values.model)
  if (truth === undefined || !existsSync(values.pictures)) {
    console.error(`no truth for ${values.model} or no pictures in ${values.pictures}: only closed forms were judged`)
    return
  }
  const model = await loadModel(values.model)
  const explained = explainer({ model, pictures: values.pictures, save: values.save })
  const { photos: told, skipped } = await statedOf(truth, explained)
  await model.dispose?.()
  const { half, few } = truth.surroundings
  console.log(
    `\n| ${values.model}, ${told.length} photos | squares | true mean / number: median | r, a photo | off by, points | in the middle 90 % of surroundings | sign as the true mean's |`,
  )
  console.log("| --- | --- | --- | --- | --- | --- | --- |")
  for (const { name, ...options } of rows) {
    const { squares, within, sign, ratio, correlation, off } = agreement(told, options)
    console.log(
      `| ${name} | ${squares} | ${ratio.toFixed(2)} | ${correlation.toFixed(2)} | ${(100 * off).toFixed(1)} | ${percent(within)} | ${sign.alike} of ${sign.of} |`,
    )
  }
  console.log(`\n${half} surroundings with a quarter to three quarters hidden, ${few} with one in eight.`)
  if (skipped.length > 0) console.log(`Hidden with another fill than the truth: ${skipped.join(", ")}`)
}

/** @param {number} share */
function percent(share) {
  return `${(100 * share).toFixed(1)} %`
}
