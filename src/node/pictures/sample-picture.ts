import { fileURLToPath } from "node:url"
import { assetUrl } from "../models/asset-url.ts"

/**
 * The path of a photo of a cup of coffee that is part of the package, for first steps and for testing a set-up. It is by Rachel Michetti, CC0.
 *
 * @example
 * ```ts
 * import { readImage, samplePicture } from "gridexplainer/node"
 * const { image } = await readImage(samplePicture())
 * image.width // => 512
 * ```
 */
export function samplePicture(): string {
  return fileURLToPath(assetUrl("probes/coffee.jpg"))
}
