import { functionModel, random } from "gridexplainer"

/**
 * Models that are formulas of what is hidden: the picture has one pixel a cell, 255 where it is shown and the level of the fill where it is hidden, so that
 * the true effects are known.
 *
 * @typedef {{ model: import("gridexplainer").Classifier, truth: readonly number[] }} ClosedForm
 * @typedef {{ name: string, make: (seed: number) => ClosedForm }} Kind
 */

const SIDE = 8
const CELLS = Array.from({ length: SIDE * SIDE }, (_, id) => id)

/** Levels of the three fills. */
export const levels = /** @type {const} */ ([10, 70, 130])

export const picture = {
  ...{ width: SIDE, height: SIDE, channels: /** @type {const} */ (1) },
  data: new Uint8Array(CELLS.length).fill(255),
}

/** @type {readonly Kind[]} */
export const kinds = [
  { name: "neighbours alike, noise", make: (seed) => additive(seed, { effects: smooth, noise: 0.05 }) },
  { name: "each cell its own, noise", make: (seed) => additive(seed, { effects: rough, noise: 0.05 }) },
  { name: "six cells of 64, noise", make: (seed) => additive(seed, { effects: few, noise: 0.05 }) },
  {
    name: "neighbours alike, fills differ, noise",
    make: (seed) => additive(seed, { effects: smooth, noise: 0.05, own: 0.7 }),
  },
  { name: "neighbours alike, much noise", make: (seed) => additive(seed, { effects: smooth, noise: 0.2 }) },
]

/**
 * Adds up the effects of the cells that are shown, and noise that is drawn anew for each picture.
 *
 * @param {number} seed
 * @param {{ effects: (next: () => number) => readonly number[], noise: number, own?: number }} options
 * @returns {ClosedForm}
 */
function additive(seed, { effects, noise, own = 0 }) {
  const next = random(seed)
  const common = effects(next)
  const perFill = levels.map(() => {
    const part = effects(next)
    return common.map((effect, id) => effect + own * (part[id] ?? 0))
  })
  const model = functionModel(
    (images) =>
      images.map(({ data }) => {
        let score = 0.5
        for (const id of CELLS) {
          const fill = /** @type {readonly (number | undefined)[]} */ (levels).indexOf(data[id])
          if (fill >= 0) score -= perFill[fill]?.[id] ?? 0
        }
        return [score + noise * gaussian(next), 0]
      }),
    { scale: "logit" },
  )
  return { model, truth: CELLS.map((id) => perFill.reduce((sum, fill) => sum + (fill[id] ?? 0), 0) / levels.length) }
}

/** A few bumps, two cells wide. @param {() => number} next */
function smooth(next) {
  const bumps = Array.from({ length: 5 }, () => ({ x: 8 * next(), y: 8 * next(), height: 0.04 * gaussian(next) }))
  return CELLS.map((id) =>
    bumps.reduce((sum, { x, y, height }) => {
      const squared = ((id % SIDE) + 0.5 - x) ** 2 + (Math.floor(id / SIDE) + 0.5 - y) ** 2
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

/** Box and Muller's normal numbers. @param {() => number} next */
function gaussian(next) {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
}
