import { createRequire } from "node:module"
import { GridExplainerError } from "../../errors.ts"

/**
 * The path of a file of this folder that runs in its own thread or process. It is found by its name in the manifest, so it is the built file even from sources.
 *
 * @param what for the message: `the file of the worker thread`
 * @throws GridExplainerError MISSING_PACKAGE
 */
export function builtFile(name: "#onnx-worker" | "#onnx-child", what: string): string {
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch (cause) {
    throw new GridExplainerError("MISSING_PACKAGE", `${what} is missing from gridexplainer`, {
      nextStep: "Keep gridexplainer out of your bundle; in its own sources, build it first.",
      cause,
    })
  }
}
