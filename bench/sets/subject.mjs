import { openRun } from "gridexplainer"

/**
 * One picture on 8 x 8 cells hidden with blur, its target (the model's own first class), and a way to ask about it.
 *
 * @typedef {import("gridexplainer").Image} Image
 * @typedef {import("gridexplainer").Classifier} Classifier
 * @typedef {{ score: number, keeps: boolean }} Reply `keeps`: the target is still the first class
 * @typedef {{ ask: (hidden: readonly (readonly number[])[]) => Promise<readonly Reply[]>, readonly asked: number }} Questions
 */

export const CELLS = Array.from({ length: 64 }, (_, id) => id)

/**
 * @param {Classifier} model
 * @param {Image} image
 */
export async function openSubject(model, image) {
  const run = await openRun(model, image, { fills: ["blur"], targets: ["predicted"], batchSize: 8 })
  const { index: target = 0, score = Number.NaN } = run.targets[0]?.record ?? {}
  /** @type {Map<string, Reply>} */
  const known = new Map([["", { score, keeps: true }]])

  /** Counts the pictures of one rule, each once; those that an earlier rule asked about are not computed again. @returns {Questions} */
  function questions() {
    const counted = new Set()
    return {
      async ask(sets) {
        const keys = sets.map((hidden) => [...hidden].sort((a, b) => a - b).join())
        for (const key of keys) counted.add(key)
        const open = [...new Set(keys)].filter((key) => !known.has(key))
        const answers = await run.ask(open.map((key) => ({ hidden: key.split(",").map(Number) })))
        for (const [i, { scores, best }] of answers.entries())
          known.set(open[i] ?? "", { score: scores[0] ?? Number.NaN, keeps: best.index === target })
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
