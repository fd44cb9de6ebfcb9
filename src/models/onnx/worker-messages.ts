import { type ErrorCode, GridExplainerError } from "../../errors.ts"
import type { Abortable } from "../../types.ts"
import type { TensorReply } from "../paint-batches.ts"
import type { RuntimeChoice } from "./load-runtime.ts"
import type { NativeGuard } from "./native-guard.ts"
import type { OrtSessionOptions } from "./ort-session.ts"

/** Which model a worker runs, and on which runtime. */
export interface WorkerJob extends OrtSessionOptions {
  readonly model: Uint8Array
  readonly choice: RuntimeChoice
}

/** How a session is started. */
export interface StartSessionOptions {
  /** Aborts loading. */
  readonly signal?: Abortable | undefined
}

/** The data that the thread is started with. */
export interface WorkerStart extends WorkerJob {
  readonly guard: NativeGuard
}

/** The first message to a child process. */
export interface ChildStart extends WorkerJob {
  /** Memory that it may take, in megabytes (2^20 bytes). */
  readonly megabytes: number
}

/** To the worker: score the first `rows` pictures of `batch`, which lies in shared memory. */
export interface RunRequest {
  readonly id: number
  readonly batch: Float32Array
  readonly rows: number
}

/** The worker's first message: it is ready, or never will be. */
export type StartReport = { readonly runtime: string } | { readonly failure: Failure }

/** From the worker: the answer to a request. */
export type RunReport = { readonly id: number } & (
  | { readonly reply: Omit<TensorReply, "batch"> }
  | { readonly failure: Failure }
)

/** An error as plain data, because threads keep only the message of an error of our own class. */
export interface Failure {
  readonly code: ErrorCode
  readonly problem: string
  readonly nextStep: string | undefined
}

export function packError(error: unknown): Failure {
  if (error instanceof GridExplainerError) return { code: error.code, problem: error.problem, nextStep: error.nextStep }
  return { code: "MODEL_FAILED", problem: String(error), nextStep: undefined }
}

export function unpackError({ code, problem, nextStep }: Failure): GridExplainerError {
  return new GridExplainerError(code, problem, { nextStep })
}
