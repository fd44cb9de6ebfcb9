import { stat } from "node:fs/promises"
import { basename, dirname, join, resolve } from "node:path"
import { type CatalogEntry, catalog, embeddedModel } from "../models/catalog.ts"
import { type KerasModelOptions, kerasModel } from "../models/keras/keras-model.ts"
import { onnxModel } from "../models/onnx/onnx-model.ts"
import type { PreprocessingOption } from "../models/preprocessing-presets.ts"
import type { Classifier, Preprocessing } from "../types.ts"
import { assetUrl } from "./asset-url.ts"
import { findModel } from "./find-model.ts"
import { obtainModel, type PullOptions } from "./obtain-model.ts"
import { readFile } from "./read-file.ts"
import { readKerasFiles } from "./read-keras-files.ts"
import { readLabels } from "./read-labels.ts"
import { sha256Of } from "./sha256-of.ts"

/** What `onnxModel` and `kerasModel` take, and how a model of the catalog is fetched. All of it overrides the catalog. */
export interface LoadModelOptions extends PullOptions, Partial<Omit<KerasModelOptions, "labels" | "sha256">> {
  /** One name a class, or the path of a `.txt` or `.json` file that lists them. */
  readonly labels?: readonly string[] | string
}

/** The largest file that ONNX's format allows. */
const MAX_BYTES = 2 ** 31

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
  const entry = catalog.find(({ name }) => name === nameOrPath)
  if (entry !== undefined) return loadFromCatalog(entry, options)
  if (/^\w+:\/\//.test(nameOrPath))
    throw new RangeError(`a model must be a name or a path, got the address ${nameOrPath}`)
  const isFolder = await stat(nameOrPath).then(
    (stats) => stats.isDirectory(),
    () => undefined,
  )
  if (isFolder === undefined && !/[\\/]|\.(onnx|json)$/i.test(nameOrPath)) findModel(nameOrPath)
  return loadFromFile(isFolder === true ? join(nameOrPath, "model.json") : nameOrPath, options)
}

async function loadFromCatalog(entry: CatalogEntry, options: LoadModelOptions): Promise<Classifier> {
  const { bytes } = await obtainModel(entry, options)
  const { name, scale, sha256 } = entry
  const given = await modelOptions(options)
  const ownLabels = typeof entry.labels === "string" ? await readLabels(assetUrl(entry.labels)) : entry.labels
  const preprocessing = changed(entry.preprocessing, options.preprocessing)
  return onnxModel(bytes, { name, scale, labels: ownLabels, ...given, preprocessing, sha256 })
}

async function loadFromFile(path: string, options: LoadModelOptions): Promise<Classifier> {
  const given = await modelOptions(options)
  if (/\.json$/i.test(path)) {
    const files = await readKerasFiles(path)
    return kerasModel(files, { name: basename(dirname(resolve(path))), ...given, sha256: files.sha256 })
  }
  const bytes = await readFile(path, { what: "model", maxBytes: MAX_BYTES })
  return onnxModel(bytes, { name: basename(path), ...given, sha256: sha256Of(bytes) })
}

/** What the model itself is to know: without what belongs to fetching it, and with its labels read. */
async function modelOptions(options: LoadModelOptions): Promise<Partial<KerasModelOptions>> {
  const { cacheDirectory: _c, registry: _r, retries: _t, onProgress: _p, signal: _s, labels, ...rest } = options
  if (labels === undefined) return rest
  return { ...rest, labels: typeof labels === "string" ? await readLabels(labels) : labels }
}

/** A record changes what it names, as `{ fit: "pad" }`; a preset replaces all but the size and the layout. */
function changed(own: Preprocessing, given: PreprocessingOption | undefined): PreprocessingOption {
  return typeof given === "object" && given.preset === undefined ? { ...own, ...given } : (given ?? own)
}
