/** Coefficients of three quotients of polynomials, from the constant on: for the middle, for the tails, and for chances below about 1e-11. */
const middle = {
  above: [
    3.3871328727963666, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125, 45921.953931549871457,
    67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
  ],
  below: [
    1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867, 39307.89580009271061,
    28729.085735721942674, 5226.495278852854561,
  ],
}
const tail = {
  above: [
    1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
    1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
  ],
  below: [
    1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
    0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
  ],
}
const far = {
  above: [
    6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
    0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
  ],
  below: [
    1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
    1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
  ],
}

/** By how many standard deviations a normal number is off, on either side, in 1 of 10 cases: from half the width of a 90 % interval to a standard deviation. */
export const ninety: number = normalLimit(0.1)

/**
 * By how many standard deviations a normal number is off, on either side, with this chance: 1.645 for 1 in 10, 3.291 for 1 in 1000. To about 15 digits.
 *
 * Source: Wichura 1988, "Algorithm AS 241: The percentage points of the normal distribution".
 *
 * @throws RangeError for a chance that is not above 0 and at most 1.
 */
export function normalLimit(chance: number): number {
  if (!(chance > 0 && chance <= 1)) throw new RangeError(`chance must be above 0 and at most 1, got ${chance}`)
  const fromHalf = 0.5 - chance / 2
  if (fromHalf <= 0.425) return fromHalf * quotient(middle, 0.425 ** 2 - fromHalf ** 2)
  const depth = Math.sqrt(-Math.log(chance / 2))
  return depth <= 5 ? quotient(tail, depth - 1.6) : quotient(far, depth - 5)
}

function quotient({ above, below }: { above: readonly number[]; below: readonly number[] }, x: number): number {
  const at = (coefficients: readonly number[]): number => coefficients.reduceRight((sum, one) => sum * x + one, 0)
  return at(above) / at(below)
}
