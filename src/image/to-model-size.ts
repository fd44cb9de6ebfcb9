import type { Explanation } from "../explanation.ts"
import type { Classifier, Image } from "../types.ts"
import { fitImage } from "./fit-image.ts"

/** A picture at the model's size, and where it was taken from. */
export interface SeenImage {
  readonly image: Image
  readonly seen: Explanation["seen"]
}

/**
 * Resizes a picture to a model's input size; a model that takes any size sees it unchanged.
 *
 * @example
 * ```ts
 * import { toModelSize } from "gridexplainer"
 * const image = { width: 4, height: 2, channels: 1, data: new Uint8Array(8) } as const
 * toModelSize(image, { inputSize: { width: 2, height: 2 }, resize: { fit: "crop", filter: "box" } }).seen.source // => { left: 1, top: 0, width: 2, height: 2 }
 * toModelSize(image, {}).seen.size // => { width: 4, height: 2 }
 * ```
 */
export function toModelSize(image: Image, { inputSize, resize }: Pick<Classifier, "inputSize" | "resize">): SeenImage {
  const { width, height } = image
  if (inputSize === undefined)
    return { image, seen: { size: { width, height }, source: { left: 0, top: 0, width, height } } }
  const { fit, filter } = resize ?? { fit: "squash", filter: "bilinear" }
  const fitted = fitImage(image, inputSize, { fit, filter })
  return { image: fitted.image, seen: { size: inputSize, source: fitted.source, fit, filter } }
}
