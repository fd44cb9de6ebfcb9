import type { InspectOptions, OnnxFacts } from "./graph-facts.ts"
import { readOnnx } from "./read-onnx.ts"

/**
 * Reads an ONNX file without running it: no native code sees the bytes.
 *
 * @throws GridExplainerError: `MODEL_UNREADABLE` for another kind of file (it says which), and for a truncated or damaged one; `MODEL_EXTERNAL_DATA`
 * for weights in other files; `MODEL_UNSUPPORTED` for a model that does not answer one picture with one row of scores; `MISSING_PACKAGE`.
 *
 * @example
 * ```ts
 * import { readFile } from "node:fs/promises"
 * import { inspectOnnx } from "gridexplainer/onnx"
 * const facts = await inspectOnnx(await readFile("assets/models/efficientnet-lite0.onnx"))
 * facts.size // => { width: 224, height: 224 }
 * facts.endsWith // => "softmax"
 * ```
 */
export async function inspectOnnx(bytes: Uint8Array, options: InspectOptions = {}): Promise<OnnxFacts> {
  return (await readOnnx(bytes, options)).facts
}
