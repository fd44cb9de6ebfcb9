/** What a watched process tells the one that watches it. */
export type WorkerWord =
  /** It knows that it is to stop. */
  | { readonly heard: true }
  /** How far it is, to be said where it cannot say so itself any more. */
  | { readonly sofar: string }
  /** It has nothing left to do, and this is its exit code, whatever keeps it from ending. */
  | { readonly exitCode: number }

/** Sets the exit code, and tells it whoever watches this process: native code that does not come to an end can keep it from leaving by itself. */
export function leaveWith(exitCode: number): void {
  process.exitCode = exitCode
  if (process.connected) process.send?.({ exitCode } satisfies WorkerWord)
}
