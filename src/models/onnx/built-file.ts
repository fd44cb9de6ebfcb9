import { createRequire } from "node:module"
import { GridExplainerError } from "../../errors.ts"

/**
 * A file of this folder that runs in a thread or a process of its own, found by its name in the manifest, so that it is the built file also where the sources run.
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
