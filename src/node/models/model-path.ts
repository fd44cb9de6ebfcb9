import type { CacheOptions } from "./cache-folder.ts"
import { findModel } from "./find-model.ts"
import { modelFile } from "./model-file.ts"

/**
 * Where the ONNX file of a model of the catalog lies, or will lie once it is fetched.
 *
 * @throws RangeError for a name that the catalog does not have
 * @example
 * ```ts
 * import { modelPath } from "gridexplainer/node"
 * await modelPath("resnet50", { cacheDirectory: "/var/cache" }) // => "/var/cache/models/resnet50-1.0.4.onnx"
 * ```
 */
export async function modelPath(name: string, options: CacheOptions = {}): Promise<string> {
  return modelFile(findModel(name), options)
}
