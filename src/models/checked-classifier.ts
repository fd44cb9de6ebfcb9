import { GridExplainerError } from "../errors.ts"
import type { Classifier, Scores } from "../types.ts"
import { untilAborted } from "../until-aborted.ts"

const noScores: Scores = { rows: 0, columns: 0, data: new Float32Array(0) }

/**
 * Makes a classifier keep the promises that every classifier must keep. A picture of another size than `inputSize` is refused with a RangeError. An aborted
 * call ends at once with `signal.reason`, whatever the model does. With no variants the model is not asked. Once it is disposed of, every call
 * fails with `DISPOSED`. The adapters of this package are made with it.
 *
 * @example
 * ```ts
 * import { checkedClassifier } from "gridexplainer"
 * const model = checkedClassifier({
 *   name: "always",
 *   scale: "probability",
 *   score: async (_, variants) => ({ rows: variants.length, columns: 1, data: new Float64Array(variants.length).fill(1) }),
 * })
 * const image = { width: 1, height: 1, channels: 1, data: Uint8Array.of(9) } as const
 * const scores = await model.score(image, [{ hidden: [], edits: [] }])
 * scores.data // => Float64Array.of(1)
 * await model.dispose?.()
 * const code = await model.score(image, []).catch((error) => error.code)
 * code // => "DISPOSED"
 * ```
 */
export function checkedClassifier(classifier: Classifier): Classifier {
  const { name, inputSize } = classifier
  let disposed = false
  return {
    ...classifier,
    async score(image, variants, options = {}) {
      if (disposed)
        throw new GridExplainerError("DISPOSED", `model "${name}" was disposed of and cannot answer any more`)
      options.signal?.throwIfAborted()
      if (inputSize !== undefined && (image.width !== inputSize.width || image.height !== inputSize.height)) {
        const sizes = [inputSize, image].map(({ width, height }) => `${width}x${height}`)
        throw new RangeError(`model "${name}" takes pictures of ${sizes[0]} pixels, got ${sizes[1]}`)
      }
      if (variants.length === 0) return noScores
      return untilAborted((async () => classifier.score(image, variants, options))(), options.signal)
    },
    async dispose() {
      if (disposed) return
      disposed = true
      await classifier.dispose?.()
    },
  }
}
