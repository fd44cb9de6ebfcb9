import type { WorkerWord } from "./leave-with.ts"

/** What `supervise` sends to the working process. */
export type StopWord = "stop"

const signals = ["SIGINT", "SIGTERM"] as const

/**
 * A signal that is aborted when this process is asked to end. If it is asked again, by whichever signal, it ends at once; a watched process leaves that to the
 * process that watches it, which gets the signals, too.
 */
export function interruption(onStop: () => void): AbortSignal {
  const controller = new AbortController()
  const stop = (): void => {
    if (controller.signal.aborted) return
    controller.abort()
    onStop()
  }
  for (const name of signals)
    process.on(name, () => {
      if (controller.signal.aborted && !process.connected) endBy(name)
      stop()
    })
  if (process.connected)
    process.on("message", (word: StopWord) => {
      if (word !== "stop") return
      process.send?.({ heard: true } satisfies WorkerWord)
      stop()
    })
  process.channel?.unref() // Listening to it must not keep the process alive.
  return controller.signal
}

/** Ends this process like an unhandled signal: at once, with nothing that could hold it up. */
export function endBy(name: NodeJS.Signals): void {
  process.removeAllListeners(name)
  process.kill(process.pid, name)
}
