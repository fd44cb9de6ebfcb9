import { coinFlips, explain, meanFall, meanShown, random, ridge, viewOf } from "gridexplainer"

/**
 * The rows of the table: each gives an order of the 64 cells for a number of model calls, the untouched picture included.
 *
 * @typedef {import("gridexplainer").Ask} Ask
 * @typedef {import("gridexplainer").Method} Method
 * @typedef {import("./protocol.mjs").Subject} Subject
 * @typedef {{ subject: Subject, model: import("gridexplainer").Classifier, calls: number, seed: number, charge: (seconds: number) => void }} Task
 * @typedef {{ name: string, calls?: number, order: (task: Task) => Promise<readonly number[]> }} Row
 */

const CELLS = Array.from({ length: 64 }, (_, id) => id)

/** @param {ArrayLike<number | null>} values */
const descending = (values) => [...CELLS].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b)

/** @type {Pick<Method, "means" | "fills">} */
const common = { means: "average", fills: ["blur"] }

/** Ridge regression with strength 1 on coin-flip masks, as LIME's last step with equal weights. @type {Method} */
const coinFlipRidge = { ...common, name: "ridge", design: coinFlips(), estimator: ridge() }

/** Mean score of the masks that show a cell (Petsiuk 2018), on the same masks. @type {Method} */
const rise = { ...common, name: "rise", design: coinFlips(), estimator: meanShown }

/** Windows of 3 x 3 cells, a cell apart and over the border; each cell has the mean of its windows. @type {Method} */
const windows = {
  ...common,
  name: "windows",
  design: {
    size: () => 100,
    rounds: () => [
      Array.from({ length: 100 }, (_, i) => {
        const [row, column] = [Math.floor(i / 10) - 1, (i % 10) - 1]
        const near = (/** @type {number} */ id) =>
          Math.abs(Math.floor(id / 8) - row) <= 1 && Math.abs((id % 8) - column) <= 1
        return { hidden: CELLS.filter(near) }
      }),
    ],
  },
  estimator: meanFall,
}

/** @type {readonly Row[]} */
export const rows = [
  { name: "default", order: (task) => ours(task, ["blur", "image-mean", "cell-mean"]) },
  { name: "default, two fills", order: (task) => ours(task, ["blur", "image-mean"]) },
  {
    name: "default, random masks only",
    order: (task) => ours(task, ["blur", "image-mean"], { randomShare: 1 }),
  },
  { name: "hidden in turn", calls: 400, order: (task) => inTurn(task) },
  { name: "the map as drawn", calls: 400, order: (task) => asDrawn(task) },
  { name: "ridge, coin-flip masks", order: (task) => orderBy(task, coinFlipRidge, shareAnswers(task)) },
  { name: "RISE-like mean", order: (task) => orderBy(task, rise, shareAnswers(task)) },
  { name: "3x3-cell windows", calls: 100, order: (task) => orderBy(task, windows) },
  { name: "one cell at a time", calls: 65, order: (task) => orderBy(task, "one-at-a-time") },
  { name: "centre first", calls: 0, order: async () => centreFirst() },
  { name: "random order", calls: 0, order: async ({ seed }) => shuffled(random(seed)) },
]

/**
 * The ranking that explain makes, with all other evidence left out.
 *
 * @param {Task} task
 * @param {readonly import("gridexplainer").FillName[]} fills
 * @param {{ randomShare?: number }} [share]
 */
async function ours({ subject, model, calls, seed }, fills, share) {
  const { attributions } = await explain(model, subject.image, {
    ...{ target: subject.target, fills, seed, batchSize: 8 },
    evidence: { average: { masks: 2 * Math.floor((calls - 1) / 2), ...share } },
  })
  return attributions[0]?.order ?? []
}

/** @type {WeakMap<Subject, Map<number, Promise<import("gridexplainer").Explanation>>>} */
const explained = new WeakMap()

/**
 * The default explanation, made once a picture and seed.
 *
 * @param {Task} task
 * @returns {Promise<import("gridexplainer").Explanation>}
 */
async function defaultOf({ subject, model, seed }) {
  const known = explained.get(subject) ?? new Map()
  explained.set(subject, known)
  const record =
    known.get(seed) ??
    explain(model, subject.image, { target: subject.target, seed, batchSize: 8, evidence: "standard" })
  known.set(seed, record)
  return await record
}

/**
 * The order in which the default hides in turn: what was measured first, then the search's.
 *
 * @param {Task} task
 */
async function inTurn(task) {
  const { attributions, evidence } = await defaultOf(task)
  const first = evidence?.strip?.regions ?? []
  const search = attributions.find(({ means }) => means === "average")?.order ?? CELLS
  return [...new Set([...first, ...search])]
}

/**
 * The numbers of the default's map, largest first.
 *
 * @param {Task} task
 */
async function asDrawn(task) {
  return descending(viewOf(await defaultOf(task)).effects)
}

/**
 * @param {Task} task
 * @param {import("gridexplainer").MethodOption} method
 * @param {(ask: Ask) => Ask} [wrapAsk]
 */
async function orderBy({ subject, model, calls, seed }, method, wrapAsk = (ask) => ask) {
  const { attributions } = await explain(model, subject.image, {
    ...{ method, target: subject.target, seed, batchSize: 8, wrapAsk },
    evidence: { average: { masks: calls - 1 } },
  })
  return descending(attributions[0]?.effects ?? [])
}

/** @typedef {{ answers: Awaited<ReturnType<Ask>>, seconds: number }} Asked */

/** @type {WeakMap<Subject, Map<string, Asked>>} */
const asked = new WeakMap()

/**
 * Two rows read the same masks, which are asked about once; the row that finds them asked about is charged for them all the same.
 *
 * @param {Task} task
 * @returns {(ask: Ask) => Ask}
 */
function shareAnswers({ subject, calls, seed, charge }) {
  const known = asked.get(subject) ?? new Map()
  asked.set(subject, known)
  const key = `${calls} ${seed}`
  return (ask) =>
    Object.assign(
      async (/** @type {Parameters<Ask>} */ ...question) => {
        const earlier = known.get(key)
        if (earlier !== undefined) {
          charge(earlier.seconds)
          return earlier.answers
        }
        const began = performance.now()
        const answers = await ask(...question)
        known.set(key, { answers, seconds: (performance.now() - began) / 1000 })
        return answers
      },
      { edits: ask.edits },
    )
}

function centreFirst() {
  return descending(CELLS.map((id) => -((Math.floor(id / 8) - 3.5) ** 2 + ((id % 8) - 3.5) ** 2)))
}

/** @param {() => number} next */
function shuffled(next) {
  return CELLS.map((id) => ({ id, key: next() }))
    .sort((a, b) => a.key - b.key)
    .map(({ id }) => id)
}
