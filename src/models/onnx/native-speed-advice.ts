import { installCommand } from "../../import-optional.ts"

/**
 * The one command that makes models several times faster, where the slower WebAssembly build of ONNX Runtime computes;
 * undefined where the native build does, or another runtime.
 *
 * @param runtime As in `classifier.description.runtime`.
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
