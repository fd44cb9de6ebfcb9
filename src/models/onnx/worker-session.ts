import { createRequire } from "node:module"
import { Worker } from "node:worker_threads"
import { GridExplainerError } from "../../errors.ts"
import type { TensorReply, TensorSession } from "../paint-batches.ts"
import { closeGuard, type NativeGuard, nativeGuard, waitForGuard } from "./native-guard.ts"
import {
  type EndRequest,
  type RunReport,
  type RunRequest,
  type StartReport,
  unpackError,
  type WorkerJob,
  type WorkerStart,
} from "./worker-messages.ts"

interface Call {
  readonly batch: Float32Array
  readonly resolve: (reply: TensorReply) => void
  readonly reject: (error: GridExplainerError) => void
}

/** Of all models in threads of this one, which must not be torn out of native code when the process ends. */
const guards = new Set<NativeGuard>()
process.once("exit", () => {
  guards.forEach(closeGuard)
  guards.forEach(waitForGuard)
})

/**
 * Loads a model into a worker thread of its own. The thread keeps the process alive only while it loads or computes.
 *
 * `job.model` changes hands: it is empty afterwards. Batches lie in memory that both threads see: handing over a few megabytes a call made the
 * collector of garbage run for a tenth of a second in a run of 400 pictures.
 *
 * @throws GridExplainerError MISSING_PACKAGE, MODEL_UNSUPPORTED or MODEL_FAILED. Calls that a dying thread leaves behind are
 * rejected with MODEL_FAILED, calls that `dispose` cuts off with DISPOSED; what the thread has begun it still finishes.
 */
export async function workerSession(job: WorkerJob): Promise<TensorSession> {
  const guard = nativeGuard()
  const start: WorkerStart = { ...job, guard }
  // ONNX Runtime 1.30 otherwise reports to its maker over the network, and leaves files in the temporary and the cache folder.
  process.env.ORT_DISABLE_TELEMETRY ??= "1"
  const worker = new Worker(workerFile(), {
    workerData: start,
    transferList: [job.model.buffer as ArrayBuffer],
    execArgv: [], // Flags that are meant for the main program, such as --input-type, can keep a worker from starting.
  })
  guards.add(guard)
  const exited = new Promise<void>((resolve) => {
    worker.once("exit", () => {
      guards.delete(guard)
      resolve()
    })
  })
  const runtime = await started(worker)
  const calls = new Map<number, Call>()
  let lastId = 0
  let end: GridExplainerError | undefined

  function finish(error: GridExplainerError): void {
    end ??= error
    for (const { reject } of calls.values()) reject(end)
    calls.clear()
  }

  worker.on("message", (report: RunReport) => {
    const call = calls.get(report.id)
    calls.delete(report.id)
    if (calls.size === 0 && end === undefined) worker.unref()
    if ("failure" in report) call?.reject(unpackError(report.failure))
    else call?.resolve({ ...report.reply, batch: call.batch })
  })
  worker.on("error", (cause) => finish(crashed(cause)))
  worker.on("exit", (code) => finish(ended(code)))
  worker.unref() // Only now: to listen for messages keeps the process alive, too.

  return {
    runtime,
    overlaps: true,
    allocate: (length) => new Float32Array(new SharedArrayBuffer(length * Float32Array.BYTES_PER_ELEMENT)),
    run(batch, rows) {
      return new Promise((resolve, reject) => {
        if (end !== undefined) throw end
        const request: RunRequest = { id: ++lastId, batch, rows }
        worker.postMessage(request)
        calls.set(request.id, { batch, resolve, reject })
        worker.ref()
      })
    },
    async dispose() {
      finish(new GridExplainerError("DISPOSED", "the model was disposed of while it was computing"))
      closeGuard(guard) // A call that waits its turn is not begun any more.
      worker.ref()
      worker.postMessage("end" satisfies EndRequest)
      await exited
    },
  }
}

/** Found by name, so that it is the built file also where the sources run. */
function workerFile(): string {
  try {
    return createRequire(import.meta.url).resolve("#onnx-worker")
  } catch (cause) {
    throw new GridExplainerError("MISSING_PACKAGE", "the file of the worker thread is missing from gridexplainer", {
      nextStep: "Keep gridexplainer out of your bundle; in its own sources, build it first.",
      cause,
    })
  }
}

/** Waits for the worker's first word; answers with the runtime's name. */
async function started(worker: Worker): Promise<string> {
  try {
    return await new Promise<string>((resolve, reject) => {
      worker.once("message", (report: StartReport) => {
        if ("failure" in report) reject(unpackError(report.failure))
        else resolve(report.runtime)
      })
      worker.once("error", (cause) => reject(crashed(cause)))
      worker.once("exit", (code) => reject(ended(code)))
    })
  } catch (error) {
    await worker.terminate()
    throw error
  }
}

function crashed(cause: unknown): GridExplainerError {
  return new GridExplainerError("MODEL_FAILED", `the model's thread crashed: ${String(cause)}`, { cause })
}

function ended(code: number): GridExplainerError {
  return new GridExplainerError("MODEL_FAILED", `the model's thread ended before its answer, with exit code ${code}`)
}
