import { stat } from "node:fs/promises"
import { basename, dirname, join, resolve } from "node:path"
import { type CatalogEntry, catalog } from "../../models/catalog.ts"
import type { KerasModelOptions } from "../../models/keras/keras-model.ts"
import { kerasToOnnx } from "../../models/keras/keras-to-onnx.ts"
import type { OnnxModelOptions } from "../../models/onnx/onnx-model.ts"
import type { PreprocessingOption } from "../../models/preprocessing-presets.ts"
import type { Preprocessing } from "../../types.ts"
import { readFile } from "../files/read-file.ts"
import { sha256Of } from "../files/sha256-of.ts"
import { assetUrl } from "./asset-url.ts"
import { findModel } from "./find-model.ts"
import { obtainModel, type PullOptions } from "./obtain-model.ts"
import { readKerasFiles } from "./read-keras-files.ts"
import { readLabels } from "./read-labels.ts"

/** What `onnxModel` and `kerasModel` take, and how a model of the catalog is fetched. All of it overrides the catalog. */
export interface LoadModelOptions extends PullOptions, Partial<Omit<KerasModelOptions, "labels" | "sha256">> {
  /** One name a class, or the path of a file that lists them: see `readLabels`. */
  readonly labels?: readonly string[] | string
}

/** A model that is read and not loaded: what `onnxModel` takes. */
export interface ReadModel {
  readonly bytes: Uint8Array
  readonly options: OnnxModelOptions
}

/** The largest file that ONNX's format allows. */
const MAX_BYTES = 2 ** 31

/**
 * Reads a model of the catalog or from a file, as one ONNX file and the options that go with it. Errors are those of `loadModel`, less what
 * loading itself finds.
 */
export async function readModel(nameOrPath: string, options: LoadModelOptions = {}): Promise<ReadModel> {
  const entry = catalog.find(({ name }) => name === nameOrPath)
  if (entry !== undefined) return fromCatalog(entry, options)
  if (/^\w+:\/\//.test(nameOrPath))
    throw new RangeError(`a model must be a name or a path, got the address ${nameOrPath}`)
  const isFolder = await stat(nameOrPath).then(
    (stats) => stats.isDirectory(),
    () => undefined,
  )
  if (isFolder === undefined && !/[\\/]|\.(onnx|json)$/i.test(nameOrPath)) findModel(nameOrPath)
  return fromFile(isFolder === true ? join(nameOrPath, "model.json") : nameOrPath, options)
}

async function fromCatalog(entry: CatalogEntry, options: LoadModelOptions): Promise<ReadModel> {
  const { bytes } = await obtainModel(entry, options)
  const { name, scale, sha256 } = entry
  const given = await modelOptions(options)
  const labels = typeof entry.labels === "string" ? await readLabels(assetUrl(entry.labels)) : entry.labels
  const preprocessing = changed(entry.preprocessing, options.preprocessing)
  return { bytes, options: { name, scale, labels, ...given, preprocessing, sha256 } }
}

async function fromFile(path: string, options: LoadModelOptions): Promise<ReadModel> {
  const given = await modelOptions(options)
  if (/\.json$/i.test(path)) {
    const { sha256, ...files } = await readKerasFiles(path)
    const bytes = await kerasToOnnx(files, given)
    return { bytes, options: { name: basename(dirname(resolve(path))), ...given, sha256 } }
  }
  const bytes = await readFile(path, { what: "model", maxBytes: MAX_BYTES })
  return { bytes, options: { name: basename(path), ...given, sha256: sha256Of(bytes) } }
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
