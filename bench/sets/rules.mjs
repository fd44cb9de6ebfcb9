import { blurFill, cellMeanFill, explainWithEvidence, imageMeanFill, planEvidence } from "gridexplainer"
import { reveal, rexRanking } from "./rex-rule.mjs"
import { sedcSet } from "./sedc-rule.mjs"

/**
 * The rows of the table. `undefined`: the rule does not ask for such a set; `null`: it found none.
 *
 * @typedef {import("./subject.mjs").Subject} Subject
 * @typedef {{ subject: Subject, model: import("gridexplainer").Classifier, seed: number }} Task
 * @typedef {{ size: number, exact?: boolean, confirmed?: boolean }} Size
 * @typedef {{ asked: number, enough?: Size | null, needed?: Size | null }} Found
 * @typedef {{ name: string, find: (task: Task) => Promise<Found> }} Rule
 */

const fills = [blurFill(), imageMeanFill(), cellMeanFill()]
const grid = { regions: 64, fills: fills.length, grid: { rows: 8, columns: 8 } }
const standard = planEvidence("standard", grid)
const thorough = planEvidence("thorough", grid)

/** What standard asks before and for its sets. */
const asStandard = 1 + standard.masks + standard.alone + standard.sets

/** @type {readonly Rule[]} */
export const rules = [
  { name: "GridExplainer, standard", find: (task) => ours(task, standard) },
  { name: "GridExplainer, standard, 100 for sets", find: (task) => ours(task, { ...standard, sets: 100 }) },
  { name: "GridExplainer, standard, 200 for sets", find: (task) => ours(task, { ...standard, sets: 200 }) },
  { name: "GridExplainer, thorough", find: (task) => ours(task, thorough) },
  { name: "Shortest beginning of standard's ranking", find: (task) => beginnings(task) },
  { name: "ReX's rule, at standard's cost", find: (task) => rex(task, { iterations: 1000, most: asStandard - 30 }) },
  { name: "ReX's rule, 20 iterations", find: (task) => rex(task, { iterations: 20, most: Infinity }) },
  { name: "SEDC's rule, at standard's cost", find: ({ subject }) => sedc(subject, asStandard) },
  { name: "SEDC's rule, up to 2000 pictures", find: ({ subject }) => sedc(subject, 2000) },
]

/**
 * The evidence that explainWithEvidence gives, with all left out that sets do not need.
 *
 * @param {Task} task
 * @param {import("gridexplainer").EvidencePlan} plan
 */
async function explained({ subject, model, seed }, plan) {
  const without = { noise: [], effectNoise: 0, shifted: false, pairs: 0, hidden: [], randomOrders: 0, pixels: false }
  return explainWithEvidence(model, subject.image, {
    ...{ target: subject.target, fills, seed, batchSize: 8 },
    evidence: { ...plan, ...without, level: "custom" },
  })
}

/** @param {Task} task @param {import("gridexplainer").EvidencePlan} plan */
async function ours(task, plan) {
  const { evidence, asked } = await explained(task, plan)
  const sizeOf = (/** @type {import("gridexplainer").FoundSet | null | undefined} */ found) =>
    found ? { size: found.regions.length, exact: found.exact, confirmed: found.confirmed } : null
  return { asked, enough: sizeOf(evidence?.sets?.enough), needed: sizeOf(evidence?.sets?.needed) }
}

/** The ranking alone: cells shown, or hidden, one more at a time. @param {Task} task */
async function beginnings(task) {
  const { attributions, asked } = await explained(task, { ...standard, alone: 0, sets: 0 })
  const order = attributions[0]?.order ?? []
  const questions = task.subject.questions()
  const enough = await reveal(questions, order)
  let needed = 0
  for (let changed = false; !changed && needed < order.length; ) {
    needed++
    const [reply] = await questions.ask([order.slice(0, needed)])
    changed = reply?.keeps === false
  }
  return { asked: asked + questions.asked, enough: { size: enough?.length ?? 64 }, needed: { size: needed } }
}

/** @param {Task} task @param {{ iterations: number, most: number }} options */
async function rex({ subject, seed }, options) {
  const questions = subject.questions()
  const shown = await reveal(questions, await rexRanking(questions, { ...options, seed }))
  return { asked: questions.asked, enough: shown === undefined ? null : { size: shown.length } }
}

/** @param {Subject} subject @param {number} most */
async function sedc(subject, most) {
  const questions = subject.questions()
  const set = await sedcSet(questions, { most })
  return { asked: questions.asked, needed: set === undefined ? null : { size: set.length } }
}
