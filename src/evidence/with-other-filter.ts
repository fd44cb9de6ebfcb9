import { toModelSize } from "../image/to-model-size.ts"
import type { Classifier, Image } from "../types.ts"

/**
 * The picture resized to the model's input with a second filter: bicubic if the model asks for bilinear, otherwise bilinear.
 * Undefined if the picture was not resized at all.
 *
 * @param image the picture as it was given, before it was resized.
 */
export function withOtherFilter(
  image: Image,
  { inputSize, resize }: Pick<Classifier, "inputSize" | "resize">,
): Image | undefined {
  if (inputSize === undefined) return undefined
  const { fit, filter } = resize ?? { fit: "squash", filter: "bilinear" }
  const other = toModelSize(image, {
    inputSize,
    resize: { fit, filter: filter === "bilinear" ? "bicubic" : "bilinear" },
  })
  const { source, size } = other.seen
  return source.width === size.width && source.height === size.height ? undefined : other.image
}
