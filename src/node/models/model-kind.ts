import type { KerasModelOptions } from "../../models/keras/keras-model.ts"
import type { PreprocessingOption } from "../../models/preprocessing-presets.ts"
import type { Classifier, ScoreScale } from "../../types.ts"
import type { ModelLayers } from "../../wiring/layer-distance.ts"
import type { PullOptions } from "./obtain-model.ts"

/** What `onnxModel` and `kerasModel` take, and how a model of the catalog is fetched. All of it overrides the catalog. */
export interface LoadModelOptions
  extends PullOptions,
    Partial<Omit<KerasModelOptions, "labels" | "sha256" | "signal">> {
  /** One name per class, or the path of a `.txt` or `.json` file that lists them. */
  readonly labels?: readonly string[] | string
}

/** What is declared of a model, by the catalog or its user, and can be wrong. */
export interface ModelSettings {
  readonly labels?: readonly string[]
  readonly scale?: ScoreScale
  readonly preprocessing?: PreprocessingOption
}

/** A model that is read: it can be opened, as declared or otherwise, and some can do more. */
export interface ReadModel {
  readonly declared: ModelSettings
  /** @throws GridExplainerError and RangeError for settings that contradict the model, or without any that work. */
  open(settings: ModelSettings): Promise<Classifier>
  /** The first layers of the opened model, which remember what they were trained to get; undefined where they do not. */
  layers?(opened: Classifier): Promise<ModelLayers | undefined>
  /** The model as declared, with the weights of its last layer dealt out anew. */
  shuffled?(seed: number): Promise<Classifier>
}

/** A way to name a model, and how one that is named so is read. */
export interface ModelKind {
  readonly name: string
  matches(where: string): boolean | Promise<boolean>
  read(where: string, options: LoadModelOptions): Promise<ReadModel>
}
