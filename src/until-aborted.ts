import type { Abortable } from "./types.ts"

/** The result of a promise, unless the signal is aborted first: then it rejects with `signal.reason`. A model that never answers must not hold up a run. */
export async function untilAborted<T>(promise: Promise<T>, signal: Abortable | undefined): Promise<T> {
  if (signal === undefined) return promise
  promise.catch(() => undefined) // After an abort nobody waits for it any more, so its failure must not be reported.
  signal.throwIfAborted()
  let stop = (): void => undefined
  const aborted = new Promise<void>((resolve) => {
    stop = resolve
    signal.addEventListener("abort", stop, { once: true })
  })
  try {
    return await Promise.race([promise, aborted.then(() => stopped(signal))])
  } finally {
    signal.removeEventListener("abort", stop)
  }
}

function stopped(signal: Abortable): never {
  signal.throwIfAborted()
  throw new Error("the signal called its listener without being aborted")
}
