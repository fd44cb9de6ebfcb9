/**
 * Is the same picture told the same story, whatever the seed and the level? And is anything told of it at all?
 *
 *     npm run bench:same-story -- [--pictures <folder>] [--model efficientnet-lite0] [--count 8] [--seeds 10] [--levels none,quick,standard] [--photos 50] [--save <folder>]
 *
 * Seeds: `--count` photos, each with `--seeds` seeds, as `standard` measures and searches, without what it asks beside. What stands in front is measured and holds
 * no draw, so that it must be the very same; the order of the search hangs on the masks that were drawn.
 * Levels: `--photos` photos on each level. Of photos whose first answer has at least 30 % it is counted how often something measured is said first; where nothing
 * is, every rectangle of up to 4 x 4 squares is hidden to see whether there was something to say.
 *
 * With --save records are kept, the same as those of bench:contradictions: delete the folder after a change of the code.
 */
import { cpus } from "node:os"
import { parseArgs } from "node:util"
import { planEvidence, strongestRegion, viewOf } from "gridexplainer"
import { loadModel } from "gridexplainer/node"
import { headlineFact } from "../dist/reading/facts/headline-fact.js"
import { agreementOf, bySize, mean } from "./same-story/agreement.mjs"
import { patchEffects } from "./same-story/patches.mjs"
import { explainer } from "./support/explained.mjs"
import { picturesIn } from "./support/pictures.mjs"

const { values } = parseArgs({
  options: {
    pictures: { type: "string", default: "../shared/data/imagenet50" },
    model: { type: "string", default: "efficientnet-lite0" },
    count: { type: "string", default: "8" },
    seeds: { type: "string", default: "10" },
    levels: { type: "string", default: "none,quick,standard" },
    photos: { type: "string", default: "50" },
    save: { type: "string" },
  },
})
/** A first answer of less is a guess, of which there may be nothing to say. */
const SURE = 0.3
/** What `quick` may cost. */
const QUICK = 140

const levels = /** @type {import("gridexplainer").EvidenceLevel[]} */ (values.levels.split(","))
const model = await loadModel(values.model)
const explained = explainer({ model, pictures: values.pictures, save: values.save })
await seeds()
await stories()
await model.dispose?.()
console.log(`\n${values.model}; ${cpus().length} x ${cpus()[0]?.model}, Node ${process.version}`)

async function seeds() {
  const standard = planEvidence("standard", { regions: 64, fills: 3, grid: { rows: 8, columns: 8 } })
  const { strip: _, sets: __, pairs: ___, faithfulness: ____, level: _____, ...evidence } = standard
  const photos = picturesIn(values.pictures, Number(values.count))
  const found = []
  for (const picture of photos) {
    const records = []
    for (let seed = 0; seed < Number(values.seeds); seed++) records.push(await explained(picture, { evidence, seed }))
    const front = records.map((record) => viewOf(record).attribution.effects)
    const search = records.flatMap(({ attributions }) => attributions.filter(({ means }) => means === "average"))
    found.push({
      front: agreementOf(front.map((effects) => ({ effects, order: bySize(effects) }))),
      search: agreementOf(search.map(({ effects, order = [] }) => ({ effects, order }))),
    })
    console.error(`seeds, ${found.length} of ${photos.length}: ${picture}`)
  }
  console.log(
    `| ${photos.length} photos, pairs of ${values.seeds} seeds | 8 strongest shared: mean, least | r of effects: mean, least | the same numbers |`,
  )
  console.log("| --- | --- | --- | --- |")
  for (const [name, part] of /** @type {const} */ ([
    ["what stands in front", "front"],
    ["the search's order and estimates", "search"],
  ])) {
    const own = found.map((photo) => photo[part])
    const two = (/** @type {readonly number[]} */ numbers) =>
      `${mean(numbers).toFixed(2)}, ${Math.min(...numbers).toFixed(2)}`
    const same = own.filter((one) => one.same).length
    console.log(
      `| ${name} | ${two(own.map(({ shared }) => shared))} | ${two(own.map((one) => one.correlation))} | ${same} of ${own.length} photos |`,
    )
  }
}

