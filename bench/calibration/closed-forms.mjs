import { functionModel, random } from "gridexplainer"

/**
 * Models that are formulas of which squares are hidden, so that all that is said of them can be checked by working it out: eight by eight squares, each seen by its
 * middle pixel, which is dark where something hides it.
 *
 * @typedef {readonly (0 | 1)[]} Shown 1 where a square is shown
 * @typedef {(shown: Shown) => number} Formula the score of the class that is explained
 * @typedef {{ model: import("gridexplainer").Classifier, score: Formula, keeps: (score: number) => boolean }} ClosedForm
 *   `score`: with the first fill, without noise; `keeps`: whether the explained class still comes first
 * @typedef {{ name: string, noise: number, make: (seed: number) => ClosedForm }} Kind `noise`: how far the model strays from its formula, as a standard deviation
 */

const SIDE = 8
const PIXELS = 64
const CELLS = Array.from({ length: SIDE * SIDE }, (_, id) => id)

/** Levels of the fills, all darker than anything in the picture. */
export const levels = /** @type {const} */ ([0, 40, 80])
const DARK = 100

/** Grainy, so that moving it by half a pixel gives other numbers. */
export const picture = {
  ...{ width: PIXELS, height: PIXELS, channels: /** @type {const} */ (1) },
  data: grainy(random(7)),
}

/** Where the scores of a formula with grain lie on average round it: 0.4 points. */
const GRAIN = 0.004

/** A hill over the squares, its top left of the middle. */
const hill = CELLS.map((id) => Math.exp(-((columnOf(id) - 3) ** 2 + (rowOf(id) - 4) ** 2) / 6))

/** @type {readonly { readonly name: string, readonly score: Formula }[]} */
const formulas = [
  { name: "sum: one square far ahead, a hill", score: (shown) => 0.02 + 0.5 * at(shown, 56) + 0.4 * overHill(shown) },
  { name: "sum: a hill alone", score: (shown) => 0.5 + 0.4 * overHill(shown) },
  {
    name: "sum: two squares ahead, small ones of both signs",
    score: (shown) =>
      0.3 +
      0.3 * at(shown, 10) +
      0.2 * at(shown, 53) +
      total(shown.map((one, id) => one * (id % 2 === 1 ? 0.006 : -0.004))),
  },
  { name: "one square", score: (shown) => 0.05 + 0.9 * at(shown, 27) },
  {
    name: "three squares, all of them needed",
    score: (shown) => 0.1 + 0.8 * at(shown, 9) * at(shown, 14) * at(shown, 50),
  },
  { name: "two squares, either of them enough", score: (shown) => 0.1 + 0.8 * Math.max(at(shown, 9), at(shown, 54)) },
  { name: "two squares, both or neither", score: (shown) => (at(shown, 9) === at(shown, 54) ? 0.8 : 0.2) },
  {
    name: "three of five neighbours",
    score: (shown) => (total([27, 28, 35, 36, 44].map((id) => at(shown, id))) >= 3 ? 0.9 : 0.1),
  },
  { name: "40 of 64 squares, whichever", score: (shown) => (total(shown) >= 40 ? 0.9 : 0.1) },
  {
    name: "texture with a place, saturated",
    score: (shown) => 1 / (1 + Math.exp(6 - 1.2 * total(hill) * overHill(shown))),
  },
]

/** @type {readonly Kind[]} */
export const kinds = [
  ...formulas.map(({ name, score }) => ({ name, noise: 0, make: () => closed(score, 0) })),
  ...formulas.map(({ name, score }) => ({
    ...{ name: `${name}; grain`, noise: GRAIN },
    make: () => closed(score, GRAIN),
  })),
  ...[
    { name: "neighbours alike, noise", effects: smooth, noise: 0.05, own: 0 },
    { name: "each square its own, noise", effects: rough, noise: 0.05, own: 0 },
    { name: "six squares of 64, noise", effects: few, noise: 0.05, own: 0 },
    { name: "neighbours alike, fills differ, noise", effects: smooth, noise: 0.05, own: 0.7 },
    { name: "neighbours alike, much noise", effects: smooth, noise: 0.2, own: 0 },
  ].map(({ name, ...options }) => ({
    ...{ name: `sum in logits: ${name}`, noise: options.noise },
    make: (/** @type {number} */ seed) => additive(seed, options),
  })),
]

