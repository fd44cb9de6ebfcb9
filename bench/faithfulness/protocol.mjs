import { blurFill, grid, imageMeanFill } from "gridexplainer"

/**
 * The protocol: 8 x 8 cells; the first 4, 8, ... 60 cells of an order hidden (deletion), or only those shown (insertion), with blur and with the image's mean;
 * each score divided by the untouched one and clipped at 1; means over steps and fills. SRG = insertion - deletion.
 *
 * @typedef {import("gridexplainer").Image} Image
 * @typedef {import("gridexplainer").Classifier} Classifier
 * @typedef {{ deletion: number, insertion: number, srg: number, unclipped: number }} Curves
 */

const steps = Array.from({ length: 15 }, (_, i) => 4 * (i + 1))
const BATCH = 8

/**
 * One picture, its target and a way to ask about it. The same question is asked once.
 *
 * @param {Classifier} model
 * @param {Image} image
 */
export async function openSubject(model, image) {
  const regions = grid(8)(image).list
  const painters = new Map()
  const known = new Map()
  const untouched = await model.score(image, [{ hidden: [], edits: [] }])
  const target = Array.from(untouched.data).reduce((best, score, i, all) => (score > (all[best] ?? 0) ? i : best), 0)

  /**
   * Scores of the target with sets of boxes hidden.
   *
   * @param {readonly (readonly number[])[]} sets cells, or windows where `boxes` says so
   * @param {{ fill: import("gridexplainer").Fill, boxes?: readonly import("gridexplainer").Box[] }} options
   */
  async function ask(sets, { fill, boxes }) {
    const paint = painters.get(fill.name) ?? fill.prepare(image, { seed: 0 })
    painters.set(fill.name, paint)
    const places = boxes ?? regions.map(({ box }) => box)
    const key = (/** @type {readonly number[]} */ set) =>
      boxes === undefined ? `${fill.name}:${[...set].sort((a, b) => a - b).join()}` : `${fill.name}:boxes:${set.join()}`
    const open = [...new Map(sets.map((set) => [key(set), set]))].filter(([name]) => !known.has(name))
    for (let start = 0; start < open.length; start += BATCH) {
      const batch = open.slice(start, start + BATCH)
      const variants = batch.map(([, set]) => ({
        hidden: set,
        edits: set.map((id) => {
          const box = places[id] ?? { left: 0, top: 0, width: 1, height: 1 }
          return { box, pixels: paint({ id, box }) }
        }),
      }))
      const { data, columns } = await model.score(image, variants)
      for (const [i, [name]] of batch.entries()) known.set(name, data[i * columns + target] ?? Number.NaN)
    }
    return sets.map((set) => /** @type {number} */ (known.get(key(set))))
  }
  return { image, regions, target, untouched: untouched.data[target] ?? 0, ask }
}

/** @typedef {Awaited<ReturnType<typeof openSubject>>} Subject */

/**
 * @param {Subject} subject
 * @param {readonly number[]} order all cells, the one that matters most first
 * @returns {Promise<Curves>}
 */
export async function curvesOf({ ask, untouched }, order) {
  const sums = { deletion: 0, insertion: 0, unclipped: 0 }
  for (const fill of [blurFill(), imageMeanFill()]) {
    const hidden = await ask(
      steps.map((count) => order.slice(0, count)),
      { fill },
    )
    const shown = await ask(
      steps.map((count) => order.slice(count)),
      { fill },
    )
    for (const score of hidden) sums.deletion += Math.min(1, score / untouched)
    for (const score of shown) sums.insertion += Math.min(1, score / untouched)
    for (const [i, score] of shown.entries()) sums.unclipped += (score - (hidden[i] ?? 0)) / untouched
  }
  const mean = (/** @type {number} */ sum) => sum / (2 * steps.length)
  return {
    deletion: mean(sums.deletion),
    insertion: mean(sums.insertion),
    srg: mean(sums.insertion - sums.deletion),
    unclipped: mean(sums.unclipped),
  }
}
