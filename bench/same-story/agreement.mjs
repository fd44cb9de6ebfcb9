/**
 * How far maps of one picture agree.
 *
 * @typedef {readonly (number | null)[]} Effects
 * @typedef {{ readonly shared: number, readonly correlation: number, readonly same: boolean }} Agreement `same`: every effect is the very same number
 * @typedef {{ readonly effects: Effects, readonly order: readonly number[] }} Ranked
 */

/** So many of the strongest are looked at. */
const STRONGEST = 8

/** Mean agreement over all pairs. @param {readonly Ranked[]} maps @returns {Agreement} */
export function agreementOf(maps) {
  const pairs = maps.flatMap((one, i) => maps.slice(i + 1).map((other) => ({ one, other })))
  return {
    shared: mean(pairs.map(({ one, other }) => sharedStrongest(one.order, other.order))),
    correlation: mean(pairs.map(({ one, other }) => correlation(one.effects, other.effects))),
    same: pairs.every(({ one, other }) => one.effects.every((effect, i) => effect === other.effects[i])),
  }
}

/** Regions by the size of their effects. @param {Effects} effects @returns {readonly number[]} */
export function bySize(effects) {
  const size = (/** @type {number} */ i) => Math.abs(effects[i] ?? 0)
  return [...effects.keys()].sort((a, b) => size(b) - size(a) || a - b)
}

/** @param {readonly number[]} one @param {readonly number[]} other */
function sharedStrongest(one, other) {
  const strongest = new Set(other.slice(0, STRONGEST))
  return one.slice(0, STRONGEST).filter((region) => strongest.has(region)).length / STRONGEST
}

/** Pearson's r; 1 for two maps that are alike and flat. @param {Effects} one @param {Effects} other */
export function correlation(one, other) {
  const [a, b] = [centred(one), centred(other)]
  const product = (/** @type {readonly number[]} */ x, /** @type {readonly number[]} */ y) =>
    x.reduce((sum, value, i) => sum + value * (y[i] ?? 0), 0)
  const scale = Math.sqrt(product(a, a) * product(b, b))
  return scale === 0 ? 1 : product(a, b) / scale
}

/** @param {Effects} effects @returns {readonly number[]} */
function centred(effects) {
  const values = effects.map((effect) => effect ?? 0)
  const middle = mean(values)
  return values.map((value) => value - middle)
}

/** @param {readonly number[]} numbers */
export function mean(numbers) {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length
}
