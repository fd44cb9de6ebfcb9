/**
 * `gridexplainer/node`: files, the network and models; and everything from the pure entry points, so that a program imports from one place.
 * Functions that take a codec in "gridexplainer/pictures" use sharp and resvg here.
 */

export * from "../index.ts"
export * from "../pictures/index.ts"
export * from "../render/index.ts"
export * from "../report/index.ts"
export * from "../wiring/index.ts"
export { type Doctor, type DoctorOptions, doctor } from "./doctor/doctor.ts"
export type { CacheCheck } from "./doctor/doctor-cache.ts"
export type { PackageCheck } from "./doctor/doctor-packages.ts"
export type { RuntimeCheck } from "./doctor/doctor-runtime.ts"
export { endingOf } from "./files/ending-of.ts"
export { type DownloadOptions, type DownloadProgress, type FetchFileOptions, fetchFile } from "./files/fetch-file.ts"
export { type ReadFileOptions, readFile } from "./files/read-file.ts"
export { readRecord } from "./files/read-record.ts"
export { type InputStream, type ReadStandardInputOptions, readStandardInput } from "./files/read-standard-input.ts"
export { type SaveExplanationOptions, saveDrawing, saveExplanation } from "./files/save-explanation.ts"
export { systemProblem } from "./files/system-problem.ts"
export { checkWritable, type WriteFileOptions, writeFile } from "./files/write-file.ts"
export {
  type ExplainedPicture,
  type ExplainPictureOptions,
  GridExplainer,
  type GridExplainerOptions,
} from "./grid-explainer.ts"
export { type CacheOptions, cacheFolder } from "./models/cache-folder.ts"
export { type CheckModelOptions, checkModel } from "./models/check-model.ts"
export { type CheckModelSanityOptions, checkModelSanity } from "./models/check-model-sanity.ts"
export type { RegistryOptions } from "./models/download-package.ts"
export { type LoadModelOptions, loadModel } from "./models/load-model.ts"
export { listModels, type ModelInfo, modelInfo } from "./models/model-info.ts"
export { modelPath } from "./models/model-path.ts"
export type { PullOptions } from "./models/obtain-model.ts"
export { pullModel } from "./models/pull-model.ts"
export { readLabels } from "./models/read-labels.ts"
export { readProbes } from "./models/read-probes.ts"
export { removeModel } from "./models/remove-model.ts"
export { verifyModel } from "./models/verify-model.ts"
export { type FindPicturesOptions, findPictures, type PictureSource } from "./pictures/find-pictures.ts"
export { imageToPng } from "./pictures/image-to-png.ts"
export { type Imagenet50Options, imagenet50 } from "./pictures/imagenet50.ts"
export { type Photo, type ReadImageOptions, readImage } from "./pictures/read-image.ts"
export { type LabelledPictures, readLabelledPictures } from "./pictures/read-labelled-pictures.ts"
export { restrictDecoders } from "./pictures/restrict-decoders.ts"
export { samplePicture } from "./pictures/sample-picture.ts"
export { type SavedSheetEntry, saveSheet } from "./pictures/save-sheet.ts"
export {
  type DrawExplanationOptions,
  drawExplanation,
  type EmbedPictureOptions,
  embedPicture,
  type ReportPicturesOptions,
  reportPictures,
  sharpCodec,
} from "./pictures/sharp-codec.ts"
export { type SvgToPngOptions, svgToPng } from "./pictures/svg-to-png.ts"