/** @typedef {{ readonly picture: string, readonly records: readonly import("gridexplainer").Explanation[] }} Story */

async function stories() {
  const photos = picturesIn(values.pictures, Number(values.photos))
  /** @type {Story[]} */
  const told = []
  for (const picture of photos) {
    const records = []
    for (const level of levels) records.push(await explained(picture, { evidence: level }))
    told.push({ picture, records })
    console.error(`levels, ${told.length} of ${photos.length}: ${picture}`)
  }
  console.log(
    `\n| level | the square in front is that of ${levels[0]} | signs that differ | asked at most | first answer of 30 % or more | of these, something measured is said first |`,
  )
  console.log("| --- | --- | --- | --- | --- | --- |")
  for (const [i, level] of levels.entries()) {
    const views = told.map(({ records }) => ({ first: viewOf(at(records, 0)), own: viewOf(at(records, i)) }))
    const same = views.filter(({ first, own }) => strongestRegion(first) === strongestRegion(own)).length
    const differ = views.reduce((sum, { first, own }) => sum + turned(first, own), 0)
    const asked = Math.max(...views.map(({ own }) => own.record.asked))
    const sure = views.filter(({ own }) => isSure(own.record))
    const said = sure.filter(({ own }) => saysSomething(own.record)).length
    const over = level === "quick" && asked > QUICK ? ` (more than ${QUICK})` : ""
    console.log(
      `| ${level} | ${same} of ${views.length} | ${differ} | ${asked}${over} | ${sure.length} | ${said} of ${sure.length} (${Math.round((100 * said) / sure.length)} %) |`,
    )
  }
  await judgeSilence(told)
}

/** Photos of which some level says nothing are hidden patch by patch. @param {readonly Story[]} told */
async function judgeSilence(told) {
  for (const { picture, records } of told) {
    const silent = records.filter((record) => isSure(record) && !saysSomething(record))
    const [record] = silent
    if (record === undefined) continue
    const { alone = 0, around = alone } = record.evidence?.noise ?? {}
    const patches = await patchEffects(model, { picture, folder: values.pictures, record })
    const moving = patches.filter(
      ({ rows, columns, effect }) => Math.abs(effect) >= (rows * columns === 1 ? alone : around),
    )
    const [largest] = moving.length > 0 ? moving : patches
    const points = (/** @type {number} */ effect) => (100 * effect).toFixed(1)
    const where = `row ${(largest?.top ?? 0) + 1}, column ${(largest?.left ?? 0) + 1}, ${largest?.rows} x ${largest?.columns}`
    console.log(
      `\nnothing said of ${picture} (${points(record.target.score)} %) by ${silent.map(({ plan }) => plan.level).join(", ")}: of ${patches.length} patches ${moving.length} move the score beyond their floor (alone ${points(alone)}, around ${points(around)}); the largest: ${points(largest?.effect ?? 0)} at ${where}`,
    )
  }
}

/** @param {import("gridexplainer").Explanation} record */
function isSure({ top }) {
  return (top[0]?.score ?? 0) >= SURE
}

/** @param {import("gridexplainer").Explanation} record */
function saysSomething(record) {
  const { kind } = headlineFact(viewOf(record))
  return kind !== "nothing" && kind !== "random"
}

/** @param {import("gridexplainer").View} one @param {import("gridexplainer").View} other */
function turned(one, other) {
  const isSign = (/** @type {string | undefined} */ verdict) => verdict === "supports" || verdict === "opposes"
  return one.regions.filter(
    ({ verdict }, i) => isSign(verdict) && isSign(other.regions[i]?.verdict) && verdict !== other.regions[i]?.verdict,
  ).length
}

/** @template Item @param {readonly Item[]} items @param {number} place @returns {Item} */
function at(items, place) {
  return /** @type {Item} */ (items[place])
}
