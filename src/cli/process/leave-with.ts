/** Messages of a watched process to the one that watches it. */
export type WorkerWord =
  /** It knows that it must stop. */
  | { readonly heard: true }
  /** How far it is, to be reported if it can no longer do so itself. */
  | { readonly sofar: string }
  /** It has nothing left to do, and this is its exit code, even if something keeps it from ending. */
  | { readonly exitCode: number }

/** Sets the exit code and sends it to the process that watches this one: native code that does not end can keep this process from leaving. */
export function leaveWith(exitCode: number): void {
  process.exitCode = exitCode
  if (process.connected) process.send?.({ exitCode } satisfies WorkerWord)
}
