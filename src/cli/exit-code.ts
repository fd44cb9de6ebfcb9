import { type ErrorCode, GridExplainerError } from "../errors.ts"

/** The exit codes, for scripts. */
export const exitCodes = { done: 0, failed: 1, wrongUse: 2, modelProblem: 3, unchecked: 4, interrupted: 130 } as const

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

/** The exit code of a failure: wrong use (2), a problem of the model (3), or anything else, such as a picture (1). */
export function exitCodeOf(error: unknown): number {
  if (error instanceof RangeError || error instanceof TypeError) return exitCodes.wrongUse
  if (!(error instanceof GridExplainerError)) return exitCodes.failed
  return modelProblems.has(error.code) ? exitCodes.modelProblem : exitCodes.failed
}

/** Throws a failure of the model: a file that cannot be read on the way to a model is the model's problem, not a picture's. */
export function throwAsModelProblem(error: unknown): never {
  if (!(error instanceof GridExplainerError) || error.code !== "FILE_UNREADABLE") throw error
  throw new GridExplainerError("MODEL_UNREADABLE", error.problem, { nextStep: error.nextStep, cause: error })
}

/** How a run over several pictures or records ended. */
interface Tally {
  readonly done: number
  /** The names of those that failed. */
  readonly failed: readonly string[]
}

/** Some pictures or records failed, and each was named; the others are done. */
export class SomeFailed extends Error {
  constructor({ done, failed }: Tally, what: RunOver = "pictures") {
    const total = done + failed.length
    super(total === 1 ? "" : `${done} of ${total} ${what} done; failed: ${failed.join(", ")}`)
  }
}

/** What a run processes, one after the other. */
type RunOver = "pictures" | "records"

/** Throws SomeFailed if part of a run failed. */
export function throwIfFailed(tally: Tally, what?: RunOver): void {
  if (tally.failed.length > 0) throw new SomeFailed(tally, what)
}

/** A check found something wrong, or a comparison found a change, and has reported it. */
export class SomethingFlagged extends Error {}

/** Something could not be checked, and nothing that was checked was wrong. */
export class SomethingUnchecked extends Error {}

/** Something ended a run over several pictures or records before its end. `cause` says what; the message says how far the run was. */
export class RunStopped extends Error {
  constructor(
    cause: unknown,
    { done, total }: { readonly done: number; readonly total: number },
    what: RunOver = "pictures",
  ) {
    super(total === 1 ? "" : `${done} of ${total} ${what} done`, { cause })
  }
}
