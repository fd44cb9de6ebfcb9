import { blurFill, grid, scoreBatches } from "gridexplainer"

/**
 * One picture on 8 x 8 cells hidden with blur, its target (the model's own first class), and a way to ask about it.
 *
 * @typedef {import("gridexplainer").Image} Image
 * @typedef {import("gridexplainer").Classifier} Classifier
 * @typedef {{ score: number, keeps: boolean }} Reply `keeps`: the target is still the first class
 * @typedef {{ ask: (hidden: readonly (readonly number[])[]) => Promise<readonly Reply[]>, readonly asked: number }} Questions
 */

export const CELLS = Array.from({ length: 64 }, (_, id) => id)
const BATCH = 8

/**
 * @param {Classifier} model
 * @param {Image} image
 */
export async function openSubject(model, image) {
  const paint = blurFill().prepare(image, { seed: 0 })
  const edits = grid(8)(image).list.map((region) => ({ box: region.box, pixels: paint(region) }))
  /** @type {Map<string, Reply>} */
  const known = new Map()
  const [untouched] = await rowsOf([[]])
  const target = first(untouched ?? [])

  /** @param {readonly (readonly number[])[]} sets */
  async function rowsOf(sets) {
    const variants = sets.map((hidden) => ({
      hidden,
      edits: hidden.flatMap((id) => edits[id] ?? []),
    }))
    /** @type {number[][]} */
    const rows = []
    for await (const { scores } of scoreBatches(model, image, { variants, total: sets.length, batchSize: BATCH }))
      for (let row = 0; row < scores.rows; row++)
        rows.push(Array.from(scores.data.subarray(row * scores.columns, (row + 1) * scores.columns)))
    return rows
  }

  /** Counts the pictures of one rule, each once; those that an earlier rule asked about are not computed again. @returns {Questions} */
  function questions() {
    const counted = new Set()
    return {
      async ask(sets) {
        const keys = sets.map((hidden) => [...hidden].sort((a, b) => a - b).join())
        for (const key of keys) counted.add(key)
        const open = [...new Set(keys)].filter((key) => !known.has(key))
        const rows = await rowsOf(open.map((key) => (key === "" ? [] : key.split(",").map(Number))))
        for (const [i, row] of rows.entries())
          known.set(open[i] ?? "", { score: row[target] ?? 0, keeps: first(row) === target })
        return keys.map((key) => /** @type {Reply} */ (known.get(key)))
      },
      get asked() {
        return counted.size
      },
    }
  }
  return { image, target, questions }
}

/** @typedef {Awaited<ReturnType<typeof openSubject>>} Subject */

/** @param {readonly number[]} shown */
export function othersThan(shown) {
  const out = new Set(shown)
  return CELLS.filter((id) => !out.has(id))
}

/** @param {readonly number[]} row */
function first(row) {
  return row.reduce((best, score, i) => (score > (row[best] ?? 0) ? i : best), 0)
}
