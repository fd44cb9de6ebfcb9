import type { KerasModelOptions } from "../../models/keras/keras-model.ts"
import type { PreprocessingOption } from "../../models/preprocessing-presets.ts"
import type { Classifier, ScoreScale } from "../../types.ts"
import type { ModelLayers } from "../../wiring/layer-distance.ts"
import type { PullOptions } from "./obtain-model.ts"

/** The options of `onnxModel` and `kerasModel`, and how a model of the catalog is fetched. They override the catalog. */
export interface LoadModelOptions
  extends PullOptions,
    Partial<Omit<KerasModelOptions, "labels" | "sha256" | "signal">> {
  /** One name per class, or the path of a `.txt` or `.json` file that lists them. */
  readonly labels?: readonly string[] | string
}

/** What the catalog or the user declares about a model, which may be wrong. */
export interface ModelSettings {
  readonly labels?: readonly string[]
  readonly scale?: ScoreScale
  readonly preprocessing?: PreprocessingOption
}

/** A model that was read. It can be opened as declared or with other settings; some kinds can do more. */
export interface ReadModel {
  readonly declared: ModelSettings
  /** @throws GridExplainerError and RangeError for settings that contradict the model, or if no settings work. */
  open(settings: ModelSettings): Promise<Classifier>
  /** Statistics of the opened model's first layers, from training; undefined if the file does not contain them. */
  layers?(opened: Classifier): Promise<ModelLayers | undefined>
  /** The model as declared, with the weights of its last layer shuffled. */
  shuffled?(seed: number): Promise<Classifier>
}

/** A way to name a model, and how to read a model that is named in this way. */
export interface ModelKind {
  readonly name: string
  matches(where: string): boolean | Promise<boolean>
  read(where: string, options: LoadModelOptions): Promise<ReadModel>
}
