import { setTimeout as sleep } from "node:timers/promises"
import { Worker } from "node:worker_threads"
import { GridExplainerError } from "../../errors.ts"
import { untilAborted } from "../../until-aborted.ts"
import type { TensorSession } from "../paint-batches.ts"
import { builtFile } from "./built-file.ts"
import { closeGuard, isBusy, type NativeGuard, nativeGuard, waitForGuard } from "./native-guard.ts"
import { sessionCalls } from "./session-calls.ts"
import {
  type RunReport,
  type RunRequest,
  type StartReport,
  type StartSessionOptions,
  unpackError,
  type WorkerJob,
  type WorkerStart,
} from "./worker-messages.ts"

/** Milliseconds that `dispose` waits for a native call in progress. After that the thread is left alone and ends with that call. */
const patience = 500

/** Milliseconds that the end of the process waits for all native calls together. */
const lastPatience = 5000

/** The guards of all models in threads, which must not be torn out of native code when the process ends. */
const guards = new Set<NativeGuard>()
process.once("exit", () => {
  guards.forEach(closeGuard)
  const until = performance.now() + lastPatience
  for (const guard of guards) waitForGuard(guard, Math.max(0, until - performance.now()))
  // A call that never ends: Node would wait for it forever, and there is no way of leaving that keeps the exit code.
  if ([...guards].some(isBusy)) process.kill(process.pid, "SIGKILL")
})

/**
 * Loads a model into a worker thread of its own. The thread keeps the process alive only while it loads or computes.
 *
 * `job.model` is transferred: it is empty afterwards. Batches lie in shared memory: handing over a few megabytes per call made the
 * garbage collector run for a tenth of a second in a run of 400 pictures.
 *
 * @throws GridExplainerError `MISSING_PACKAGE`, `MODEL_UNSUPPORTED` or `MODEL_FAILED`; `signal.reason` on abort, at once. Calls that a dying thread
 * leaves behind are rejected with `MODEL_FAILED`, calls that `dispose` cuts off with `DISPOSED`. A native call that has begun is still finished; if
 * that takes longer than half a second, `dispose` does not wait for it.
 */
export async function workerSession(job: WorkerJob, { signal }: StartSessionOptions = {}): Promise<TensorSession> {
  const guard = nativeGuard()
  const start: WorkerStart = { ...job, guard }
  // ONNX Runtime 1.30 otherwise reports to its maker over the network, and leaves files in the temporary and the cache folder.
  process.env.ORT_DISABLE_TELEMETRY ??= "1"
  const worker = new Worker(builtFile("#onnx-worker", "the file of the worker thread"), {
    workerData: start,
    transferList: [job.model.buffer as ArrayBuffer],
    execArgv: [], // Flags that are meant for the main program, such as --input-type, can keep a worker from starting.
  })
  guards.add(guard)
  worker.once("exit", () => guards.delete(guard))
  const runtime = await untilAborted(started(worker), signal).catch(async (error: unknown) => {
    const left = leave(worker, guard)
    if (signal?.aborted !== true) await left
    throw error
  })
  const calls = sessionCalls()
  worker.on("message", (report: RunReport) => {
    calls.settle(report)
    if (calls.count === 0 && calls.end === undefined) worker.unref()
  })
  worker.on("error", (cause) => calls.finish(crashed(cause)))
  worker.on("exit", (code) => calls.finish(ended(code)))
  worker.unref() // Only now, since listening for messages keeps the process alive, too.

  return {
    runtime,
    overlaps: true,
    allocate: (length) => new Float32Array(new SharedArrayBuffer(length * Float32Array.BYTES_PER_ELEMENT)),
    run(batch, rows) {
      return calls.ask(batch, (id) => {
        worker.postMessage({ id, batch, rows } satisfies RunRequest)
        worker.ref()
      })
    },
    async dispose() {
      calls.dispose()
      await leave(worker, guard)
    },
  }
}

/** Ends a thread, or leaves it alone if a native call does not come to an end. Waiting calls are not started any more. */
async function leave(worker: Worker, guard: NativeGuard): Promise<void> {
  closeGuard(guard)
  worker.unref()
  const until = performance.now() + patience
  while (isBusy(guard)) {
    if (performance.now() > until) return
    await sleep(5)
  }
  await worker.terminate()
}

/** Waits for the worker's first message; returns the runtime's name. */
async function started(worker: Worker): Promise<string> {
  return new Promise<string>((resolve, reject) => {
    worker.once("message", (report: StartReport) => {
      if ("failure" in report) reject(unpackError(report.failure))
      else resolve(report.runtime)
    })
    worker.once("error", (cause) => reject(crashed(cause)))
    worker.once("exit", (code) => reject(ended(code)))
  })
}

function crashed(cause: unknown): GridExplainerError {
  return new GridExplainerError("MODEL_FAILED", `the model's thread crashed: ${String(cause)}`, { cause })
}

function ended(code: number): GridExplainerError {
  return new GridExplainerError("MODEL_FAILED", `the model's thread ended before its answer, with exit code ${code}`)
}
