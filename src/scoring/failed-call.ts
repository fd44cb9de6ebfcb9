import { type ErrorCode, GridExplainerError } from "../errors.ts"
import type { Variant } from "../types.ts"

/** The place of a call within a run. */
export interface CallPlace {
  readonly variants: readonly Variant[]
  /** The place of its first variant in the run, from 0. */
  readonly start: number
  readonly total: number
}

const ofThePicture: ReadonlySet<ErrorCode> = new Set(["BAD_REPLY", "MODEL_FAILED", "SCALE_CONFLICT"])

/** Turns whatever a model throws into an error with a code that names the pictures of the call. */
export function failedCall(name: string, error: unknown, call: CallPlace): unknown {
  if (error instanceof RangeError) return error // The caller's own mistake.
  const place = `asked about ${picturesOf(call)}`
  if (!(error instanceof GridExplainerError)) {
    const reason = error instanceof Error ? error.message || error.name : String(error)
    return new GridExplainerError("MODEL_FAILED", `model "${name}" failed, ${place}: ${reason}`, { cause: error })
  }
  if (!ofThePicture.has(error.code)) return error
  const { code, problem, nextStep } = error
  return new GridExplainerError(code, `${problem}, ${place}`, { cause: error.cause ?? error, nextStep })
}

/** `picture 4 of 65 (with region 2 hidden)`, `pictures 9 to 16 of 65`. */
function picturesOf({ variants, start, total }: CallPlace): string {
  if (variants.length !== 1) return `pictures ${start + 1} to ${start + variants.length} of ${total}`
  const hidden = variants[0]!.hidden
  const what =
    hidden.length === 0
      ? "nothing"
      : hidden.length > 3
        ? `${hidden.length} regions`
        : `region${hidden.length === 1 ? "" : "s"} ${hidden.join(", ")}`
  return `picture ${start + 1} of ${total} (with ${what} hidden)`
}
