import { GridExplainerError } from "../../errors.ts"

/** Stands in for `workerSession` and `processSession` where there is no Node: there the caller must bring a runtime. */
export function workerSession(): never {
  throw new GridExplainerError("MISSING_PACKAGE", "outside Node an ONNX model needs a runtime from you", {
    nextStep: 'Pass runtime: await import("onnxruntime-web").',
  })
}

export { workerSession as processSession }
