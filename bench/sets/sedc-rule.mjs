import { CELLS } from "./subject.mjs"

/**
 * SEDC's rule (Martens and Provost 2014; for pictures Vermeire 2022, arXiv 2004.07511) on cells: every cell is hidden alone first; while no class has changed, the set that
 * lowers the score most and was not expanded yet is expanded by every other cell.
 *
 * @param {import("./subject.mjs").Questions} questions
 * @param {{ most: number }} options `most`: a set is expanded only below this number of pictures
 * @returns {Promise<readonly number[] | undefined>} the smallest set found that changes the class; undefined where none was found
 */
export async function sedcSet(questions, { most }) {
  /** @type {{ set: readonly number[], score: number }[]} */
  const open = [{ set: [], score: 1 }]
  while (questions.asked < most) {
    const [best] = open.splice(
      open.reduce((least, one, i) => (one.score < (open[least]?.score ?? Infinity) ? i : least), 0),
      1,
    )
    if (best === undefined) return undefined
    const sets = CELLS.filter((id) => !best.set.includes(id)).map((id) => [...best.set, id])
    const replies = await questions.ask(sets)
    const found = sets
      .map((set, i) => ({ set, score: replies[i]?.score ?? 1, keeps: replies[i]?.keeps ?? true }))
      .sort((a, b) => a.score - b.score)
    const changed = found.find(({ keeps }) => !keeps)
    if (changed !== undefined) return changed.set
    open.push(...found)
  }
  return undefined
}
