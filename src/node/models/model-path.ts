import type { CacheOptions } from "./cache-folder.ts"
import { findModel } from "./find-model.ts"
import { modelFile } from "./model-file.ts"

/**
 * The path where the ONNX file of a catalog model is, or will be once it is fetched.
 *
 * @throws RangeError for a name that is not in the catalog
 * @example
 * ```ts
 * import { modelPath } from "gridexplainer/node"
 * await modelPath("resnet50", { cacheDirectory: "/var/cache" }) // => "/var/cache/models/resnet50-1.0.4.onnx"
 * ```
 */
export async function modelPath(name: string, options: CacheOptions = {}): Promise<string> {
  return modelFile(findModel(name), options)
}
