import { checkInteger } from "./check-integer.ts"

/**
 * How far a value of Student's t distribution stays within zero with this confidence: the two-sided quantile.
 *
 * Closed form for whole degrees of freedom (Abramowitz and Stegun 1964, 26.7.3 and 26.7.4), turned round by halving an interval of angles.
 *
 * @param confidence chance that |t| is smaller, between 0 and 1.
 * @throws RangeError for a confidence outside of that, or degrees of freedom that are no whole number of at least 1.
 */
export function studentT(confidence: number, degrees: number): number {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`confidence must be between 0 and 1, got ${confidence}`)
  checkInteger("degrees of freedom", degrees)
  let low = 0
  let high = Math.PI / 2
  // 60 halvings reach the last bit of a float.
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (chanceWithin(middle, degrees) < confidence) low = middle
    else high = middle
  }
  return Math.sqrt(degrees) * Math.tan((low + high) / 2)
}

/** Chance that |t| is below sqrt(degrees) * tan(angle). */
function chanceWithin(angle: number, degrees: number): number {
  const cos = Math.cos(angle)
  const odd = degrees % 2
  let term = odd === 1 ? cos : 1
  let sum = 0
  for (let power = odd; power <= degrees - 2; power += 2) {
    sum += term
    term *= ((power + 1) / (power + 2)) * cos * cos
  }
  const series = Math.sin(angle) * sum
  return odd === 1 ? (2 / Math.PI) * (angle + series) : series
}
