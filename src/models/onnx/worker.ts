/** The thread in which ONNX Runtime computes, because its `run` blocks the thread that calls it. */

import { parentPort, workerData } from "node:worker_threads"
import type { TensorSession } from "../paint-batches.ts"
import { loadRuntime } from "./load-runtime.ts"
import { guarded } from "./native-guard.ts"
import { ortSession } from "./ort-session.ts"
import {
  type EndRequest,
  packError,
  type RunReport,
  type RunRequest,
  type StartReport,
  type WorkerStart,
} from "./worker-messages.ts"

const { model, choice, guard, ...options } = workerData as WorkerStart

try {
  const session = await guarded(guard, async () => ortSession(await loadRuntime(choice, options), model, options))
  let turn = Promise.resolve()
  parentPort?.on("message", (request: RunRequest | EndRequest) => {
    if (request === "end") process.exit() // Ends this thread only.
    turn = turn.then(() => answer(session, request)) // One at a time, or the guard would open between two.
  })
  send({ runtime: session.runtime })
} catch (error) {
  send({ failure: packError(error) })
}

async function answer(session: TensorSession, { id, batch, rows }: RunRequest): Promise<void> {
  try {
    const reply = await guarded(guard, () => session.run(batch, rows))
    send({ id, reply }, [reply.data, reply.batch])
  } catch (error) {
    send({ id, failure: packError(error) })
  }
}

/** The listed arrays change hands instead of being copied. */
function send(report: StartReport | RunReport, arrays: readonly Float32Array[] = []): void {
  const buffers = arrays.map(({ buffer }) => buffer as ArrayBuffer)
  parentPort?.postMessage(report, buffers)
}
