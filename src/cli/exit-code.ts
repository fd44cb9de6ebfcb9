import { type ErrorCode, GridExplainerError } from "../errors.ts"

/** How the command ends, for scripts. */
export const exitCodes = { done: 0, failed: 1, wrongUse: 2, modelProblem: 3, interrupted: 130 } as const

const modelProblems: ReadonlySet<ErrorCode> = new Set([
  "BAD_REPLY",
  "DISPOSED",
  "DOWNLOAD_FAILED",
  "INTEGRITY",
  "MODEL_EXTERNAL_DATA",
  "MODEL_FAILED",
  "MODEL_UNREADABLE",
  "MODEL_UNSUPPORTED",
  "PREPROCESSING_UNKNOWN",
  "SCALE_CONFLICT",
])

/** The exit code of a failure: what was asked for cannot be (2), the model is at fault (3), or anything else, such as a picture (1). */
export function exitCodeOf(error: unknown): number {
  if (error instanceof RangeError || error instanceof TypeError) return exitCodes.wrongUse
  if (!(error instanceof GridExplainerError)) return exitCodes.failed
  if (error.code === "ABORTED") return exitCodes.interrupted
  return modelProblems.has(error.code) ? exitCodes.modelProblem : exitCodes.failed
}

/** Throws a failure of the model: a file that cannot be read on the way to a model is the model's problem, not a picture's. */
export function throwAsModelProblem(error: unknown): never {
  if (!(error instanceof GridExplainerError) || error.code !== "FILE_UNREADABLE") throw error
  throw new GridExplainerError("MODEL_UNREADABLE", error.message, { cause: error })
}

/** Some pictures failed, each of which was named; the others are done. */
export class SomeFailed extends Error {
  constructor({ done, failed }: { readonly done: number; readonly failed: readonly string[] }) {
    const total = done + failed.length
    super(total === 1 ? "" : `${done} of ${total} pictures done; failed: ${failed.join(", ")}`)
  }
}

/** Throws SomeFailed where a run had pictures that failed. */
export function throwIfFailed(tally: { readonly done: number; readonly failed: readonly string[] }): void {
  if (tally.failed.length > 0) throw new SomeFailed(tally)
}

/** A check found something wrong, or a comparison a change, and has said so. */
export class SomethingFlagged extends Error {}

/** Something ended a run over several pictures before its end. `cause` says what, the message how far it was. */
export class RunStopped extends Error {
  constructor(cause: unknown, { done, total }: { readonly done: number; readonly total: number }) {
    super(total === 1 ? "" : `${done} of ${total} pictures done`, { cause })
  }
}
