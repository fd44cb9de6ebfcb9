/** The thread in which ONNX Runtime computes, because its `run` blocks the thread that calls it. */

import { parentPort, workerData } from "node:worker_threads"
import type { TensorSession } from "../paint-batches.ts"
import { loadRuntime } from "./load-runtime.ts"
import { guarded, type NativeGuard, nativeGuard } from "./native-guard.ts"
import { ortSession } from "./ort-session.ts"
import { packError, type RunReport, type RunRequest, type StartReport, type WorkerStart } from "./worker-messages.ts"

const { model, choice, guard, ...options } = workerData as WorkerStart
let copy = new Float32Array(0)

try {
  const ort = await guarded(guard, () => loadRuntime(choice, options))
  // Only the native build must not be stopped.
  const closed = ort.listSupportedBackends === undefined ? nativeGuard() : guard
  const session = await guarded(closed, () => ortSession(ort, model, options))
  let turn = Promise.resolve()
  parentPort?.on("message", (request: RunRequest) => {
    turn = turn.then(() => answer(session, closed, request)) // One at a time, or the guard would open between two calls.
  })
  send({ runtime: session.runtime })
} catch (error) {
  send({ failure: packError(error) })
}

async function answer(session: TensorSession, closed: NativeGuard, { id, batch, rows }: RunRequest): Promise<void> {
  try {
    const { data, columns } = await guarded(closed, () => session.run(own(batch), rows))
    send({ id, reply: { data, columns } })
  } catch (error) {
    send({ id, failure: packError(error) })
  }
}

/** The same numbers in this thread's own memory, which is reused: the runtime on Node 20 takes no other. */
function own(batch: Float32Array): Float32Array {
  if (copy.length < batch.length) copy = new Float32Array(batch.length)
  copy.set(batch)
  return copy
}

function send(report: StartReport | RunReport): void {
  parentPort?.postMessage(report)
}
