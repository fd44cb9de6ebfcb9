import { GridExplainerError } from "../../errors.ts"
import { looksLike } from "./looks-like.ts"

/**
 * Refuses bytes that begin as another kind of file does.
 *
 * @throws GridExplainerError MODEL_UNREADABLE
 */
export function refuseOtherFiles(head: Uint8Array): void {
  const other = looksLike(head)
  if (other !== undefined) throw notOnnx(other, { nextStep: "Export the model to ONNX." })
}

/** The error for bytes that are no ONNX file; by default such as were one. */
export function notOnnx(
  got: string = "bytes that are cut short or damaged",
  { nextStep = "Download or export it again.", cause }: { readonly nextStep?: string; readonly cause?: unknown } = {},
): GridExplainerError {
  return new GridExplainerError("MODEL_UNREADABLE", `expected an ONNX file, got ${got}`, { nextStep, cause })
}
