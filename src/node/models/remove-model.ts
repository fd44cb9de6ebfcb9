import { rm } from "node:fs/promises"
import { GridExplainerError } from "../../errors.ts"
import { systemProblem } from "../files/system-problem.ts"
import type { CacheOptions } from "./cache-folder.ts"
import { modelInfo } from "./model-info.ts"

/**
 * Deletes a fetched model from the cache. Returns whether there was one.
 *
 * @throws RangeError for a name that is not in the catalog, and for the embedded model
 * @throws GridExplainerError `FILE_UNWRITABLE`
 * @example
 * ```ts
 * import { removeModel } from "gridexplainer/node"
 * await removeModel("resnet50", { cacheDirectory: "an-empty-folder" }) // => false
 * ```
 */
export async function removeModel(name: string, options: CacheOptions = {}): Promise<boolean> {
  const { path, state } = await modelInfo(name, options)
  if (state === "embedded") throw new RangeError(`${name} is part of the package and cannot be removed`)
  try {
    await rm(path, { force: true })
  } catch (cause) {
    throw new GridExplainerError("FILE_UNWRITABLE", `the model ${path} ${systemProblem(cause)}`, { cause })
  }
  return state !== "absent"
}