/**
 * A formula as a model of two classes. Grain is a number that hangs on every pixel and is the same for the same picture: what harmless changes do to real models.
 *
 * @param {Formula} score
 * @param {number} grain
 * @returns {ClosedForm}
 */
function closed(score, grain) {
  const model = functionModel((images) =>
    images.map(({ data }) => {
      const own = score(CELLS.map((id) => (levelAt(data, id) < DARK ? 0 : 1)))
      const moved = grain === 0 ? own : Math.min(1, Math.max(0, own + grain * gaussian(random(hashOf(data)))))
      return [moved, 1 - moved]
    }),
  )
  return { model, score, keeps: (value) => value >= 0.5 }
}

/**
 * Adds up the effects of the squares that are shown, and noise that is drawn anew for each picture.
 *
 * @param {number} seed
 * @param {{ effects: (next: () => number) => readonly number[], noise: number, own: number }} options
 * @returns {ClosedForm}
 */
function additive(seed, { effects, noise, own }) {
  const next = random(seed)
  const common = effects(next)
  const perFill = levels.map(() => {
    const part = effects(next)
    return common.map((effect, id) => effect + own * (part[id] ?? 0))
  })
  const model = functionModel(
    (images) =>
      images.map(({ data }) => {
        let score = START
        for (const id of CELLS) {
          const fill = /** @type {readonly number[]} */ (levels).indexOf(levelAt(data, id))
          if (fill >= 0) score -= perFill[fill]?.[id] ?? 0
        }
        return [score + noise * gaussian(next), 0]
      }),
    { scale: "logit" },
  )
  const score = (/** @type {Shown} */ shown) =>
    START - total(shown.map((one, id) => (one === 1 ? 0 : (perFill[0]?.[id] ?? 0))))
  return { model, score, keeps: (value) => value >= 0 }
}

/** The untouched score of a sum in logits. */
const START = 0.5

/** A few bumps, two squares wide. @param {() => number} next */
function smooth(next) {
  const bumps = Array.from({ length: 5 }, () => ({ x: 8 * next(), y: 8 * next(), height: 0.04 * gaussian(next) }))
  return CELLS.map((id) =>
    bumps.reduce((sum, { x, y, height }) => {
      const squared = (columnOf(id) + 0.5 - x) ** 2 + (rowOf(id) + 0.5 - y) ** 2
      return sum + height * Math.exp(-squared / 4)
    }, 0),
  )
}

/** @param {() => number} next */
function rough(next) {
  return CELLS.map(() => 0.02 * gaussian(next))
}

/** @param {() => number} next */
function few(next) {
  const chosen = new Set(Array.from({ length: 6 }, () => Math.floor(64 * next())))
  return CELLS.map((id) => (chosen.has(id) ? 0.1 + 0.05 * gaussian(next) : 0))
}

/** How much of the hill is shown. @param {Shown} shown */
function overHill(shown) {
  return total(hill.map((height, id) => height * at(shown, id))) / total(hill)
}

/** @param {Shown} shown @param {number} id */
function at(shown, id) {
  return shown[id] ?? 0
}

/** @param {number} id */
function columnOf(id) {
  return id % SIDE
}

/** @param {number} id */
function rowOf(id) {
  return Math.floor(id / SIDE)
}

/** @param {readonly number[]} numbers */
function total(numbers) {
  return numbers.reduce((sum, one) => sum + one, 0)
}

/** The level of the pixel in the middle of a square. @param {ArrayLike<number>} data @param {number} id */
function levelAt(data, id) {
  const [x, y] = [columnOf(id), rowOf(id)].map((place) => (place + 0.5) * (PIXELS / SIDE))
  return data[(y ?? 0) * PIXELS + (x ?? 0)] ?? 0
}

/** @param {() => number} next */
function grainy(next) {
  return Uint8Array.from({ length: PIXELS * PIXELS }, () => 180 + Math.floor(76 * next()))
}

/** FNV-1a over levels, in quarters since fills and shifts are fractional. @param {ArrayLike<number>} data */
function hashOf(data) {
  let hash = 0x811c9dc5
  for (let i = 0; i < data.length; i++) hash = Math.imul(hash ^ Math.round(4 * (data[i] ?? 0)), 0x01000193)
  return hash >>> 0
}

/** Box and Muller's normal numbers. @param {() => number} next */
function gaussian(next) {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
}
