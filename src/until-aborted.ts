import type { Abortable } from "./types.ts"

/** What becomes of a promise, unless the signal comes first: then what that was aborted with. A model that stays silent must not hold a run. */
export async function untilAborted<T>(promise: Promise<T>, signal: Abortable | undefined): Promise<T> {
  if (signal === undefined) return promise
  promise.catch(() => undefined) // Once the signal came, nobody waits for it any more, and it may fail in peace.
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
