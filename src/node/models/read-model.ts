import { shownAddress } from "../files/shown-address.ts"
import { findModel } from "./find-model.ts"
import { catalogModel } from "./kinds/catalog-model.ts"
import { kerasFiles } from "./kinds/keras-files.ts"
import { isAddress, onnxFile } from "./kinds/onnx-file.ts"
import type { LoadModelOptions, ModelKind, ReadModel } from "./model-kind.ts"

/** Every kind of model, in the order in which they are tried. */
export const modelKinds: readonly ModelKind[] = [catalogModel, kerasFiles, onnxFile]

/**
 * Reads a model of any kind. Errors are those of `loadModel`, except what only opening finds.
 *
 * @throws RangeError for a name that no kind accepts
 */
export async function readModel(where: string, options: LoadModelOptions = {}): Promise<ReadModel> {
  for (const kind of modelKinds) if (await kind.matches(where)) return kind.read(where, options)
  if (isAddress(where)) throw new RangeError(`a model must be a name or a path, got the address ${shownAddress(where)}`)
  findModel(where)
  throw new RangeError(`a model must be a name or a path, got ${where}`)
}
