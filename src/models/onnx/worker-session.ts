import { createRequire } from "node:module"
import { Worker } from "node:worker_threads"
import { GridExplainerError } from "../../errors.ts"
import type { TensorReply, TensorSession } from "../tensor-model.ts"
import { type RunReport, type RunRequest, type StartReport, unpackError, type WorkerJob } from "./worker-messages.ts"

interface Call {
  resolve(reply: TensorReply): void
  reject(error: GridExplainerError): void
}

/**
 * Loads a model into a worker thread of its own. The thread keeps the process alive only while it loads or computes.
 *
 * `job.model` and every batch change hands: they are empty afterwards, until the reply brings the batch back.
 *
 * @throws GridExplainerError MISSING_PACKAGE, MODEL_UNSUPPORTED or MODEL_FAILED. Calls that a dying thread leaves behind are
 * rejected with MODEL_FAILED, calls that `dispose` cuts off with DISPOSED.
 */
export async function workerSession(job: WorkerJob): Promise<TensorSession> {
  const worker = new Worker(workerFile(), {
    workerData: job,
    transferList: [job.model.buffer as ArrayBuffer],
    execArgv: [], // Flags that are meant for the main program, such as --input-type, can keep a worker from starting.
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

  worker.unref()
  worker.on("message", (report: RunReport) => {
    const call = calls.get(report.id)
    calls.delete(report.id)
    if (calls.size === 0) worker.unref()
    if ("failure" in report) call?.reject(unpackError(report.failure))
    else call?.resolve(report.reply)
  })
  worker.on("error", (cause) => finish(crashed(cause)))
  worker.on("exit", (code) => finish(ended(code)))

  return {
    runtime,
    run(batch, rows) {
      return new Promise((resolve, reject) => {
        if (end !== undefined) throw end
        const request: RunRequest = { id: ++lastId, batch, rows }
        worker.postMessage(request, [batch.buffer as ArrayBuffer])
        calls.set(request.id, { resolve, reject })
        worker.ref()
      })
    },
    async dispose() {
      finish(new GridExplainerError("DISPOSED", "the model was disposed of while it was computing"))
      await worker.terminate()
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
