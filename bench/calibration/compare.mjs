import { viewMeaning } from "gridexplainer"
import { correlation, mean } from "../same-story/agreement.mjs"

/**
 * How what is stated of squares of a photo goes with what hiding them does in many random surroundings.
 *
 * @typedef {import("./surroundings.mjs").Truth} Truth
 * @typedef {import("./surroundings.mjs").PhotoTruth} PhotoTruth
 * @typedef {import("./surroundings.mjs").SurroundingName} SurroundingName
 * @typedef {{ readonly stated: number, readonly isMeasured: boolean, readonly estimate: number, readonly truth: import("./surroundings.mjs").SquareTruth }} Square
 */

/**
 * Explains the photos of a truth anew with `standard`, so that the numbers are today's. A photo that is now hidden with another fill is left out.
 *
 * @param {Truth} truth
 * @param {ReturnType<typeof import("../support/explained.mjs").explainer>} explained
 * @returns {Promise<{ readonly photos: readonly (readonly Square[])[], readonly skipped: readonly string[] }>}
 */
export async function statedOf(truth, explained) {
  const photos = []
  const skipped = []
  for (const photo of truth.photos) {
    const record = await explained(photo.picture, { evidence: "standard" })
    if (record.fills[0]?.name === photo.fill) photos.push(squaresOf(record, photo))
    else skipped.push(photo.picture)
    console.error(`${photos.length + skipped.length} of ${truth.photos.length}: ${photo.picture}`)
  }
  return { photos, skipped }
}

/** @param {import("gridexplainer").Explanation} record @param {PhotoTruth} photo @returns {readonly Square[]} */
function squaresOf(record, { squares }) {
  const alone = viewMeaning(record, "alone")
  const average = viewMeaning(record, "average")
  return squares.map((truth) => ({
    stated: alone?.effects[truth.region] ?? Number.NaN,
    isMeasured: ["supports", "opposes"].includes(alone?.regions[truth.region]?.verdict ?? ""),
    estimate: average?.attribution.perFill?.[0]?.effects[truth.region] ?? average?.effects[truth.region] ?? Number.NaN,
    truth,
  }))
}

/**
 * A line of the table: one kind of number against one kind of surroundings.
 *
 * @param {readonly (readonly Square[])[]} photos
 * @param {{ number: "stated" | "estimate", surroundings: SurroundingName, only?: "measured" }} options
 */
export function agreement(photos, { number, surroundings, only }) {
  const own = photos.map((squares) => squares.filter(({ isMeasured }) => only === undefined || isMeasured))
  const all = own.flat()
  const trueOf = (/** @type {Square} */ square) => square.truth[surroundings]
  const within = all.filter((square) => inside(square[number], trueOf(square).quantiles))
  const clear = all.filter((square) => Math.abs(trueOf(square).mean) > 2 * trueOf(square).error)
  const alike = clear.filter((square) => Math.sign(square[number]) === Math.sign(trueOf(square).mean))
  const ratios = all.map((square) => trueOf(square).mean / square[number]).sort((a, b) => a - b)
  const correlations = own
    .filter(({ length }) => length > 2)
    .map((squares) =>
      correlation(
        squares.map((square) => square[number]),
        squares.map((square) => trueOf(square).mean),
      ),
    )
  return {
    squares: all.length,
    within: within.length / all.length,
    sign: { alike: alike.length, of: clear.length },
    ratio: ratios[ratios.length >> 1] ?? Number.NaN,
    correlation: mean(correlations),
    off: mean(all.map((square) => Math.abs(square[number] - trueOf(square).mean))),
  }
}

/** Between the ends of the middle nine tenths. @param {number} value @param {readonly number[]} quantiles */
function inside(value, quantiles) {
  return value >= (quantiles[0] ?? Number.NaN) && value <= (quantiles.at(-1) ?? Number.NaN)
}
