/**
 * Two flags between two threads: `[busy, closed]`, each 0 or 1, in shared memory.
 *
 * Node cannot stop a thread while onnxruntime-node computes or loads in it: the whole process then aborts ("terminate called after
 * throwing an instance of 'Napi::Error'"), whether through `worker.terminate()`, `process.exit()` or an uncaught error.
 */
export type NativeGuard = Int32Array<SharedArrayBuffer>

const busy = 0
const closed = 1

export function nativeGuard(): NativeGuard {
  return new Int32Array(new SharedArrayBuffer(8))
}

/** Runs a task that must not be stopped; throws instead if the guard is closed. For the thread that computes. */
export async function guarded<T>(guard: NativeGuard, task: () => Promise<T>): Promise<T> {
  Atomics.store(guard, busy, 1)
  try {
    if (Atomics.load(guard, closed) === 1) throw new Error("the thread is about to be stopped")
    return await task()
  } finally {
    Atomics.store(guard, busy, 0)
    Atomics.notify(guard, busy)
  }
}

/** Stops new tasks from beginning. For the other thread. */
export function closeGuard(guard: NativeGuard): void {
  Atomics.store(guard, closed, 1)
}

/** Whether a task that must not be stopped is running. */
export function isBusy(guard: NativeGuard): boolean {
  return Atomics.load(guard, busy) === 1
}

/** Blocks until the running task is over, for at most this many milliseconds. */
export function waitForGuard(guard: NativeGuard, milliseconds: number): void {
  Atomics.wait(guard, busy, 1, milliseconds)
}
