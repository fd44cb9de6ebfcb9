import { embeddedModel } from "../../models/catalog.ts"
import type { Classifier } from "../../types.ts"
import type { LoadModelOptions } from "./model-kind.ts"
import { readModel } from "./read-model.ts"

export type { LoadModelOptions } from "./model-kind.ts"

/**
 * Loads a model: one of the catalog by its name, an ONNX file by its path, or a Keras model in the TensorFlow.js layers format by the path of
 * its `model.json` or folder. Without a name it is the model inside the package. Models of the catalog are fetched once.
 *
 * A file needs `preprocessing`, because the file does not say how pictures become numbers.
 *
 * @throws RangeError for a name that is not in the catalog, and for options that contradict the model
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
