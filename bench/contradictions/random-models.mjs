import { functionModel, random } from "gridexplainer"
import { levels } from "../calibration/closed-forms.mjs"

/**
 * Models of three classes that chance makes: sums, products and thresholds of a few squares, which each way of hiding may turn round, with grain. They meet the cases
 * that photos seldom have: answers that change with hardly an effect, ways of hiding that disagree, nothing at all.
 */

const SIDE = 8
const PIXELS = 64
const DARK = 100

/** @param {number} seed @returns {import("gridexplainer").Classifier} */
export function randomModel(seed) {
  const next = random(seed)
  const grain = pick(next, [0, 0.001, 0.004, 0.02])
  const lead = pick(next, [0.02, 0.1, 0.3, 0.6])
  const parts = Array.from({ length: 1 + Math.floor(4 * next()) }, () => part(next))
  const strange = levels.map(() => (next() < 0.1 ? pick(next, [-1, 0.2]) : 1))
  const start = (1 + lead) / 3
  const whole = sumOf(parts, everything)
  /** What is left with everything hidden: often too little to keep the answer. */
  const rest = pick(next, [0.1, 0.1, 0.3, 0.9])
  return functionModel((images) =>
    images.map(({ data }) => {
      const own = random(hashOf(data))
      const shown = Array.from({ length: SIDE * SIDE }, (_, id) => 1 - hiddenAs(data, id, strange))
      const left = rest + (1 - rest) * Math.min(1, 2 * meanOf(shown))
      const first = clamped(left * (start + sumOf(parts, shown) - whole) + grain * (own() + own() - 1))
      const second = clamped((1 - start) * 0.6)
      return [first, second, clamped(1 - first - second)]
    }),
  )
}

/** @param {readonly Part[]} parts @param {readonly number[]} shown */
function sumOf(parts, shown) {
  return parts.reduce((sum, one) => sum + one(shown), 0)
}

/** @param {readonly number[]} numbers */
function meanOf(numbers) {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length
}

const everything = Array.from({ length: SIDE * SIDE }, () => 1)

/** @typedef {(shown: readonly number[]) => number} Part */

/** @param {() => number} next @returns {Part} */
function part(next) {
  const size = pick(next, [0.004, 0.02, 0.1, 0.3]) * (next() < 0.3 ? -1 : 1)
  const squares = Array.from({ length: 1 + Math.floor(9 * next() ** 2) }, () => Math.floor(SIDE * SIDE * next()))
  const mean = (/** @type {readonly number[]} */ shown) =>
    squares.reduce((sum, id) => sum + (shown[id] ?? 0), 0) / squares.length
  const kinds = [
    mean,
    (/** @type {readonly number[]} */ shown) => squares.reduce((product, id) => product * (shown[id] ?? 0), 1),
    (/** @type {readonly number[]} */ shown) => Math.max(...squares.map((id) => shown[id] ?? 0)),
    (/** @type {readonly number[]} */ shown) => (mean(shown) >= 0.6 ? 1 : 0),
  ]
  const kind = pick(next, kinds)
  return (shown) => size * kind(shown)
}

/** How far a square is hidden, as each fill hides; less than nothing where a fill does the opposite. @param {ArrayLike<number>} data @param {number} id @param {readonly number[]} strange */
function hiddenAs(data, id, strange) {
  const [x, y] = [id % SIDE, Math.floor(id / SIDE)].map((place) => (place + 0.5) * (PIXELS / SIDE))
  const level = data[(y ?? 0) * PIXELS + (x ?? 0)] ?? 0
  const fill = /** @type {readonly number[]} */ (levels).indexOf(level)
  return level >= DARK ? 0 : (strange[fill] ?? 1)
}

/** @template Item @param {() => number} next @param {readonly Item[]} items @returns {Item} */
function pick(next, items) {
  return /** @type {Item} */ (items[Math.floor(next() * items.length)])
}

/** @param {number} score */
function clamped(score) {
  return Math.min(0.999, Math.max(0.001, score))
}

/** FNV-1a over quarters of levels. @param {ArrayLike<number>} data */
function hashOf(data) {
  let hash = 0x811c9dc5
  for (let i = 0; i < data.length; i++) hash = Math.imul(hash ^ Math.round(4 * (data[i] ?? 0)), 0x01000193)
  return hash >>> 0
}
