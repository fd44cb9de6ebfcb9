import { stat } from "node:fs/promises"
import { type CatalogEntry, catalog } from "../../models/catalog.ts"
import type { CacheOptions } from "./cache-folder.ts"
import { findModel } from "./find-model.ts"
import { modelFile } from "./model-file.ts"

/** A model of the catalog, with its state on this computer. */
export interface ModelInfo extends CatalogEntry {
  /** Where its ONNX file is, or will be once it is fetched. */
  readonly path: string
  /** `embedded`: part of the package. `cached`: fetched, with the right length. `damaged`: of a wrong length. `absent`: not fetched yet. */
  readonly state: "embedded" | "cached" | "damaged" | "absent"
}

/**
 * What is known about a model of the catalog, without reading or fetching it.
 *
 * @throws RangeError for a name that is not in the catalog
 * @example
 * ```ts
 * import { modelInfo } from "gridexplainer/node"
 * const { state, bytes } = await modelInfo("efficientnet-lite0")
 * state // => "embedded"
 * bytes // => 9326983
 * ```
 */
export async function modelInfo(name: string, options: CacheOptions = {}): Promise<ModelInfo> {
  const entry = findModel(name)
  const path = await modelFile(entry, options)
  if (entry.source.kind === "embedded") return { ...entry, path, state: "embedded" }
  const size = await stat(path).then(
    (stats) => stats.size,
    () => undefined,
  )
  return { ...entry, path, state: size === undefined ? "absent" : size === entry.bytes ? "cached" : "damaged" }
}

/**
 * The {@link modelInfo} of every model of the catalog, the embedded one first.
 *
 * @example
 * ```ts
 * import { listModels } from "gridexplainer/node"
 * const models = await listModels()
 * models.map(({ name }) => name) // => ["efficientnet-lite0", "resnet50", "skin-lesion"]
 * ```
 */
export async function listModels(options: CacheOptions = {}): Promise<readonly ModelInfo[]> {
  return Promise.all(catalog.map(({ name }) => modelInfo(name, options)))
}
