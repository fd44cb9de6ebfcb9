/** The door "gridexplainer/onnx": ONNX files as models, and what every model that takes tensors shares. */

export type { ScoreRules } from "../../check-scores.ts"
export { checkTensorScores, type TensorScoreRules } from "../check-tensor-scores.ts"
export {
  type InputFacts,
  type PreprocessingFields,
  type PreprocessingOption,
  type PreprocessingPreset,
  type PresetName,
  preprocessingPresets,
  presetNames,
  resolvePreprocessing,
} from "../preprocessing-presets.ts"
export {
  type TensorModelOptions,
  type TensorReply,
  type TensorSession,
  tensorModel,
} from "../tensor-model.ts"
export { inspectOnnx } from "./inspect-onnx.ts"
export { type LayerStatistics, layerStatistics } from "./layer-statistics.ts"
export { nativeSpeedAdvice } from "./native-speed-advice.ts"
export type { InspectOptions, OnnxFacts } from "./onnx-facts.ts"
export { type OnnxModelOptions, onnxModel } from "./onnx-model.ts"
export type { OrtModule } from "./ort-session.ts"
export { shuffleLastLayer } from "./shuffle-last-layer.ts"
