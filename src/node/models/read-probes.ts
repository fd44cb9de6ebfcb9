import type { Probe } from "../../wiring/wiring-record.ts"
import { readImage } from "../pictures/read-image.ts"
import { assetUrl } from "./asset-url.ts"

/** Photographs that are part of the package; `assets/probes/CREDITS.md` says whose they are. */
const files = ["astronaut", "cat", "coffee", "flower", "rocket", "temple"] as const

/**
 * The photographs of the package, with which models are checked if no others are given.
 *
 * @throws GridExplainerError if the package is damaged, or sharp is not installed (`MISSING_PACKAGE`)
 * @example
 * ```ts
 * import { readProbes } from "gridexplainer/node"
 * const probes = await readProbes()
 * probes.map(({ name }) => name) // => ["astronaut", "cat", "coffee", "flower", "rocket", "temple"]
 * ```
 */
export async function readProbes(): Promise<readonly Probe[]> {
  return Promise.all(
    files.map(async (name) => ({ name, image: (await readImage(assetUrl(`probes/${name}.jpg`))).image })),
  )
}
