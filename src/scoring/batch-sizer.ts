import { checkInteger } from "../math/check-integer.ts"

/** Decides how many variants the next call should hold, and learns from how long the last call took. */
export interface BatchSizer {
  next(): number
  took(size: number, milliseconds: number): void
}

/**
 * The sizes that are tried, on real work so that nothing is wasted. The first call also warms the model up;
 * its time is replaced when the same size is tried again.
 */
const trials: readonly number[] = [8, 4, 8, 16]

/** A sizer that always returns the same size. */
export function fixedBatches(size: number): BatchSizer {
  checkInteger("batch size", size)
  return { next: () => size, took: () => undefined }
}

/** A sizer that tries a few sizes and keeps the one with the least time per picture. */
export function measuredBatches(): BatchSizer {
  const pace = new Map<number, number>()
  let asked = 0
  let timed = 0
  const fastest = (): number => [...pace].reduce((best, one) => (one[1] < best[1] ? one : best))[0]
  return {
    next: () => trials[asked++] ?? fastest(),
    took: (size, milliseconds) => {
      if (timed++ < trials.length) pace.set(size, milliseconds / size)
    },
  }
}
