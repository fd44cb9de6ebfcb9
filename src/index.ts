/** `gridexplainer`: the pure core. It runs wherever JavaScript runs and imports nothing. */
export type { Answer, Ask, AskedPicture, AskOptions } from "./asking/ask.ts"
export {
  type AskingOptions,
  openRun,
  type Run,
  type RunOptions,
  type RunSubject,
  type RunTarget,
  subjectOf,
} from "./asking/open-run.ts"
export type { RecordStart } from "./asking/start-record.ts"
export { fallAlone } from "./attribution/fall-alone.ts"
export { meanFall } from "./attribution/mean-fall.ts"
export { meanShown } from "./attribution/mean-shown.ts"
export { type RidgeOptions, ridge } from "./attribution/ridge.ts"
export { shownAlone } from "./attribution/shown-alone.ts"
export type { SpatialDesignOptions, SpatialEffects } from "./attribution/spatial-design.ts"
export { type SpatialRegressionOptions, spatialRegression } from "./attribution/spatial-regression.ts"
export type { ScoreRules } from "./check-scores.ts"
export { allButOne } from "./designs/all-but-one.ts"
export { type CoinFlipsOptions, coinFlips } from "./designs/coin-flips.ts"
export { oneAtATime } from "./designs/one-at-a-time.ts"
export { type SmoothMasksOptions, smoothMasks } from "./designs/smooth-masks.ts"
export { type ErrorCode, GridExplainerError } from "./errors.ts"
export { chooseQuestion, type Question, type QuestionOptions } from "./evidence/choose-question.ts"
export { callsOf, type PlanSubject, planEvidence } from "./evidence/plan-evidence.ts"
export type * from "./evidence-record.ts"
export { type ExplainOptions, explain, explainTargets } from "./explain.ts"
export type * from "./explanation.ts"
export { type BlurFillOptions, blurFill } from "./fills/blur.ts"
export { cellGrayFill } from "./fills/cell-gray.ts"
export { cellMeanFill } from "./fills/cell-mean.ts"
export { type Color, colorFill } from "./fills/color.ts"
export { imageMeanFill } from "./fills/image-mean.ts"
export { noiseFill } from "./fills/noise.ts"
export { type FillFunction, type FillName, type FillOption, fillNames, resolveFill } from "./fills/resolve-fill.ts"
export { type HideRegionsOptions, hideRegions } from "./hide-regions.ts"
export { applyEdits } from "./image/apply-edits.ts"
export type { Edge, GaussianBlurOptions } from "./image/blur-boxes.ts"
export { checkImage } from "./image/check-image.ts"
export { cropImage } from "./image/crop-image.ts"
export { type FitOptions, type FittedImage, fitImage } from "./image/fit-image.ts"
export { gaussianBlur } from "./image/gaussian-blur.ts"
export { pixelsSha256 } from "./image/pixels-sha256.ts"
export { type ResizeOptions, resizeImage } from "./image/resize-image.ts"
export {
  resizeLikeTensorflow,
  type TensorflowFilter,
  type TensorflowResizeOptions,
} from "./image/resize-like-tensorflow.ts"
export { sha256 } from "./image/sha256.ts"
export { type TensorWriter, tensorWriter } from "./image/tensor-writer.ts"
export { type SeenImage, toModelSize } from "./image/to-model-size.ts"
export { type ToRgbOptions, toRgb } from "./image/to-rgb.ts"
export type * from "./method.ts"
export type { Method } from "./methods/method.ts"
export { type MethodName, type MethodOption, methodNames, resolveMethod } from "./methods/resolve-method.ts"
export { type CatalogEntry, catalog, type EmbeddedSource, embeddedModel, type NpmSource } from "./models/catalog.ts"
export { checkTensorScores, type TensorScoreRules } from "./models/check-tensor-scores.ts"
export { checkedClassifier } from "./models/checked-classifier.ts"
export type { EditedPicture, EditSession } from "./models/edit-session.ts"
export { type FunctionModelOptions, functionModel, type ScoreFunction } from "./models/function-model.ts"
export { parseLabels } from "./models/labels/parse-labels.ts"
export type { TensorReply, TensorSession } from "./models/paint-batches.ts"
export {
  type InputFacts,
  type PreprocessingFields,
  type PreprocessingOption,
  type PreprocessingPreset,
  type PresetName,
  preprocessingPresets,
  presetNames,
  resolvePreprocessing,
} from "./models/preprocessing-presets.ts"
export { type TensorModelOptions, tensorModel } from "./models/tensor-model.ts"
export { nearest } from "./nearest.ts"
export { type PredictOptions, predict } from "./predict.ts"
export { random } from "./random.ts"
export { type AcrossFills, acrossFills } from "./reading/across-fills.ts"
export { compareExplanations } from "./reading/compare-explanations.ts"
export {
  compareRuns,
  type EffectsDifference,
  type RunsComparison,
  type ScoreDifference,
} from "./reading/compare-runs.ts"
export type { SetUpComparison, SetUpPart } from "./reading/compare-set-up.ts"
export type { Comparison, Difference, DifferenceVerdict, SetDifference } from "./reading/comparison.ts"
export { type FaithfulnessVerdict, faithfulnessVerdict } from "./reading/faithfulness-verdict.ts"
export type { RegionVerdict } from "./reading/region-verdict.ts"
export { type SaliencyMapOptions, saliencyMap } from "./reading/saliency-map.ts"
export { strongestRegion } from "./reading/strongest-region.ts"
export { inFront, type RegionView, type View, viewMeaning, viewOf } from "./reading/view.ts"
export { featureMask } from "./regions/feature-mask.ts"
export { type GridOptions, grid } from "./regions/grid.ts"
export { neighbourhoods } from "./regions/neighbourhoods.ts"
export { type SlidingWindowOptions, slidingWindow } from "./regions/sliding-window.ts"
export { type RepeatExplanationOptions, repeatExplanation } from "./repeat-explanation.ts"
export type {
  ClassOption,
  MarginOption,
  ScoreFunctionOption,
  TargetOption,
  TargetsOption,
} from "./scoring/resolve-targets.ts"
export { type ScoreBatchesOptions, type ScoredBatch, scoreBatches } from "./scoring/score-batches.ts"
export type * from "./types.ts"
export { version } from "./version.ts"
