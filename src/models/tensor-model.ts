import { lastingPixels } from "../image/lasting-pixels.ts"
import { isBytes, zerosLike } from "../image/pixel-array.ts"
import type { Classifier, Image, PixelArray, Preprocessing } from "../types.ts"
import { checkInputSize } from "./check-input-size.ts"
import { checkTensorScores, type TensorScoreRules } from "./check-tensor-scores.ts"
import { checkedClassifier } from "./checked-classifier.ts"
import type { EditedPicture, EditSession } from "./edit-session.ts"
import { paintBatches, type TensorSession } from "./paint-batches.ts"

/** The options of `tensorModel`. */
export interface TensorModelOptions extends TensorScoreRules {
  /** How pictures become numbers: see `resolvePreprocessing`. */
  readonly preprocessing: Preprocessing
  /** The runtime: one that takes batches, or one that takes a picture and its edits. */
  readonly session: TensorSession | EditSession
  /** Pictures per call of a runtime that takes batches: a fixed number, or any. @default "dynamic" */
  readonly batch?: number | "dynamic"
  /** Fingerprint of the model file, lower-case hex. */
  readonly sha256?: string
  /** What it must not be used for, according to its publisher, in one sentence, for the record. */
  readonly caution?: string
}

/**
 * Makes a classifier of anything that takes tensors.
 *
 * The picture is normalized once; each variant is a copy of that with its edits painted over. A request larger than a batch is
 * split. A fixed batch is filled up with the untouched picture, whose extra answers are dropped. An abort takes effect before
 * the next batch.
 *
 * @throws GridExplainerError `MODEL_UNSUPPORTED` for input sides above 4096 pixels, and for calls above 2^24 numbers.
 *
 * `score` throws GridExplainerError: `BAD_REPLY` and `SCALE_CONFLICT` as {@link checkTensorScores} does, `BAD_REPLY` for a wrong number of rows, what the
 * session throws, and what {@link checkedClassifier} throws.
 *
 * @example
 * ```ts
 * import { resolvePreprocessing, tensorModel } from "gridexplainer"
 * const model = tensorModel({
 *   name: "first pixel",
 *   scale: "probability",
 *   preprocessing: resolvePreprocessing("zero-one", { size: { width: 1, height: 1 }, layout: "NCHW", channels: 1 }),
 *   session: { runtime: "mine", run: async (batch, rows) => ({ data: batch.slice(0, rows), columns: 1, batch }), dispose() {} },
 * })
 * const image = { width: 1, height: 1, channels: 1, data: Uint8Array.of(255) } as const
 * const scores = await model.score(image, [{ hidden: [], edits: [] }])
 * scores.data // => Float32Array.of(1)
 * ```
 */
export function tensorModel(options: TensorModelOptions): Classifier {
  const { name, labels, scale, preprocessing, session: given, batch, sha256, caution } = options
  const { size, fit, filter } = preprocessing
  checkInputSize({ size, channels: preprocessing.order === "gray" ? 1 : 3, batch })
  const session = "open" in given ? given : paintBatches(given, { name, preprocessing, batch })
  const pictures = rememberPictures(session)
  let scaleIsAssumed = options.scaleIsAssumed ?? false
  return checkedClassifier({
    name,
    scale,
    inputSize: size,
    resize: { fit, filter },
    ...(session.overlaps === undefined ? {} : { overlaps: session.overlaps }),
    ...(session.batchSize === undefined ? {} : { batchSize: session.batchSize }),
    ...(labels === undefined ? {} : { labels }),
    description: {
      ...{ runtime: session.runtime, preprocessing },
      ...(sha256 === undefined ? {} : { sha256 }),
      ...(caution === undefined ? {} : { caution }),
    },
    async score(image, variants, { signal } = {}) {
      const edits = variants.map((variant) => variant.edits)
      const scores = await pictures(image).score(edits, { signal })
      checkTensorScores(scores, { ...options, scaleIsAssumed })
      scaleIsAssumed = false
      return scores
    },
    dispose: () => session.dispose(),
  })
}

/** Opens a picture once, as long as its memory holds the same levels: a caller may reuse it for the next picture. */
function rememberPictures(session: EditSession): (image: Image) => EditedPicture {
  const known = new WeakMap<Image, { readonly levels: PixelArray; readonly picture: EditedPicture }>()
  return (image) => {
    const last = known.get(image)
    if (last !== undefined && (lastingPixels.has(image.data) || holdsSame(last.levels, image.data))) return last.picture
    const levels = zerosLike(image.data, image.data.length)
    levels.set(image.data) // Not `slice`, which returns the same memory for Node's Buffer.
    const picture = session.open({ ...image, data: levels })
    known.set(image, { levels, picture })
    return picture
  }
}

/** Plain loops, bytes four at a time, because this runs over every level of every batch. */
function holdsSame(levels: PixelArray, data: PixelArray): boolean {
  if (levels.length !== data.length) return false
  const fours = isBytes(levels) && isBytes(data) && data.byteOffset % 4 === 0 ? levels.length >> 2 : 0
  const [one, other] = [levels, data].map(
    ({ buffer, byteOffset }) => new Uint32Array(buffer, fours > 0 ? byteOffset : 0, fours),
  )
  for (let i = 0; i < fours; i++) if (one![i] !== other![i]) return false
  for (let i = 4 * fours; i < levels.length; i++) if (levels[i] !== data[i]) return false
  return true
}
