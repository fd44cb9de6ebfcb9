/**
 * What a record holds of measurements, read from its plain fields alone: the rules must not go by the same code as what they judge.
 *
 * @typedef {import("gridexplainer").Explanation} Explanation
 * @typedef {{ readonly regions: readonly number[], readonly what: string }} Change what was hidden when another class came first
 */

/**
 * Regions that hiding alone was measured to do something to: the effect reaches its floor, or another class comes first.
 *
 * @param {Explanation} record
 * @returns {ReadonlyMap<number, string>} why, by region
 */
export function measuredAlone(record) {
  const alone = record.attributions.find(({ means }) => means === "alone")
  const floor = record.evidence?.noise?.alone
  /** @type {Map<number, string>} */
  const found = new Map()
  for (const [region, effect] of (alone?.effects ?? []).entries()) {
    if (effect !== null && floor !== undefined && effect !== 0 && Math.abs(effect) >= floor)
      found.set(region, `${points(effect)} alone, floor ${points(floor)}`)
    else if (hasOtherAnswer(record, alone?.answers?.[region])) found.set(region, "another first answer alone")
  }
  return found
}

/** Regions whose effect with those around them reaches its floor. @param {Explanation} record @returns {readonly number[]} */
export function measuredAround(record) {
  const floor = record.evidence?.noise?.around
  const effects = record.attributions.find(({ means }) => means === "around")?.effects ?? []
  if (floor === undefined) return []
  return effects.flatMap((effect, region) =>
    effect !== null && effect !== 0 && Math.abs(effect) >= floor ? [region] : [],
  )
}

/** Everything hidden that was seen to bring another class first, but for sets that were looked for. @param {Explanation} record @returns {readonly Change[]} */
export function changesSeen(record) {
  const { attributions, evidence, regions } = record
  const { layout } = regions
  const alone = attributions.find(({ means }) => means === "alone")?.answers ?? []
  const around = attributions.find(({ means }) => means === "around")?.answers ?? []
  const { hidden = [], said = [], regions: order = [] } = evidence?.strip ?? {}
  return [
    ...alone.flatMap((answer, region) =>
      hasOtherAnswer(record, answer) ? [{ regions: [region], what: `region ${region} alone` }] : [],
    ),
    ...around.flatMap((answer, region) =>
      hasOtherAnswer(record, answer) && layout.kind === "grid"
        ? [{ regions: block(region, layout), what: `region ${region} with those around it` }]
        : [],
    ),
    ...hidden.flatMap((count, i) =>
      hasOtherAnswer(record, said[i]?.answer)
        ? [{ regions: order.slice(0, count), what: `the strongest ${count} in turn` }]
        : [],
    ),
  ]
}

/** The 3 x 3 that holds a region, inside of the grid. @param {number} region @param {{ rows: number, columns: number }} grid */
export function block(region, { rows, columns }) {
  const first = (/** @type {number} */ at, /** @type {number} */ count) => Math.min(count - 3, Math.max(0, at - 1))
  const [top, left] = [first(Math.floor(region / columns), rows), first(region % columns, columns)]
  return Array.from({ length: 9 }, (_, i) => (top + Math.floor(i / 3)) * columns + left + (i % 3))
}

/** Whether the target is a class that came first. @param {Explanation} record */
export function isFirst({ target, top }) {
  return target.chosenBy !== "margin" && target.chosenBy !== "function" && target.index === top[0]?.index
}

/** @param {Explanation} record @param {{ readonly index: number } | null | undefined} answer */
function hasOtherAnswer(record, answer) {
  return isFirst(record) && answer !== null && answer !== undefined && answer.index !== record.target.index
}

/** @param {number} effect */
function points(effect) {
  return (100 * effect).toFixed(2)
}
