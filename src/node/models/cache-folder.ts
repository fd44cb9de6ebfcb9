import { mkdir } from "node:fs/promises"
import { join, resolve } from "node:path"
import { GridExplainerError } from "../../errors.ts"
import { importOptional } from "../../import-optional.ts"
import { systemProblem } from "../files/system-problem.ts"

/** Where downloads are kept. */
export interface CacheOptions {
  /** The folder for downloads. @default the environment variable `GRIDEXPLAINER_CACHE`, or the user's cache folder */
  readonly cacheDirectory?: string | undefined
}

/**
 * The folder for downloads: the option, or `GRIDEXPLAINER_CACHE`, or the operating system's place for caches, in this order.
 *
 * The folder need not exist.
 *
 * @throws GridExplainerError `MISSING_PACKAGE` if env-paths is needed and not installed
 * @example
 * ```ts
 * import { cacheFolder } from "gridexplainer/node"
 * await cacheFolder({ cacheDirectory: "/var/cache/models" }) // => "/var/cache/models"
 * ```
 */
export async function cacheFolder(options: CacheOptions = {}): Promise<string> {
  const chosen = options.cacheDirectory || process.env.GRIDEXPLAINER_CACHE
  if (chosen) return resolve(chosen)
  const { default: envPaths } = await importOptional("env-paths", () => import("env-paths"))
  return envPaths("gridexplainer", { suffix: "" }).cache
}

/** A folder inside the cache, created if it is missing. */
export async function makeCacheFolder(name: string, options: CacheOptions): Promise<string> {
  const folder = join(await cacheFolder(options), name)
  try {
    await mkdir(folder, { recursive: true })
    return folder
  } catch (cause) {
    throw new GridExplainerError("FILE_UNWRITABLE", `the cache folder ${folder} ${systemProblem(cause)}`, {
      nextStep: "Name another one with GRIDEXPLAINER_CACHE or cacheDirectory.",
      cause,
    })
  }
}
