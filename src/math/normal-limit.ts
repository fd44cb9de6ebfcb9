/** Coefficients of three quotients of polynomials, from the constant on: for the middle, for the tails, and for chances below about 1e-11. */
const middle = {
  above: [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087,
    33430.57558358813, 2509.0809287301227,
  ],
  below: [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271,
    28729.085735721943, 5226.495278852854,
  ],
}
const tail = {
  above: [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684,
    0.2417807251774506, 0.022723844989269184, 0.0007745450142783414,
  ],
  below: [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457,
    0.0005475938084995345, 1.0507500716444169e-9,
  ],
}
const far = {
  above: [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124,
    0.0012426609473880784, 0.000027115555687434876, 2.0103343992922881e-7,
  ],
  below: [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 0.000018463183175100548,
    1.421511758316446e-7, 2.0442631033899397e-15,
  ],
}

/** How many standard deviations a normal number exceeds, on either side, in 1 of 10 cases, as in a 90 % interval. */
export const ninety: number = normalLimit(0.1)

/**
 * How many standard deviations a normal number exceeds, on either side, with this probability: 1.645 for 1 in 10, 3.291 for 1 in 1000. To about 15 digits.
 *
 * Source: Wichura 1988, "Algorithm AS 241: The percentage points of the normal distribution".
 *
 * @throws RangeError unless `chance` is above 0 and at most 1.
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
