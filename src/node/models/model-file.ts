import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { CatalogEntry } from "../../models/catalog.ts"
import { assetUrl } from "./asset-url.ts"
import { type CacheOptions, cacheFolder } from "./cache-folder.ts"

/** Where the ONNX file of a model of the catalog lies, or will lie once it is fetched. */
export async function modelFile(entry: CatalogEntry, options: CacheOptions = {}): Promise<string> {
  const { name, source } = entry
  if (source.kind === "embedded") return fileURLToPath(assetUrl(source.path))
  return join(await cacheFolder(options), "models", `${name}-${source.version}.onnx`)
}
