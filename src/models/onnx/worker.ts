/** The thread in which ONNX Runtime computes, because its `run` blocks the thread that calls it. */

import { parentPort, workerData } from "node:worker_threads"
import { loadRuntime } from "./load-runtime.ts"
import { ortSession } from "./ort-session.ts"
import { packError, type RunReport, type RunRequest, type StartReport, type WorkerJob } from "./worker-messages.ts"

const { model, choice, ...options }: WorkerJob = workerData

try {
  const session = await ortSession(await loadRuntime(choice, options), model, options)
  parentPort?.on("message", async ({ id, batch, rows }: RunRequest) => {
    try {
      const reply = await session.run(batch, rows)
      send({ id, reply }, [reply.data, reply.batch])
    } catch (error) {
      send({ id, failure: packError(error) })
    }
  })
  send({ runtime: session.runtime })
} catch (error) {
  send({ failure: packError(error) })
}

/** The listed arrays change hands instead of being copied. */
function send(report: StartReport | RunReport, arrays: readonly Float32Array[] = []): void {
  const buffers = arrays.map(({ buffer }) => buffer as ArrayBuffer)
  parentPort?.postMessage(report, buffers)
}
