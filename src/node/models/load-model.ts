import { embeddedModel } from "../../models/catalog.ts"
import type { Classifier } from "../../types.ts"
import type { LoadModelOptions } from "./model-kind.ts"
import { readModel } from "./read-model.ts"

export type { LoadModelOptions } from "./model-kind.ts"

/**
 * Loads a model: of the catalog by its name, or from a file: an ONNX file, or a Keras model in the TensorFlow.js layers format (its
 * `model.json`, or the folder of that). Without a name it is the model inside the package. Models of the catalog are fetched once.
 *
 * A file needs `preprocessing`, because it does not tell how pictures become numbers.
 *
 * @throws RangeError for a name that the catalog does not have, and for options that contradict the model
 * @throws GridExplainerError as `pullModel`, `onnxModel` and `kerasModel` do, and `FILE_UNREADABLE`
 * @example
 * ```ts
 * import { loadModel } from "gridexplainer/node"
 * const model = await loadModel()
 * model.name // => "efficientnet-lite0"
 * model.labels?.[285] // => "Egyptian cat"
 * await model.dispose?.()
 * ```
 */
export async function loadModel(
  nameOrPath: string = embeddedModel.name,
  options: LoadModelOptions = {},
): Promise<Classifier> {
  const model = await readModel(nameOrPath, options)
  return model.open(model.declared)
}
