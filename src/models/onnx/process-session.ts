import { type ChildProcess, execFile, spawn } from "node:child_process"
import { promisify } from "node:util"
import { GridExplainerError } from "../../errors.ts"
import { untilAborted } from "../../until-aborted.ts"
import type { TensorSession } from "../paint-batches.ts"
import { builtFile } from "./built-file.ts"
import { sessionCalls } from "./session-calls.ts"
import {
  type ChildStart,
  type RunReport,
  type RunRequest,
  type StartReport,
  type StartSessionOptions,
  unpackError,
  type WorkerJob,
} from "./worker-messages.ts"

/** The limits of a model in a separate process. */
export interface IsolateLimits {
  /**
   * Seconds that loading, and each call, may take.
   * @default 60
   */
  readonly seconds?: number
  /**
   * Memory that the process may take, in megabytes (2^20 bytes).
   * @default 640 plus four times the size of the model
   */
  readonly megabytes?: number
}

/** The processes of all isolated models; they end with this process. */
const children = new Set<ChildProcess>()
process.once("exit", () => {
  for (const child of children) child.kill("SIGKILL")
})

/**
 * Loads a model into a separate process, which is killed if it exceeds its time or memory, when the model is disposed of, and when this
 * process ends for any reason. It computes the same numbers; handing the batches over costs some milliseconds per call.
 *
 * @throws GridExplainerError as `workerSession` does, and `MODEL_FAILED` if a limit is reached; `signal.reason` on abort, at once.
 */
export async function processSession(
  job: WorkerJob,
  { signal, ...limits }: StartSessionOptions & IsolateLimits = {},
): Promise<TensorSession> {
  const { seconds = 60, megabytes = 640 + Math.ceil((4 * job.model.length) / 2 ** 20) } = limits
  const child = startChild(megabytes, await untilAborted(nodesOwn(), signal))
  const calls = sessionCalls()
  const watch = stopwatch(seconds, (error) => {
    calls.finish(error)
    child.kill("SIGKILL")
  })
  const runtime = await untilAborted(started(child, { job, megabytes, watch }), signal).catch((error: unknown) => {
    watch.stop()
    child.kill("SIGKILL")
    throw error
  })
  watch.stop()
  child.on("message", (report: RunReport) => {
    calls.settle(report)
    if (calls.count > 0) watch.start()
    else {
      watch.stop()
      keepAlive(child, false)
    }
  })
  child.on("error", () => calls.finish(ended(null, null, megabytes)))
  child.on("exit", (code, by) => {
    watch.stop()
    calls.finish(ended(code, by, megabytes))
  })
  keepAlive(child, false)
  const length = job.shape.reduce((product, side) => product * side, 1)

  return {
    runtime,
    overlaps: true,
    run(batch, rows) {
      return calls.ask(batch, (id) => {
        child.send({ id, batch: batch.subarray(0, rows * length), rows } satisfies RunRequest)
        if (calls.count === 1) watch.start()
        keepAlive(child, true)
      })
    },
    dispose() {
      calls.dispose()
      watch.stop()
      keepAlive(child, false)
      child.kill("SIGKILL")
    },
  }
}

let asked: Promise<number> | undefined

/**
 * Kilobytes that Linux counts as the data of an idle Node process with one thread: 64 MB for Node 20, and 1.1 GB for Node 24, which reserves
 * addresses that it never touches. Undefined on other systems, which have no such limit.
 */
function nodesOwn(): Promise<number | undefined> {
  if (process.platform !== "linux") return Promise.resolve(undefined)
  const program = `new (require("worker_threads").Worker)("", { eval: true }).on("online", () => {
    console.log(/VmData:\\s*(\\d+)/.exec(require("fs").readFileSync("/proc/self/status", "utf8"))[1])
    process.exit()
  })`
  // Said, because NODE_OPTIONS may say otherwise.
  const flags = ["--input-type=commonjs", "-e", program]
  asked ??= promisify(execFile)(process.execPath, flags).then(
    ({ stdout }) => Number(stdout),
    (cause: unknown) => {
      asked = undefined
      throw notStarted(cause)
    },
  )
  return asked
}

/** Starts a process that waits for its model. Linux itself can limit its memory; there and elsewhere, the process also watches itself. */
function startChild(megabytes: number, own: number | undefined): ChildProcess {
  const command = [process.execPath, builtFile("#onnx-child", "the file of the model's process")]
  const bound = `ulimit -d ${Math.ceil(megabytes) * 1024 + (own ?? 0)}; exec "$0" "$@"`
  const [file, ...words] = own === undefined ? command : ["/bin/sh", "-c", bound, ...command]
  const child = spawn(file!, words, {
    env: { ...process.env, ORT_DISABLE_TELEMETRY: process.env.ORT_DISABLE_TELEMETRY ?? "1" },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"], // What a dying process prints is of no use to anybody.
  })
  children.add(child)
  child.once("exit", () => children.delete(child))
  return child
}

/** Sets whether this child keeps the process of the caller alive. */
function keepAlive(child: ChildProcess, on: boolean): void {
  if (on) child.ref()
  else child.unref()
  if (on) child.channel?.ref()
  else child.channel?.unref()
}

interface Stopwatch {
  start(): void
  stop(): void
  /** Rejects once the time is up. */
  readonly over: Promise<never>
}

function stopwatch(seconds: number, onOver: (error: GridExplainerError) => void): Stopwatch {
  let timer: NodeJS.Timeout | undefined
  let fail = (_: GridExplainerError): void => undefined
  const over = new Promise<never>((_, reject) => {
    fail = reject
  })
  over.catch(() => undefined)
  const stop = (): void => clearTimeout(timer)
  return {
    over,
    stop,
    start() {
      stop()
      timer = setTimeout(() => {
        const problem = `the model did not answer within ${seconds} s, and was stopped`
        const error = new GridExplainerError("MODEL_FAILED", problem, {
          nextStep: "Give it more time, if you trust it: isolate.seconds, or --isolate-limits 120s.",
        })
        fail(error)
        onOver(error)
      }, 1000 * seconds)
    },
  }
}

/** Waits for the child's first message; returns the runtime's name. */
function started(
  child: ChildProcess,
  { job, megabytes, watch }: { readonly job: WorkerJob; readonly megabytes: number; readonly watch: Stopwatch },
): Promise<string> {
  watch.start()
  const word = new Promise<string>((resolve, reject) => {
    child.once("message", (report: StartReport) => {
      if ("failure" in report) reject(unpackError(report.failure))
      else resolve(report.runtime)
    })
    child.once("error", (cause) => reject(notStarted(cause)))
    child.once("exit", (code, by) => reject(ended(code, by, megabytes)))
    child.send({ ...job, megabytes } satisfies ChildStart)
  })
  return Promise.race([word, watch.over])
}

function notStarted(cause: unknown): GridExplainerError {
  const why = cause instanceof Error ? cause.message : String(cause)
  return new GridExplainerError("MODEL_FAILED", `the model's process cannot be started: ${why}`, { cause })
}

function ended(code: number | null, by: string | null, megabytes: number): GridExplainerError {
  const how = by === null ? `with exit code ${code}` : `by ${by}`
  return new GridExplainerError(
    "MODEL_FAILED",
    `the model's process ended before its answer, ${how}; it may take ${megabytes} MB of memory`,
    { nextStep: "Give it more memory, if you trust it: isolate.megabytes, or --isolate-limits 2GB." },
  )
}
