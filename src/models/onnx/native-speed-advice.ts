import { installCommand } from "../../import-optional.ts"

/**
 * The command that makes models several times faster if the slower WebAssembly build of ONNX Runtime is in use;
 * undefined for the native build and for other runtimes.
 *
 * @param runtime the name in `classifier.description.runtime`.
 *
 * @example
 * ```ts
 * import { nativeSpeedAdvice } from "gridexplainer/onnx"
 * nativeSpeedAdvice("onnxruntime-web 1.30.0 (wasm)") // => "npm install onnxruntime-node@1.30.0 --ignore-scripts"
 * nativeSpeedAdvice("onnxruntime-node 1.30.0 (cpu)") // => undefined
 * ```
 */
export function nativeSpeedAdvice(runtime: string): string | undefined {
  return runtime.startsWith("onnxruntime-web") ? installCommand("onnxruntime-node") : undefined
}
