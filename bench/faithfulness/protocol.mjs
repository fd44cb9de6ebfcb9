import { openRun } from "gridexplainer"

/**
 * The protocol: 8 x 8 cells; the first 4, 8, ... 60 cells of an order hidden (deletion), or only those shown (insertion), with blur and with the image's mean;
 * each score divided by the untouched one and clipped at 1; means over steps and fills. SRG = insertion - deletion. `first`: the share of the score that is left, on
 * average, with the first 1, 2, 3, 5 and 8 cells hidden, with both fills.
 *
 * @typedef {import("gridexplainer").Image} Image
 * @typedef {import("gridexplainer").Classifier} Classifier
 * @typedef {{ deletion: number, insertion: number, srg: number, unclipped: number, first: number }} Curves
 */

const steps = Array.from({ length: 15 }, (_, i) => 4 * (i + 1))

const firstSteps = [1, 2, 3, 5, 8]

/** What hides in the curves. @type {readonly ("blur" | "image-mean")[]} */
const fills = ["blur", "image-mean"]

/**
 * One picture, its target (the model's own answer) and a way to ask about it. The same question is asked once.
 *
 * @param {Classifier} model
 * @param {Image} image
 */
export async function openSubject(model, image) {
  const run = await openRun(model, image, { fills, targets: ["predicted"], batchSize: 8 })
  const { index: target = 0, score: untouched } = run.targets[0]?.record ?? { score: Number.NaN }
  /** @type {Map<string, number>} */
  const known = new Map()

  /**
   * Scores of the target with sets of cells hidden.
   *
   * @param {readonly (readonly number[])[]} sets
   * @param {number} fill place of what hides them
   */
  async function ask(sets, fill) {
    const key = (/** @type {readonly number[]} */ set) => `${fill}:${[...set].sort((a, b) => a - b).join()}`
    const open = [...new Map(sets.map((hidden) => [key(hidden), { hidden }]))].filter(([name]) => !known.has(name))
    const answers = await run.ask(
      open.map(([, set]) => set),
      { fill },
    )
    for (const [i, [name]] of open.entries()) known.set(name, answers[i]?.scores[0] ?? Number.NaN)
    return sets.map((set) => /** @type {number} */ (known.get(key(set))))
  }
  return { image, target, untouched, ask }
}

/** @typedef {Awaited<ReturnType<typeof openSubject>>} Subject */

/**
 * @param {Subject} subject
 * @param {readonly number[]} order all cells, the one that matters most first
 * @returns {Promise<Curves>}
 */
export async function curvesOf({ ask, untouched }, order) {
  const sums = { deletion: 0, insertion: 0, unclipped: 0, first: 0 }
  for (const fill of fills.keys()) {
    const hidden = await ask(
      steps.map((count) => order.slice(0, count)),
      fill,
    )
    const shown = await ask(
      steps.map((count) => order.slice(count)),
      fill,
    )
    const first = await ask(
      firstSteps.map((count) => order.slice(0, count)),
      fill,
    )
    for (const score of first) sums.first += score / untouched
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
    first: sums.first / (fills.length * firstSteps.length),
  }
}
