import type { Progress } from "../types.ts"

/** Tells how far a run has come since the stopwatch was made. */
export interface Stopwatch {
  /** Milliseconds since the start. */
  elapsed(): number
  progress(done: number, total: number): Progress
}

/** Measures the pace, for people and for the size of batches; no result depends on it. */
export function stopwatch(): Stopwatch {
  const began = now()
  const elapsed = (): number => now() - began
  return {
    elapsed,
    progress: (done, total) => {
      const spent = elapsed()
      return { done, total, elapsed: spent, remaining: (spent / done) * (total - done) }
    },
  }
}

/** Milliseconds from some fixed moment; 0 if the host has no clock. */
function now(): number {
  const clock = (globalThis as { performance?: { now(): number } }).performance
  return clock?.now() ?? 0
}
