import { checkPreprocessing } from "../image/check-preprocessing.ts"
import { tensorWriter } from "../image/tensor-writer.ts"
import type { Image, Preprocessing } from "../types.ts"

/**
 * Makes the picture that gives a model with the preprocessing `from` the same tensor that `image` gives a model with the preprocessing `to`.
 * So one loaded model can be tried with every order of channels, range, mean, standard deviation and layout.
 *
 * `image` has the model's input size; `from` and `to` have the same number of channels. The levels of the result may be any fractions.
 *
 * @throws RangeError for invalid settings, and for a picture of another size.
 */
export function rewire(image: Image, settings: { readonly from: Preprocessing; readonly to: Preprocessing }): Image {
  const { from, to } = settings
  checkPreprocessing(from)
  const planes = from.order === "gray" ? 1 : 3
  const writer = tensorWriter(to, image.channels)
  const wanted = new Float32Array(writer.length)
  writer.writeImage(wanted, 0, image)
  const { width, height } = from.size
  const pixels = width * height
  if (wanted.length !== pixels * planes)
    throw new RangeError(`settings must have the same number of channels, got ${from.order} and ${to.order}`)
  const data = new Float64Array(wanted.length)
  for (let plane = 0; plane < planes; plane++) {
    const channel = from.order === "BGR" ? 2 - plane : plane
    const { factor, offset } = inverse(from, plane)
    const [start, step] = from.layout === "NCHW" ? [plane * pixels, 1] : [plane, planes]
    for (let pixel = 0; pixel < pixels; pixel++)
      data[pixel * planes + channel] = wanted[start + pixel * step]! * factor + offset
  }
  return { width, height, channels: planes, data }
}

/** Converts a tensor's number back to the level that gives it: times the factor, plus the offset. */
function inverse({ range: [low, high], mean, std }: Preprocessing, plane: number) {
  const middle = mean.length === 1 ? mean[0]! : mean[plane]!
  const spread = std.length === 1 ? std[0]! : std[plane]!
  const levels = 255 / (high - low)
  return { factor: spread * levels, offset: (middle - low) * levels }
}
