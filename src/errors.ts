/** Stable names for what can go wrong in the world outside; a caller's own mistake is a RangeError or TypeError instead. */
export type ErrorCode =
  | "BAD_REPLY"
  | "DISPOSED"
  | "DOWNLOAD_FAILED"
  | "FILE_UNREADABLE"
  | "FILE_UNWRITABLE"
  | "HOST_UNSUPPORTED"
  | "IMAGE_UNREADABLE"
  | "IMAGE_UNSUPPORTED"
  | "INTEGRITY"
  | "MISSING_PACKAGE"
  | "MODEL_EXTERNAL_DATA"
  | "MODEL_FAILED"
  | "MODEL_UNREADABLE"
  | "MODEL_UNSUPPORTED"
  | "PREPROCESSING_UNKNOWN"
  | "RECORD_INVALID"
  | "SCALE_CONFLICT"

/**
 * A failure that is not the caller's mistake: a broken file, a model that answers nonsense, a cut download.
 *
 * `problem` says what was expected and what came, `nextStep` what to do about it; `message` holds both.
 *
 * @example
 * ```ts
 * import { GridExplainerError } from "gridexplainer"
 * const error = new GridExplainerError("BAD_REPLY", "expected 8 rows of scores, got 7", { nextStep: "Check the model." })
 * error.code // => "BAD_REPLY"
 * error.problem // => "expected 8 rows of scores, got 7"
 * error.nextStep // => "Check the model."
 * error.message // => "expected 8 rows of scores, got 7. Check the model."
 * ```
 */
export class GridExplainerError extends Error {
  readonly code: ErrorCode
  readonly problem: string
  readonly nextStep: string | undefined

  constructor(
    code: ErrorCode,
    problem: string,
    options: { readonly nextStep?: string | undefined; readonly cause?: unknown } = {},
  ) {
    const { nextStep, cause } = options
    super(
      nextStep === undefined ? problem : `${problem.replace(/\.$/, "")}. ${nextStep}`,
      cause === undefined ? undefined : { cause },
    )
    this.name = "GridExplainerError"
    this.code = code
    this.problem = problem
    this.nextStep = nextStep
  }
}
