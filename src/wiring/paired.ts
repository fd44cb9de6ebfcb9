/** How far one list of numbers lies above another, compared pair by pair. */
export interface PairedDifference {
  /** Mean of the differences. */
  readonly mean: number
  /** The mean in units of its standard error: Student's t of the differences. Infinite if they are all the same and not 0. */
  readonly t: number
}

/** Compares `better[i]` with `than[i]`; both have the same length, at least 2. */
export function pairedDifference(better: ArrayLike<number>, than: ArrayLike<number>): PairedDifference {
  const count = better.length
  let sum = 0
  for (let i = 0; i < count; i++) sum += better[i]! - than[i]!
  const mean = sum / count
  let squares = 0
  for (let i = 0; i < count; i++) squares += (better[i]! - than[i]! - mean) ** 2
  return { mean, t: tOf(mean, Math.sqrt(squares / (count - 1) / count)) }
}

/** A mean in units of its standard error; 0 if both are 0. */
export function tOf(mean: number, standardError: number): number {
  return mean === 0 ? 0 : mean / standardError
}
