import type { Abortable } from "../types.ts"

/** What becomes of a promise, unless the signal comes first: then what that was aborted with. A model that stays silent must not hold a run. */
export async function untilAborted<T>(promise: Promise<T>, signal: Abortable | undefined): Promise<T> {
  if (signal === undefined) return promise
  signal.throwIfAborted()
  let stop = (): void => undefined
  const aborted = new Promise<never>((_, reject) => {
    stop = () => {
      try {
        signal.throwIfAborted()
      } catch (reason) {
        reject(reason)
      }
    }
    signal.addEventListener("abort", stop, { once: true })
  })
  try {
    return await Promise.race([promise, aborted])
  } finally {
    signal.removeEventListener("abort", stop)
  }
}
