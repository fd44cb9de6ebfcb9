import { GridExplainerError } from "../../errors.ts"
import { readFile } from "../files/read-file.ts"
import { sha256Of } from "../files/sha256-of.ts"
import type { CacheOptions } from "./cache-folder.ts"
import { modelInfo } from "./model-info.ts"

/**
 * Reads a model of the catalog and compares its SHA-256 with the catalog's. Returns the path of the file that was checked.
 *
 * @throws RangeError for a name that is not in the catalog
 * @throws GridExplainerError `FILE_UNREADABLE` if it was not fetched, `INTEGRITY` if it is damaged
 * @example
 * ```ts
 * import { verifyModel } from "gridexplainer/node"
 * const path = await verifyModel("efficientnet-lite0")
 * path.endsWith(".onnx") // => true
 * ```
 */
export async function verifyModel(name: string, options: CacheOptions = {}): Promise<string> {
  const { path, state, sha256 } = await modelInfo(name, options)
  const nextStep = state === "embedded" ? "Install gridexplainer again." : `Run: gridexplainer models pull ${name}`
  if (state === "absent") throw new GridExplainerError("FILE_UNREADABLE", `${name} is not downloaded`, { nextStep })
  const got = sha256Of(await readFile(path, { what: "model", maxBytes: 2 ** 31 }))
  if (got === sha256) return path
  throw new GridExplainerError("INTEGRITY", `${path} should have the SHA-256 ${sha256}, got ${got}`, { nextStep })
}
