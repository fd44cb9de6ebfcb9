import { GridExplainerError } from "../../errors.ts"

/** Stands in for `workerSession` and `processSession` wherever there is no Node: there a model computes in what its caller brings along. */
export function workerSession(): never {
  throw new GridExplainerError("MISSING_PACKAGE", "outside Node an ONNX model needs a runtime from you", {
    nextStep: 'Pass runtime: await import("onnxruntime-web").',
  })
}

export { workerSession as processSession }
