import { blurFill, cellMeanFill, explainWithEvidence, imageMeanFill, random } from "gridexplainer"

/**
 * The rows of the table: each gives an order of the 64 cells for a number of model calls, the untouched picture included.
 *
 * @typedef {import("./protocol.mjs").Subject} Subject
 * @typedef {{ subject: Subject, model: import("gridexplainer").Classifier, calls: number, seed: number, charge: (seconds: number) => void }} Task
 * @typedef {{ name: string, calls?: number, order: (task: Task) => Promise<readonly number[]> }} Row
 */

const CELLS = Array.from({ length: 64 }, (_, id) => id)

/** @param {ArrayLike<number>} values */
const descending = (values) => [...CELLS].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b)

/** @type {readonly Row[]} */
export const rows = [
  { name: "default", order: (task) => ours(task, [blurFill(), imageMeanFill(), cellMeanFill()]) },
  { name: "default, two fills", order: (task) => ours(task, [blurFill(), imageMeanFill()]) },
  {
    name: "default, random masks only",
    order: (task) => ours(task, [blurFill(), imageMeanFill()], { randomShare: 1 }),
  },
  { name: "ridge, coin-flip masks", order: ridge },
  { name: "RISE-like mean", order: riseMean },
  { name: "3x3-cell windows", calls: 100, order: windows },
  { name: "one cell at a time", calls: 65, order: oneAtATime },
  { name: "centre first", calls: 0, order: async () => centreFirst() },
  { name: "random order", calls: 0, order: async ({ seed }) => shuffled(random(seed)) },
]

/**
 * The ranking that explainWithEvidence makes, with all other evidence left out.
 *
 * @param {Task} task
 * @param {readonly import("gridexplainer").Fill[]} fills
 */
async function ours({ subject, model, calls, seed }, fills, share = {}) {
  const { attributions } = await explainWithEvidence(model, subject.image, {
    target: subject.target,
    fills,
    seed,
    batchSize: 8,
    evidence: {
      ...{
        level: "custom",
        noise: [],
        effectNoise: 0,
        masks: 2 * Math.floor((calls - 1) / 2),
        alone: 0,
        aloneFills: "first",
      },
      ...{ shifted: false, sets: 0, pairs: 0, hidden: [], randomOrders: 0, pixels: false, randomShare: 0.5, ...share },
    },
  })
  return attributions[0]?.order ?? []
}

/** @typedef {{ sets: readonly (readonly number[])[], scores: readonly number[], seconds: number }} CoinFlips */

/** Two rows read the same masks, which are asked about once. @type {WeakMap<Subject, Map<string, Promise<CoinFlips>>>} */
const flipped = new WeakMap()

/**
 * Masks that hide each cell with a chance of one half, blur; a row that finds them asked about is charged for them all the same.
 *
 * @param {Task} task
 * @returns {Promise<CoinFlips>}
 */
async function coinFlips({ subject, calls, seed, charge }) {
  const known = flipped.get(subject) ?? new Map()
  flipped.set(subject, known)
  const key = `${calls} ${seed}`
  const earlier = known.get(key)
  if (earlier === undefined) {
    const flips = askCoinFlips({ subject, calls, seed })
    known.set(key, flips)
    return flips
  }
  const flips = await earlier
  charge(flips.seconds)
  return flips
}

/**
 * @param {Pick<Task, "subject" | "calls" | "seed">} task
 * @returns {Promise<CoinFlips>}
 */
async function askCoinFlips({ subject, calls, seed }) {
  const began = performance.now()
  const next = random(seed)
  const sets = Array.from({ length: calls - 1 }, () => CELLS.filter(() => next() < 0.5))
  const scores = await subject.ask(sets, { fill: blurFill() })
  return { sets, scores, seconds: (performance.now() - began) / 1000 }
}

/** Mean score of the masks that show a cell (Petsiuk 2018), less that of all. @param {Task} task */
async function riseMean(task) {
  const { sets, scores } = await coinFlips(task)
  const sum = new Float64Array(64)
  const shown = new Float64Array(64)
  sets.forEach((set, i) => {
    const hidden = new Set(set)
    for (const id of CELLS)
      if (!hidden.has(id)) {
        sum[id] = (sum[id] ?? 0) + (scores[i] ?? 0)
        shown[id] = (shown[id] ?? 0) + 1
      }
  })
  return descending(sum.map((total, id) => total / Math.max(1, shown[id] ?? 1)))
}

/** Ridge regression with strength 1 on the same masks, as LIME's last step with equal weights. @param {Task} task */
async function ridge(task) {
  const { sets, scores } = await coinFlips(task)
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length
  const rows = sets.map((set) => {
    const row = new Float64Array(64).fill(0.5)
    for (const id of set) row[id] = -0.5
    return row
  })
  const middle = CELLS.map((id) => rows.reduce((sum, row) => sum + (row[id] ?? 0), 0) / rows.length)
  for (const row of rows) for (const id of CELLS) row[id] = (row[id] ?? 0) - (middle[id] ?? 0)
  const matrix = CELLS.map((a) =>
    Float64Array.from(CELLS, (b) => rows.reduce((sum, row) => sum + (row[a] ?? 0) * (row[b] ?? 0), a === b ? 1 : 0)),
  )
  const vector = CELLS.map((a) => rows.reduce((sum, row, i) => sum + (row[a] ?? 0) * ((scores[i] ?? 0) - mean), 0))
  return descending(solve(matrix, vector))
}

/** Gauss elimination; the matrix is symmetric and positive definite.
 *
 * @param {Float64Array[]} matrix
 * @param {number[]} vector */
function solve(matrix, vector) {
  const size = vector.length
  const at = (/** @type {number} */ r, /** @type {number} */ c) => matrix[r]?.[c] ?? 0
  for (let pivot = 0; pivot < size; pivot++)
    for (let r = pivot + 1; r < size; r++) {
      const factor = at(r, pivot) / at(pivot, pivot)
      const row = matrix[r]
      if (row === undefined || factor === 0) continue
      for (let c = pivot; c < size; c++) row[c] = at(r, c) - factor * at(pivot, c)
      vector[r] = (vector[r] ?? 0) - factor * (vector[pivot] ?? 0)
    }
  for (let r = size - 1; r >= 0; r--) {
    let rest = vector[r] ?? 0
    for (let c = r + 1; c < size; c++) rest -= at(r, c) * (vector[c] ?? 0)
    vector[r] = rest / at(r, r)
  }
  return vector
}

/** Windows of 3 x 3 cells, a cell apart and over the border, with blur; each cell has the mean of its windows. @param {Task} task */
async function windows({ subject }) {
  const places = Array.from({ length: 100 }, (_, i) => ({ row: Math.floor(i / 10) - 1, column: (i % 10) - 1 }))
  const sets = places.map(({ row, column }) =>
    CELLS.filter((id) => Math.abs(Math.floor(id / 8) - row) <= 1 && Math.abs((id % 8) - column) <= 1),
  )
  const scores = await subject.ask(sets, { fill: blurFill() })
  const effects = CELLS.map((id) => {
    const own = sets.flatMap((set, i) => (set.includes(id) ? [subject.untouched - (scores[i] ?? 0)] : []))
    return own.reduce((sum, effect) => sum + effect, 0) / own.length
  })
  return descending(effects)
}

/** The original's question. @param {Task} task */
async function oneAtATime({ subject }) {
  const scores = await subject.ask(
    CELLS.map((id) => [id]),
    { fill: cellMeanFill() },
  )
  return descending(scores.map((score) => subject.untouched - score))
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
