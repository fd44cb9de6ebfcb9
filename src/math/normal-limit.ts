/**
 * By how many standard deviations a normal number is off, on either side, with this chance: 1.645 for 1 in 10, 3.291 for 1 in 1000. To three decimals.
 *
 * Source: Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.23.
 *
 * @throws RangeError for a chance that is not between 0 and 1.
 */
export function normalLimit(chance: number): number {
  if (!(chance > 0 && chance <= 1)) throw new RangeError(`chance must be above 0 and at most 1, got ${chance}`)
  const t = Math.sqrt(-2 * Math.log(chance / 2))
  const above = 2.515517 + t * (0.802853 + t * 0.010328)
  const below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
  return Math.max(0, t - above / below)
}
