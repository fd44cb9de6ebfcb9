/** The entry point "gridexplainer/onnx": ONNX files as models. */

export type { InspectOptions, OnnxFacts } from "./graph-facts.ts"
export { inspectOnnx } from "./inspect-onnx.ts"
export { type LayerStatistics, layerStatistics } from "./layer-statistics.ts"
export { nativeSpeedAdvice } from "./native-speed-advice.ts"
export { type OnnxModelOptions, onnxModel } from "./onnx-model.ts"
export type { OrtModule } from "./ort-session.ts"
export type { IsolateLimits } from "./process-session.ts"
export { shuffleLastLayer } from "./shuffle-last-layer.ts"
