/**
 * A sign on the door between two threads: `[busy, closed]`, each 0 or 1, in memory that both see.
 *
 * Node cannot stop a thread while onnxruntime-node computes or loads in it: the whole process then aborts ("terminate called after
 * throwing an instance of 'Napi::Error'"), whether by `worker.terminate()`, `process.exit()` or an error that nobody catches.
 */
export type NativeGuard = Int32Array<SharedArrayBuffer>

const busy = 0
const closed = 1

export function nativeGuard(): NativeGuard {
  return new Int32Array(new SharedArrayBuffer(8))
}

/** Does something that must not be stopped; throws instead where the guard is closed. For the thread that computes. */
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

/** Lets nothing new begin. For the other thread. */
export function closeGuard(guard: NativeGuard): void {
  Atomics.store(guard, closed, 1)
}

/** Whether something that must not be stopped is under way. */
export function isBusy(guard: NativeGuard): boolean {
  return Atomics.load(guard, busy) === 1
}

/** Blocks until what has begun is over, so many milliseconds at most. */
export function waitForGuard(guard: NativeGuard, milliseconds: number): void {
  Atomics.wait(guard, busy, 1, milliseconds)
}
