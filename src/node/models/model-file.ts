import { join } from "node:path"
import { fileURLToPath } from "node:url"
import type { CatalogEntry } from "../../models/catalog.ts"
import { assetUrl } from "./asset-url.ts"
import { type CacheOptions, cacheFolder } from "./cache-folder.ts"

/** The path where the ONNX file of a catalog model is, or will be once it is fetched. */
export async function modelFile(entry: CatalogEntry, options: CacheOptions = {}): Promise<string> {
  const { name, source } = entry
  if (source.kind === "embedded") return fileURLToPath(assetUrl(source.path))
  return join(await cacheFolder(options), "models", `${name}-${source.version}.onnx`)
}
