import { random } from "gridexplainer"
import { CELLS, othersThan } from "./subject.mjs"

/**
 * ReX's rule (Chockler 2021, arXiv 2103.03622) on cells: responsibility from boxes that are split at random, then cells revealed by rank until the class returns.
 *
 * A box is split in four at a random row and column. Each choice of some of the parts is shown (what else the choice before held stays shown, all other
 * cells are hidden). Where the class is kept, each part shown gets 1 / the number of parts. The smallest choice that keeps the class is split
 * next, until nothing keeps it or boxes are single cells. The whole is repeated.
 *
 * @typedef {{ top: number, left: number, bottom: number, right: number }} Part ends exclusive
 * @typedef {{ iterations: number, most: number, seed: number }} RexOptions `most`: iterations begin only below this number of pictures
 *
 * @param {import("./subject.mjs").Questions} questions
 * @param {RexOptions} options
 * @returns {Promise<readonly number[]>} cells by responsibility
 */
export async function rexRanking(questions, { iterations, most, seed }) {
  const next = random(seed)
  const responsibility = new Float64Array(64)
  for (let i = 0; i < iterations && questions.asked < most; i++) {
    /** @type {Part[] | undefined} */
    let parts = [{ top: 0, left: 0, bottom: 8, right: 8 }]
    while (parts !== undefined) parts = await refine(parts, { questions, responsibility, next })
  }
  return [...CELLS].sort((a, b) => (responsibility[b] ?? 0) - (responsibility[a] ?? 0) || a - b)
}

/**
 * Shows one cell more until the class returns, as the rule does: the first length counts.
 *
 * @param {import("./subject.mjs").Questions} questions
 * @param {readonly number[]} order
 */
export async function reveal(questions, order) {
  for (let length = 0; length <= order.length; length++) {
    const shown = order.slice(0, length)
    const [reply] = await questions.ask([othersThan(shown)])
    if (reply?.keeps === true) return shown
  }
  return undefined
}

/**
 * @param {readonly Part[]} parts shown so far
 * @param {{ questions: import("./subject.mjs").Questions, responsibility: Float64Array, next: () => number }} state
 * @returns {Promise<Part[] | undefined>} the smallest choice that keeps the class
 */
async function refine(parts, { questions, responsibility, next }) {
  /** @type {{ shown: Part[], chosen: Part[] }[]} */
  const choices = []
  for (const part of parts) {
    const pieces = split(part, next)
    if (pieces.length < 2) continue
    const others = parts.filter((one) => one !== part)
    for (let mask = 1; mask < 2 ** pieces.length - 1; mask++) {
      const chosen = pieces.filter((_, i) => (mask >> i) % 2 === 1)
      choices.push({ chosen, shown: [...others, ...chosen] })
    }
  }
  const replies = await questions.ask(choices.map(({ shown }) => othersThan(shown.flatMap(cellsOf))))
  const kept = choices.filter((_, i) => replies[i]?.keeps === true)
  for (const { chosen } of kept)
    for (const id of chosen.flatMap(cellsOf)) responsibility[id] = (responsibility[id] ?? 0) + 1 / chosen.length
  const area = (/** @type {{ shown: Part[] }} */ choice) => choice.shown.flatMap(cellsOf).length
  return kept.sort((a, b) => area(a) - area(b))[0]?.shown
}

/** @param {Part} part @param {() => number} next */
function split({ top, left, bottom, right }, next) {
  const row = bottom - top < 2 ? bottom : top + 1 + Math.floor(next() * (bottom - top - 1))
  const column = right - left < 2 ? right : left + 1 + Math.floor(next() * (right - left - 1))
  return [
    { top, left, bottom: row, right: column },
    { top, left: column, bottom: row, right },
    { top: row, left, bottom, right: column },
    { top: row, left: column, bottom, right },
  ].filter((piece) => cellsOf(piece).length > 0)
}

/** @param {Part} part */
function cellsOf({ top, left, bottom, right }) {
  return CELLS.filter((id) => {
    const [row, column] = [Math.floor(id / 8), id % 8]
    return row >= top && row < bottom && column >= left && column < right
  })
}
