import type { WorkerWord } from "./leave-with.ts"

/** Tells whoever watches this process how far it is: `3 of 12 pictures done`. */
export function tellSoFar(sofar: string): void {
  if (process.connected) process.send?.({ sofar } satisfies WorkerWord)
}
