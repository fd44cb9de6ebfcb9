import { join } from "node:path"
import { openRun } from "gridexplainer"
import { readImage } from "gridexplainer/node"

/**
 * What hiding every rectangle of up to 4 x 4 squares does to the score: the brute force behind a record that says nothing.
 *
 * @typedef {{ readonly rows: number, readonly columns: number, readonly top: number, readonly left: number, readonly effect: number }} Patch
 */

const MOST = 4

/**
 * @param {import("gridexplainer").Classifier} model
 * @param {{ picture: string, folder: string, record: import("gridexplainer").Explanation }} options
 * @returns {Promise<readonly Patch[]>} the largest effect first
 */
export async function patchEffects(model, { picture, folder, record }) {
  const { layout } = record.regions
  if (layout.kind !== "grid") return []
  const { image } = await readImage(join(folder, picture))
  const fill = /** @type {import("gridexplainer").FillName} */ (record.fills[0]?.name)
  const run = await openRun(model, image, { fills: [fill], targets: ["predicted"] })
  const places = patchesOf(layout)
  const answers = await run.ask(places.map((place) => ({ hidden: squaresOf(place, layout.columns) })))
  const untouched = record.target.score
  return places
    .map((place, i) => ({ ...place, effect: untouched - (answers[i]?.scores[0] ?? Number.NaN) }))
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
}

/** @param {{ rows: number, columns: number }} grid */
function patchesOf(grid) {
  const upTo = (/** @type {number} */ count) => Array.from({ length: count }, (_, i) => i)
  return upTo(MOST).flatMap((height) =>
    upTo(MOST).flatMap((width) =>
      upTo(grid.rows - height).flatMap((top) =>
        upTo(grid.columns - width).map((left) => ({ rows: height + 1, columns: width + 1, top, left })),
      ),
    ),
  )
}

/** @param {{ rows: number, columns: number, top: number, left: number }} patch @param {number} across */
function squaresOf({ rows, columns, top, left }, across) {
  return Array.from(
    { length: rows * columns },
    (_, i) => (top + Math.floor(i / columns)) * across + left + (i % columns),
  )
}
